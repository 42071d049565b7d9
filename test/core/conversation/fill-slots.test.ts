import { describe, expect, test } from 'vitest'
import { localTime } from '../../../src/core/schedule/local-time.js'
import { contextOf, NOW, newChat, of, reply, says, sends, slots, talk, told } from './_engine.js'

const RICH =
  'Buenas, soy Ana, del restaurante La Alacena. Necesito 20 camisetas polo con logo para el viernes 27, tengo más o menos un millón'

describe('one message', () => {
  const chat = talk(RICH)

  test('can fill every slot', () => {
    expect(slots(chat)).toMatchObject({
      name: 'Ana',
      organization: 'La Alacena',
      need: 'camisetas polo',
      quantity: 20,
      urgency: { bucket: 'month', days: [17, 17] },
      budget: { min: 1_000_000, max: 1_000_000, none: false },
    })
  })

  test('each with the words and the message that prove it, and when', () => {
    expect(chat.state.inquiry?.slots.budget).toMatchObject({ message: 'm0.0', status: 'known' })
    expect(chat.state.inquiry?.slots.budget?.said).toContain('un millón')
    for (const slot of Object.values(chat.state.inquiry?.slots ?? {})) {
      expect(slot.at).toBe(chat.context.now)
    }
  })

  test('keeps what is of the person apart from what is of the inquiry', () => {
    expect(Object.keys(chat.state.contact.slots).toSorted()).toEqual(['name', 'organization'])
    const effects = of(chat.effects, 'slot')
    const owners = effects.map(({ name, inquiry }) => [name, inquiry])
    expect(owners).toContainEqual(['name', null])
    expect(owners).toContainEqual(['budget', 'ana.1'])
  })

  test('is never asked for again: only what is missing is', () => {
    expect(chat.state.dialogue).toMatchObject({ questions: 1, pending: { step: 'quien-decide' } })
  })
})

test.each([
  ['hola', {}],
  ['soy Lucía', { name: 'Lucía' }],
  ['necesito 15 camisas', { need: 'camisas de dotación', quantity: 15 }],
  ['necesito camisas', { need: 'camisas de dotación' }],
  ['es para el 15 de abril', { urgency: { bucket: 'month', days: [36, 36] } }],
  ['tengo hasta 900 mil', { budget: { min: null, max: 900_000, none: false } }],
  ['yo decido la compra', { authority: 'self' }],
  ['lo decidimos mi socia y yo', { authority: 'shared' }],
  ['mi correo es ana@alacena.co', { email: 'ana@alacena.co' }],
  ['necesito 20 uniformes', { need: 'uniformes', quantity: 20 }],
  ['uniformes para una cafetería, somos 14', { quantity: 14 }],
])('%j says %j', (text, expected) => {
  const known = slots(talk(text))
  expect(known).toMatchObject(expected)
  for (const name of ['budget', 'urgency', 'authority']) {
    if (!(name in expected)) expect(known[name]).toBeUndefined()
  }
})

test('a burst of messages is read as one', () => {
  const texts = ['hola', 'soy Ana', 'necesito 20 camisetas polo'] as const
  const chat = sends(newChat(), ...texts.map((text) => ({ kind: 'text', text }) as const))
  expect(slots(chat)).toMatchObject({ name: 'Ana', need: 'camisetas polo', quantity: 20 })
  expect(chat.said).toHaveLength(1)
  expect(chat.state.inquiry?.slots.need).toMatchObject({ message: 'm0.2' })
})

test('"ya" before a verb is no date', () => {
  const chat = talk('necesito 20 camisas', 'ya les pagué y no llega nada')
  expect(slots(chat).urgency).toBeUndefined()
})

describe('a bare figure', () => {
  test('after "cuántas" is a quantity, never money', () => {
    const chat = talk('cuánto valen las camisas', '15')
    expect(slots(chat)).toMatchObject({ quantity: 15 })
    expect(slots(chat).budget).toBeUndefined()
    expect(reply(chat)).toContain('$870.000')
  })

  test('beside a total is money of its size', () => {
    const chat = talk('necesito 15 camisas', 'en un mes', 'sí, hasta 900')
    expect(slots(chat)).toMatchObject({ budget: { min: null, max: 900_000 } })
  })

  test('a bare yes to the total is that total', () => {
    const chat = talk('necesito 15 camisas', 'en un mes', 'sí')
    expect(slots(chat)).toMatchObject({ budget: { min: 870_000, max: 870_000, currency: 'COP' } })
  })

  test('a bare no to the total asks for theirs, without a new question spent', () => {
    const before = talk('necesito 15 camisas', 'en un mes')
    const chat = says(before, 'no')
    expect(slots(chat).budget).toBeUndefined()
    expect(reply(chat)).not.toContain('$870.000')
    expect(chat.state.dialogue.questions).toBe(before.state.dialogue.questions)
  })

  test('neither yes nor no to the total is a budget without a figure, and a person', () => {
    const chat = talk('necesito 15 camisas', 'en un mes', 'más o menos')
    expect(slots(chat)).toMatchObject({ budget: { min: null, max: null, none: true } })
    expect(told(chat)).toContain('card')
  })
})

describe('a correction', () => {
  test('replaces the value and keeps the words of the new one', () => {
    const chat = talk('necesito 20 camisetas polo', 'perdón, son 35')
    expect(slots(chat)).toMatchObject({ quantity: 35 })
    expect(reply(chat)).toContain('$1.470.000')
    const history = of(chat.all, 'slot').filter(({ name }) => name === 'quantity')
    expect(history.map(({ slot }) => slot.status === 'known' && slot.value)).toEqual([20, 35])
  })

  test('is followed by score and outcome', () => {
    const low = talk('necesito 12 camisas, tengo 200 mil')
    const fixed = says(low, 'perdón, son 2 millones')
    expect(low.state.inquiry?.outcome).toMatchObject({ kind: 'disqualified' })
    expect(fixed.state.inquiry?.outcome).toBeNull()
    expect(fixed.state.inquiry?.score).toBe(70)
  })

  test('after the card is a short message to the owner, with both values', () => {
    const chat = talk(RICH, 'perdón, son 3 millones')
    const notices = of(chat.effects, 'tell').map(({ notice }) => notice)
    expect(notices).toMatchObject([{ kind: 'corrected', slot: 'budget' }])
    expect(notices[0]).toMatchObject({
      from: expect.stringContaining('$1.000.000'),
      to: expect.stringContaining('$3.000.000'),
    })
  })

  test('before the card tells the owner nothing', () => {
    expect(told(talk('necesito 20 camisetas polo', 'perdón, son 35'))).toEqual([])
  })

  test('saying the same again changes nothing', () => {
    const chat = talk(RICH, 'son 20 camisetas polo')
    expect(of(chat.effects, 'slot')).toEqual([])
    expect(told(chat)).toEqual([])
  })

  test('that begins with "no" is no answer to the question that is pending', () => {
    const chat = talk('necesito 20 camisas', 'no, mejor 25')
    expect(slots(chat)).toMatchObject({ quantity: 25 })
    expect(slots(chat).urgency).toBeUndefined()
    expect(chat.state.dialogue.pending).toMatchObject({ step: 'fecha' })
  })

  test('a date is counted from the day it was said', () => {
    const at = chatDay(talk('necesito 15 camisas', 'en 20 días').state.inquiry?.slots.urgency?.at)
    expect(at).toBe(localTime(NOW, contextOf(NOW).business.timeZone).day)
  })
})

function chatDay(at: Parameters<typeof localTime>[0] | undefined): number | null {
  return at === undefined ? null : localTime(at, 'America/Bogota').day
}
