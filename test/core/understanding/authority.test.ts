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
