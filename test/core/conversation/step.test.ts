import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { step } from '../../../src/core/conversation/step.js'
import { STAGES } from '../../../src/core/types.js'
import {
  acts,
  type Chat,
  frozen,
  messageOf,
  newChat,
  of,
  reply,
  says,
  take,
  talk,
} from './_engine.js'

const RICH =
  'soy Ana, del restaurante La Alacena. Necesito 20 camisetas polo para el 27, tengo un millón'

describe('step', () => {
  test.each([
    ['a first greeting', newChat(), 'hola'],
    ['a rich first message', newChat(), RICH],
    ['an answer to a question', talk('necesito 15 camisas'), 'en un mes'],
    ['a word after the card', talk(RICH, 'yo decido'), 'y hacen delantales?'],
    ['an opt-out', talk('necesito 15 camisas'), 'no me escriban más'],
  ])('gives the same for %s as often as it is asked', (_, chat, text) => {
    const event = frozen(messageOf(chat, [{ kind: 'text', text }]))
    const first = step(chat.state, event, chat.context)
    const second = step(chat.state, event, chat.context)
    expect(second).toEqual(first)
    expect(first[0]).not.toBe(chat.state)
  })

  test('goes on the same from a state that went through JSON', () => {
    const chat = talk('necesito 15 camisas', 'en un mes')
    const stored = { ...chat, state: JSON.parse(JSON.stringify(chat.state)) }
    const [whole, read] = [says(chat, 'sí'), says(stored, 'sí')]
    expect(read.state).toEqual(whole.state)
    expect(read.effects).toEqual(whole.effects)
  })

  test('effects survive JSON', () => {
    const { all } = acts(talk(RICH, 'yo decido'), { kind: 'won', amount: 840_000, saleId: 's1' })
    expect(JSON.parse(JSON.stringify(all))).toEqual(all)
  })

  test('a message without words that needs no answer gets none', () => {
    const chat = talk('necesito 15 camisas')
    const reaction = { kind: 'reaction', emoji: '👍', to: 'm0.0' } as const
    const next = take(chat, messageOf(chat, [frozen(reaction) as never]))
    expect(next.said).toEqual([])
    expect(next.state.dialogue.pending).toEqual(chat.state.dialogue.pending)
  })
})

const TEXTS = [
  'hola',
  'gracias',
  'sí',
  'no',
  'no sé',
  'prefiero no decir',
  'espera',
  'yo decido',
  'mi jefe',
  'necesito 15 camisas',
  '20 camisetas polo',
  'somos 14',
  '35',
  'la 2',
  'el segundo',
  'en un mes',
  'para el 15 de abril',
  'cuanto antes',
  'tengo 200 mil',
  'hasta 900 mil',
  '2 millones',
  'perdón, son 3 millones',
  'cuánto valen las camisas',
  'y hacen delantales?',
  'dónde quedan?',
  'tienen parqueadero?',
  'hay descuento?',
  'necesito zapatos',
  'quiero hablar con alguien',
  'qué falta de respeto',
  'déjalo',
  'empecemos de nuevo',
  'salir',
  'no me escriban más',
  'qué datos tienen míos',
  'asdf qwer',
  '',
  '👍',
  RICH,
  'x'.repeat(4000),
] as const

/** What holds whatever a person writes, in whatever order. */
function expectOrder(before: Chat, chat: Chat): void {
  for (const text of chat.said) {
    expect(text.length).toBeLessThanOrEqual(300)
    expect(text).not.toMatch(/\{\w|undefined|null|NaN/)
  }
  expect(chat.state.dialogue.questions).toBeLessThanOrEqual(4)
  const rank = (name: Chat['state']['contact']['stage']) =>
    name === null ? -1 : STAGES.indexOf(name)
  expect(rank(chat.state.contact.stage)).toBeGreaterThanOrEqual(rank(before.state.contact.stage))
  const moves = of(chat.effects, 'stage')
  expect(moves.map(({ to }) => to).at(-1) ?? before.state.contact.stage).toBe(
    chat.state.contact.stage,
  )
}

test('four questions, one card, short bubbles and stages in order, whatever is written', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...TEXTS), { minLength: 1, maxLength: 12 }), (texts) => {
      let chat = newChat()
      for (const text of texts) {
        const next = says(chat, text)
        expectOrder(chat, next)
        chat = next
      }
      const cards = of(chat.all, 'tell').filter(({ notice }) => notice.kind === 'card')
      expect(cards.length).toBeLessThanOrEqual(1)
      const stages = of(chat.all, 'stage')
      expect(stages.map(({ from }) => from).slice(1)).toEqual(
        stages.map(({ to }) => to).slice(0, -1),
      )
    }),
    { seed: 2026, numRuns: 80 },
  )
})

test('the bot never says the same twice in a row, unless the same is asked twice in a row', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...TEXTS), { minLength: 2, maxLength: 10 }), (texts) => {
      let [chat, last] = [newChat(), '']
      for (const text of texts.filter((each, index) => each !== texts[index - 1])) {
        chat = says(chat, text)
        if (chat.said.length === 0) continue
        expect(reply(chat)).not.toBe(last)
        last = reply(chat)
      }
    }),
    { seed: 2026, numRuns: 80 },
  )
})
