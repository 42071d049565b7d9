import { describe, expect, test } from 'vitest'
import { createReader } from '../../../src/core/understanding/reader.js'
import { ask, lexicon, TUESDAY } from './lexicon.js'

describe('a whole first message', () => {
  test('fills name, organization, quantity, date and budget at once', () => {
    const reading = ask(
      'Buenas, soy Ana, del restaurante La Alacena. Necesito 20 camisetas polo con logo para el viernes 27, tengo más o menos un millón',
    )
    expect(reading.name?.value).toBe('Ana')
    expect(reading.organization?.value).toBe('La Alacena')
    expect(reading.quantities.map((q) => q.value)).toEqual([{ count: 20, unit: 'camisetas' }])
    expect(reading.urgency?.value.days).toEqual([17, 17])
    expect(reading.budget?.value.max).toBe(1_000_000)
    expect(reading.cues).toContain('greets')
  })
})

describe('amounts beside a figure', () => {
  test.each([
    ['sí, hasta 900', null, 900_000],
    ['unos 900', 900_000, 900_000],
    ['1,2', 1_200_000, 1_200_000],
  ])('%s', (text, min, max) => {
    const budget = ask(text, { question: 'budget', figure: 870_000 }).budget?.value
    expect([budget?.min, budget?.max]).toEqual([min, max])
  })

  test('without one the literal value stands', () => {
    expect(ask('unos 900', { question: 'budget' }).budget?.value.max).toBe(900)
  })
})

describe('quantities', () => {
  test.each([
    ['15', [15]],
    ['perdón, son 35', [35]],
    ['lo mismo pero 40', [40]],
    ['12 pantalones y 12 camisas', [12, 12]],
    ['2 docenas de camisetas', [24]],
    ['es para una cafetería, somos 14', [14]],
    ['Hola, vengo con el código HILO-K7', []],
    ['mi cel es 315 987 6543', []],
  ])('%s', (text, counts) => {
    const reading = ask(text, { question: 'quantity' })
    expect(reading.quantities.map((q) => q.value.count)).toEqual(counts)
    expect(reading.budget).toBeNull()
  })
})

describe('names that are days and months too', () => {
  test.each([
    ['me llamo Domingo', 'Domingo', null],
    ['soy Abril Rojas', 'Abril Rojas', null],
    ['soy Julio, los necesito para el 20 de abril', 'Julio', 'month'],
    ['los necesito para el domingo', null, 'week'],
  ])('%s', (text, name, bucket) => {
    const reading = ask(text)
    expect(reading.name?.value ?? null).toBe(name)
    expect(reading.urgency?.value.bucket ?? null).toBe(bucket)
  })
})

describe('two dates in one breath', () => {
  test.each([
    ['entre el 15 y el 20 de abril', 36, 41],
    ['del 15 al 20 de abril', 36, 41],
    ['15-20 de abril', 36, 41],
    ['para el 2 o 3 de abril', 23, 24],
    ['en abril no, en mayo', 52, 82],
  ])('%s', (text, from, to) => {
    expect(ask(text, { question: 'urgency' }).urgency?.value.days).toEqual([from, to])
  })
})

describe('intents', () => {
  test.each([
    ['baja', 'opt_out'],
    ['stop', 'opt_out'],
    ['la 1, no me escriban más', 'opt_out'],
    ['no me escriban más a este número', 'opt_out'],
    ['no me escriban en inglés', 'none'],
    ['no me llamen tan temprano', 'none'],
    ['no me llamen por la noche', 'none'],
    ['páseme con un asesor', 'handoff'],
    ['esto es una falta de respeto, pésimo servicio', 'complaint'],
    ['uy no, está carísimo', 'none'],
    ['no, quise decir 2 millones', 'correction'],
    ['ah y mejor para el 30', 'correction'],
    ['cuánto valen las camisas', 'price'],
    ['mil gracias', 'thanks'],
    ['hola buenas', 'greeting'],
    ['hola, quiero 20 camisas', 'none'],
    ['salir', 'none'],
  ])('%s', (text, intent) => {
    expect(ask(text).intent).toBe(intent)
  })
})

describe('cues', () => {
  test.each([
    ['salir', 'ambiguous_exit'],
    ['déjalo', 'cancels'],
    ['ya no, gracias', 'cancels'],
    ['espera', 'waits'],
    ['un momento ya te digo', 'waits'],
    ['qué datos tienen míos?', 'my_data'],
    ['borrar mis datos', 'erase_me'],
    ['lo mismo pero 40', 'same'],
    ['hacen envíos a Villavicencio?', 'asks'],
    ['prefiero no decir', 'declines'],
    ['no sé', 'unsure'],
    ['jajaja vea pues', 'laughs'],
    ['sí, avísenme', 'opts_in'],
    ['esto es una falta de respeto', 'angry'],
    ['bueno, quedo pendiente', 'closes'],
  ] as const)('%s', (text, cue) => {
    expect(ask(text).cues).toContain(cue)
  })

  test.each(['la tela, no se arruga', 'como en un mes', 'qué pena con usted'])(
    '%s is neither a doubt nor a question',
    (text) => {
      expect(ask(text).cues).toEqual([])
    },
  )
})

describe('contact details', () => {
  test('an address and a phone are no sums', () => {
    const reading = ask('mi correo es Ana.Perez@gmail.com y mi cel 3001234567')
    expect(reading.email?.value).toBe('ana.perez@gmail.com')
    expect(reading.phone?.value).toBe('3001234567')
    expect(reading.budget).toBeNull()
  })

  test('a name keeps the surname that is also a place', () => {
    expect(ask('Me llamo Ana María Restrepo', { question: 'name' }).name?.value).toBe(
      'Ana María Restrepo',
    )
  })
})

describe('a message read again', () => {
  test.each(['15', 'el 20 de abril, máximo 900', 'sí, 14 camisetas para el viernes'])(
    '%s says for each question what it says at first sight',
    (text) => {
      const reader = createReader(lexicon)
      for (const question of ['quantity', 'budget', 'urgency', 'yesno'] as const) {
        const options = { question, country: 'CO', today: TUESDAY }
        expect(reader(text, options)).toEqual(createReader(lexicon)(text, options))
      }
    },
  )

  test('a word keeps its sense after having had another beside a number', () => {
    expect(ask('son 25 k', { question: 'budget' }).budget?.value.max).toBe(25_000)
    expect(ask('k es para el viernes').budget).toBeNull()
    expect(ask('son 25 k', { question: 'budget' }).budget?.value.max).toBe(25_000)
  })
})
