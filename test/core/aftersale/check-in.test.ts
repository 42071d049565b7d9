import { describe, expect, test } from 'vitest'
import { checkInDay } from '../../../src/core/aftersale/check-in-day.js'
import type { Iso } from '../../../src/core/types.js'
import {
  acts,
  type Chat,
  contextOf,
  later,
  NOW,
  of,
  reply,
  says,
  take,
  talk,
  told,
} from '../conversation/_engine.js'

const LEAD = talk('soy Ana, necesito 20 camisetas polo para el 15 de abril, tengo un millón')
const WON = acts(LEAD, { kind: 'won', amount: 840_000, saleId: 's1' })

/** The check-in asks, two days after the sale. */
function asked(chat: Chat = WON): Chat {
  const timer = of(chat.effects, 'set_timer').findLast(({ flow }) => flow === 'after-sale')
  if (timer === undefined) throw new Error('no check-in was set')
  const then = { ...chat, context: { ...chat.context, now: timer.dueAt } }
  const { id, name, flow, step } = timer
  return take(then, {
    kind: 'timer',
    id,
    name,
    flow,
    step,
    proactiveToday: 0,
    proactiveThisWeek: 0,
    lockedUntil: null,
  })
}

const day = (iso: string): number => Date.parse(iso) / 86_400_000

test.each([
  ['on a Tuesday is Thursday', NOW, '2026-03-12T00:00:00Z'],
  [
    'on a Friday is Monday: nobody is written to on Sunday',
    '2026-03-13T15:00:00.000Z',
    '2026-03-16T00:00:00Z',
  ],
  ['before a holiday is the day after it', '2026-03-21T15:00:00.000Z', '2026-03-24T00:00:00Z'],
])('a sale recorded %s', (_, now, expected) => {
  expect(checkInDay(contextOf(now as Iso))).toBe(day(expected))
})

describe('after a sale', () => {
  test('the question comes two days later, by the name they gave', () => {
    expect(of(WON.effects, 'set_timer').at(-1)).toMatchObject({ dueAt: '2026-03-12T15:01:00.000Z' })
    expect(reply(asked())).toContain('Ana. Le escribo por su pedido')
    expect(reply(asked())).toContain('¿Llegó todo bien?')
    expect(of(asked().effects, 'say')).toMatchObject([{ occasion: 'proactive' }])
  })

  test.each(['sí', 'todo bien', 'sí, quedaron muy bien'])('%j is good news', (text) => {
    const chat = says(asked(), text)
    expect(reply(chat)).toContain('Qué bueno saberlo')
    expect(told(chat)).toEqual([])
  })

  test.each(['no', 'llegó mal', 'el logo quedó torcido', 'bien, pero faltan dos'])(
    '%j reaches the owner at once, in their words',
    (text) => {
      const chat = says(asked(), text)
      expect(of(chat.effects, 'tell').map(({ notice }) => notice)).toMatchObject([
        { kind: 'ticket', about: 'complaint', said: text },
      ])
      expect(reply(chat)).toContain('Qué pena con usted')
      expect(reply(chat)).not.toContain('?')
    },
  )

  test('"todavía no ha llegado" is asked again in three days', () => {
    const chat = says(asked(), 'todavía no ha llegado')
    expect(told(chat)).toEqual([])
    const [timer] = of(chat.effects, 'set_timer')
    expect(timer?.dueAt).toBe('2026-03-16T13:00:00.000Z')
    const again = asked(chat)
    expect(again.state.dialogue.pending).toMatchObject({ kind: 'ask', flow: 'after-sale' })
    expect(reply(again)).toContain('?')
    expect(reply(again)).not.toBe(reply(asked()))
  })

  test('no reminder follows a check-in that is not answered', () => {
    expect(of(asked().effects, 'set_timer')).toEqual([])
  })

  test('is not asked once the sale is undone, nor of who opted out', () => {
    const out = says(WON, 'no me escriban más')
    expect(asked({ ...out, effects: WON.effects }).said).toEqual([])
  })

  test('a question about something else is answered and the check-in stays open', () => {
    const chat = says(asked(), 'cuánto vale el delantal?')
    expect(reply(chat)).toContain('$29.000')
    expect(told(chat)).toEqual([])
  })

  test('a new order after it opens a new inquiry', () => {
    const chat = says(later(says(asked(), 'todo bien'), 'P30D'), 'necesito 30 delantales')
    expect(chat.state.inquiry?.number).toBe(2)
    expect(reply(chat)).toContain('$870.000')
  })
})

test.each([
  ['sí, todo perfecto', true],
  ['pues 3 venían con el logo torcido', false],
])('%j is kept as an answer, with how content they are', (text, good) => {
  const chat = says(asked(), text)
  expect(of(chat.effects, 'survey')).toEqual([
    { kind: 'survey', survey: 'check_in', score: null, said: text },
  ])
  const { satisfaction } = chat.state.contact
  expect(satisfaction).toEqual({ kind: 'check_in', score: null, good, at: chat.context.now })
})
