import { describe, expect, test } from 'vitest'
import { ask } from './lexicon.js'

describe('who decides, said without being asked', () => {
  test.each([
    ['la que firma es la rectora', 'CO', 'other'],
    ['mi marido anda en el norte y él es el que autoriza', 'GT', 'other'],
    ['el visto bueno lo da mi tía', 'GT', 'other'],
    ['eso lo autoriza la alcaldía', 'NI', 'other'],
    ['mi doña tiene la última palabra', 'CR', 'other'],
    ['logística da el visto bueno', 'PE', 'other'],
    ['la que decide soy yo', 'VE', 'self'],
    ['lo compro yo solo sin consultar a nadie', 'CU', 'self'],
    ['la jefa de la casa soy yo', 'CU', 'self'],
    ['somos mi marido y yo los que vamos a escoger todo', 'CO', 'shared'],
    ['lo estamos viendo con mi esposa', 'PE', 'shared'],
    ['mi hermano y yo estamos escogiendo', 'EC', 'shared'],
  ] as const)('%s', (text, country, value) => {
    expect(ask(text, { country }).authority?.value).toBe(value)
  })
})

describe('who decides, answered', () => {
  test.each([
    ['ahí sí mi marido', 'MX', 'other'],
    ['el consejo directivo del colegio', 'CO', 'other'],
    ['depende de lo que diga mi marido', 'CO', 'other'],
    ['yo no pincho ni corto', 'AR', 'other'],
    ['no tengo que rendirle cuentas a nadie', 'ES', 'self'],
    ['yo mera, nadie más', 'MX', 'self'],
    ['mi mujer y yo a medias', 'ES', 'shared'],
    ['somos tres hermanos y votamos', 'MX', 'shared'],
    ['no le sabría decir quién firma', 'HN', 'unknown'],
    ['saber vos, eso no me lo han dicho', 'GT', 'unknown'],
    ['la verdad no me han explicado quién aprueba', 'NI', 'unknown'],
  ] as const)('%s', (text, country, value) => {
    expect(ask(text, { question: 'authority', country }).authority?.value).toBe(value)
  })
})

describe('people of whom something else is told', () => {
  test.each([
    'mi esposo es alérgico al maní',
    'mi ñaño es contador del municipio',
    'el gerente del banco me tuvo 2 horas esperando',
    'con mi esposa llevamos 11 años viviendo en Xela',
    'mi mamá cumple el sábado',
  ])('%s', (text) => {
    expect(ask(text, { question: 'authority' }).authority).toBeNull()
  })

  test.each(['quiero hablar con el administrador', 'para el día de la madre'])('%s', (text) => {
    expect(ask(text).authority).toBeNull()
  })
})

describe('the shape of a sentence, whatever its words', () => {
  test.each([
    ['el que paga y al final decide soy yo', 'self'],
    ['la que firma los cheques y resuelve todo es mi tía', 'other'],
    ['los que mandan son mi papá y yo', 'shared'],
    ['mi socio es el que pone la plata', 'other'],
    ['el gerente, que vive en Cali, lo tiene que aprobar', 'other'],
    ['no soy yo el que decide', 'other'],
    ['ni idea, la verdad, de quién lo autoriza', 'unknown'],
  ] as const)('%s', (text, value) => {
    expect(ask(text, { question: 'authority' }).authority?.value).toBe(value)
  })

  test.each(['¿usted es el que decide?', '¿quién lo tiene que aprobar?'])('%s asks', (text) => {
    expect(ask(text, { question: 'authority' }).authority).toBeNull()
  })

  test('whoever is named first answers, others behind it are talk', () => {
    const text = 'yo, es mi plata y mi hermana ni se entera'
    expect(ask(text, { question: 'authority' }).authority?.value).toBe('self')
  })
})
