import { describe, expect, test } from 'vitest'
import { mergeDialogues } from '../../../src/core/conversation/merge-dialogues.js'
import { type Chat, contextOf, NOW, newChat, reply, says, slots, talk } from './_engine.js'

/** Stands at the question for the budget, with an order that has no price of its own. */
const ASKED = ['necesito uniformes para 20 personas', 'para dentro de dos meses'] as const

function asked(): Chat {
  const chat = talk(...ASKED)
  expect(chat.state.dialogue.pending).toMatchObject({ kind: 'ask', step: 'presupuesto' })
  return chat
}

function budget(chat: Chat) {
  return slots(chat).budget
}

const LESS = { min: 50_000, max: 50_000 }
const MORE = { min: 50_000_000, max: 50_000_000 }

describe('a bare figure that may be thousands or millions', () => {
  test.each([
    ['50', '$50.000', '$50.000.000'],
    ['unos 50', '$50.000', '$50.000.000'],
    ['son 3', '$3.000', '$3.000.000'],
    ['hasta 30', '$30.000', '$30.000.000'],
  ])('«%s» is asked about and is no fact yet', (text, less, more) => {
    const chat = says(asked(), text)
    expect(reply(chat)).toContain(`¿son ${less} o ${more}?`)
    expect(budget(chat)).toBeUndefined()
    expect(chat.state.dialogue.pending).toMatchObject({ kind: 'scale' })
    expect(chat.state.dialogue.loop.idle).toEqual([])
  })

  test.each([
    ['50 mil', 50_000],
    ['50 millones', 50_000_000],
    ['2 millones', 2_000_000],
    // Half a thousand million for uniforms is nobody's budget.
    ['500', 500_000],
  ])('«%s» is settled', (text, amount) => {
    expect(budget(says(asked(), text))).toMatchObject({ max: amount, currency: 'COP' })
  })

  test('beside the total of an order it is settled', () => {
    const chat = talk('20 camisetas polo para dentro de dos meses', 'tengo 900')
    expect(budget(chat)).toMatchObject({ max: 900_000 })
  })

  test('where things cost tens, tens are meant', () => {
    const products = contextOf(NOW).business.products.map((one) => ({ ...one, price: 12 }))
    const business = { currency: 'USD', products }
    const chat = [...ASKED, '50'].reduce(says, newChat(contextOf(NOW, business)))
    expect(budget(chat)).toMatchObject({ max: 50, currency: 'USD' })
  })

  test('the limits of a range are both scaled', () => {
    const chat = says(says(asked(), 'entre 40 y 50'), 'millones')
    expect(budget(chat)).toMatchObject({ min: 40_000_000, max: 50_000_000 })
  })
})

describe('the answer to which of the two', () => {
  test.each([
    ['1', LESS],
    ['la 2', MORE],
    ['2.', MORE],
    ['el segundo', MORE],
    ['la primera', LESS],
    ['millones', MORE],
    ['son millones', MORE],
    ['mil', LESS],
    ['50 mil', LESS],
    ['cincuenta millones', MORE],
    ['$50.000.000', MORE],
    ['50.000', LESS],
    ['no, son 80 millones', { max: 80_000_000 }],
    ['perdón, 800 mil', { max: 800_000 }],
    ['2 millones', { max: 2_000_000 }],
    ['un millón', { max: 1_000_000 }],
  ])('«%s»', (text, value) => {
    const chat = says(says(asked(), '50'), text)
    expect(budget(chat)).toMatchObject(value)
    expect(chat.state.dialogue.pending?.kind).not.toBe('scale')
  })

  test('score and stage follow', () => {
    const before = says(asked(), '50')
    const chat = says(before, '2')
    expect(chat.state.inquiry?.score).toBeGreaterThan(before.state.inquiry?.score ?? 0)
  })

  test.each(['qué bonito día', '50', 'sí'])('«%s» is neither: the question stays', (text) => {
    const chat = says(says(asked(), '50'), text)
    expect(budget(chat)).toBeUndefined()
    expect(chat.state.dialogue.pending).toMatchObject({ kind: 'ask', step: 'presupuesto' })
    expect(budget(says(chat, '2 millones'))).toMatchObject({ max: 2_000_000 })
  })

  test('another bare figure is asked about as the first was, in other words', () => {
    const chat = says(says(asked(), '50'), 'no, 60')
    expect(reply(chat)).toContain('¿Y serían $60.000 o $60.000.000?')
    expect(budget(says(chat, 'el segundo'))).toMatchObject({ max: 60_000_000 })
  })

  test('who does not know is not asked again', () => {
    const chat = says(says(asked(), '50'), 'no sé')
    expect(chat.state.inquiry?.slots.budget?.status).toBe('declined')
  })

  test('leaving goes before it', () => {
    const chat = says(says(asked(), '50'), 'no me escriban más')
    expect(chat.state.contact.consent).toBe('opted_out')
  })

  test('a question of theirs is answered, and the budget stays open', () => {
    const chat = says(says(asked(), '50'), '¿dónde quedan?')
    expect(reply(chat)).toContain('Restrepo')
    expect(chat.state.dialogue.pending).toMatchObject({ kind: 'ask', step: 'presupuesto' })
  })

  test('survives being kept as text, and the merge of two conversations', () => {
    const { state, ...rest } = says(asked(), '50')
    const other = talk('hola').state.dialogue
    const merged = mergeDialogues({ ...other, heardAt: null }, state.dialogue)
    const kept = JSON.parse(JSON.stringify({ ...state, dialogue: merged }))
    expect(budget(says({ ...rest, state: kept }, 'la segunda'))).toMatchObject(MORE)
  })
})
