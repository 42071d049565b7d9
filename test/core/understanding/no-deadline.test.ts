import { describe, expect, test } from 'vitest'
import type { Question } from '../../../src/core/understanding/types.js'
import { ask } from './lexicon.js'

function urgency(text: string, question: Question = 'open', country = 'CO') {
  return ask(text, { question, country }).urgency?.value ?? null
}

describe('streets and quarters called after a day', () => {
  test.each([
    ['AR', 'estamos en Av. 9 de Julio 1180 piso 7'],
    ['AR', '9 de Julio 1832, entre Mitre y Belgrano'],
    ['UY', '18 de Julio y Ejido, arriba de la farmacia'],
    ['UY', '8 de Octubre 2738 esq. Garibaldi'],
    ['PE', 'Jr. 28 de Julio 450, Breña'],
    ['EC', 'Av. 6 de Diciembre N34-120 y Portugal'],
    ['EC', 'la 9 de octubre y malecón'],
    ['BO', 'plaza 24 de septiembre'],
    ['PY', '15 de Agosto casi Palma'],
    ['GT', 'mi colonia se llama Primero de Julio'],
    ['VE', 'vivo en el 23 de enero'],
    ['CO', 'barrio 20 de julio'],
  ])('%s: %s', (country, text) => {
    expect(urgency(text, 'urgency', country)).toBeNull()
    expect(urgency(text, 'open', country)).toBeNull()
  })

  test('but a date stays one', () => {
    expect(urgency('para el 9 de julio', 'open', 'AR')?.bucket).toBe('quarter')
    expect(urgency('vivo en Cali y lo necesito para el 20 de abril')?.days).toEqual([41, 41])
    expect(urgency('un pedido para el 20 de abril')?.days).toEqual([41, 41])
    expect(urgency('me caso el 25 de abril')?.days).toEqual([46, 46])
  })
})

describe('what is past', () => {
  test.each([
    'la cita de la corte fue el lunes',
    'mi hijo nació en agosto',
    'mi vuelo salió el 3 de marzo y sigo sin maleta',
    'pagué 350 en diciembre por lo mismo',
    'en enero me cobraron 200 mil',
    'el refri se descompuso el domingo',
    'llevo con el dolor desde enero',
    'sigo así, no tengo agua desde el lunes',
    'el carro lleva 2 años parqueado',
    'cumplí 40 el 2 de febrero',
    'quedaron de venir el martes y no vinieron',
  ])('%s', (text) => {
    expect(urgency(text, 'open')).toBeNull()
    expect(urgency(text, 'urgency')).toBeNull()
  })

  test.each([
    ['compré la tela y la necesito el viernes', [3, 3]],
    ['se me dañó la nevera ayer, necesito que venga hoy', [0, 0]],
    ['me dieron hasta el viernes', [0, 3]],
    ['se lo llevo el jueves', [2, 2]],
  ])('but not: %s', (text, days) => {
    expect(urgency(text, 'urgency')?.days).toEqual(days)
  })
})

describe('meetings, opening hours and other people’s days', () => {
  test.each([
    ['tienen tiempo el jueves para venir a ver el apto?', 'open'],
    ['¿abren el sábado?', 'urgency'],
    ['trabajan en semana santa?', 'open'],
    ['paso mañana por la tienda', 'open'],
    ['márcame mañana', 'open'],
    ['mi cita es el viernes a las 4', 'open'],
    ['los martes y jueves estudio', 'urgency'],
    ['mi jefe vuelve el lunes', 'authority'],
    ['mañana le pregunto a mi marido', 'yesno'],
    ['te digo el viernes', 'yesno'],
    ['gano 9 mil a la quincena', 'budget'],
    ['puedo pagar 200 mil durante 6 meses', 'budget'],
    ['este mes estoy pelada, no tengo un peso', 'budget'],
    ['la foto del 10 de enero', 'open'],
    ['gracias, hasta el lunes', 'open'],
    ['torta de 15 años', 'open'],
    ['tienen garantía de 6 meses?', 'open'],
    ['quiero que diga: vuelva pronto', 'need'],
    ['gracias por responder tan rápido', 'open'],
  ] as const)('%s', (text, question) => {
    expect(urgency(text, question)).toBeNull()
  })

  test.each([
    ['¿a qué hora abren? lo necesito para el viernes', [3, 3]],
    ['en 20 días abro la panadería y me falta el cartel', [20, 20]],
    ['cuánto sale? empezaría el lunes si me cierran en 20 mil', [6, 6]],
  ])('but: %s', (text, days) => {
    expect(urgency(text)?.days).toEqual(days)
  })
})

describe('hurry and none', () => {
  test.each([
    ['apúrate que se me está hundiendo', 'now'],
    ['tan pronto puedan', 'now'],
    ["eso es pa' ayer", 'now'],
    ['necesito un plomero ya', 'now'],
    ['ando a las carreras', 'now'],
    ['no hay carrera, tómese su tiempo', 'none'],
    ['apuro no hay', 'none'],
    ['tampoco hay apuro', 'none'],
    ['sin tanto afán', 'none'],
    ['no apures, cuando aparezca la pieza', 'none'],
    ['tranquilo con la fecha', 'none'],
    ['todavía falta mucho', 'later'],
  ])('%s', (text, bucket) => {
    expect(urgency(text, 'urgency')?.bucket).toBe(bucket)
  })
})
