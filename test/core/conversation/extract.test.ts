import { describe, expect, test } from 'vitest'
import type { FoundSlot } from '../../../src/core/conversation/llm.js'
import {
  type Chat,
  contextOf,
  kinds,
  later,
  NOW,
  newChat,
  of,
  reply,
  says,
  take,
} from './_engine.js'

const on = { ...contextOf(NOW), model: 'on' } as const
const VAGUE = 'pues cuando empiece el mundial de fútbol por ahí'

function asked(text = VAGUE): Chat {
  return [text].reduce(says, ['soy Ana, necesito 20 delantales'].reduce(says, newChat(on)))
}

function finds(...found: readonly FoundSlot[]): Chat {
  return take(asked(), {
    kind: 'llm_answered',
    question: 'm1.0',
    answer: { ok: true, found },
  })
}

const date = (said: string, means: string): FoundSlot => ({ slot: 'urgency', said, means })
const WORLD_CUP = 'cuando empiece el mundial'
const HINT = 'Creo que no entendí bien la fecha'

describe('an answer of which nothing could be read', () => {
  test('goes to the model with the slots that are not known', () => {
    const [ask] = of(asked().effects, 'ask_llm')
    expect(ask?.question).toEqual({
      id: 'm1.0',
      task: 'extract',
      text: VAGUE,
      slots: ['urgency', 'budget', 'authority'],
    })
    expect(asked().state.dialogue.status).toBe('thinking')
    expect(asked().said).toEqual([])
  })

  test.each([
    ['too short to hold anything', 'quién sabe pues'],
    ['that was read', 'para el 15 de abril, por ahí'],
  ])('but not one %s', (_, text) => {
    expect(kinds(asked(text))).not.toContain('ask_llm')
  })

  test('nor anything without a model', () => {
    const chat = ['soy Ana, necesito 20 delantales', VAGUE].reduce(says, newChat())
    expect(kinds(chat)).not.toContain('ask_llm')
    expect(reply(chat)).toContain(HINT)
  })
})

describe('what the model found', () => {
  test('is put to the person, and no fact before a yes', () => {
    const chat = finds(date(WORLD_CUP, 'para mediados de junio'))
    expect(reply(chat)).toBe('A ver si le entendí bien: ¿para mediados de junio?')
    expect(chat.state.inquiry?.slots.urgency).toBeUndefined()
    expect(of(chat.effects, 'slot')).toEqual([])
    const yes = says(chat, 'sí')
    expect(yes.state.inquiry?.slots.urgency).toMatchObject({ confidence: 0.5 })
    expect(yes.state.dialogue.pending).toMatchObject({ kind: 'ask', step: 'presupuesto' })
  })

  test('a day later is a day nearer', () => {
    const chat = finds(date(WORLD_CUP, 'en tres semanas'), date('', ''))
    expect(reply(chat)).toContain(HINT)
    const soon = says(later(finds(date(WORLD_CUP, 'para mediados de junio')), 'P1D'), 'sí, eso')
    const now = says(finds(date(WORLD_CUP, 'para mediados de junio')), 'sí, eso')
    const days = ({ state }: Chat): number => {
      const slot = state.inquiry?.slots.urgency
      const value = slot?.status === 'known' ? slot.value : null
      return typeof value === 'object' && value !== null && 'days' in value
        ? (value.days?.[0] ?? 0)
        : 0
    }
    expect(days(now) - days(soon)).toBe(1)
  })

  test('that the person denies is answered with an example', () => {
    const chat = says(finds(date(WORLD_CUP, 'para mediados de junio')), 'no')
    expect(reply(chat)).toContain(HINT)
    expect(chat.state.inquiry?.slots.urgency).toBeUndefined()
  })

  test('gives way to what the person writes instead', () => {
    const chat = says(finds(date(WORLD_CUP, 'para mediados de junio')), 'no, para el 15 de abril')
    expect(reply(chat)).toContain('15 de abril')
    expect(chat.state.inquiry?.slots.urgency).toMatchObject({ said: expect.stringContaining('15') })
  })

  test.each<[string, FoundSlot]>([
    ['cites words that nobody wrote', date('para el 15 de abril', 'para el 15 de abril')],
    ['cites nothing', date(' ', 'para mediados de junio')],
    ['has a figure that was not said', date(WORLD_CUP, 'para el 15 de junio')],
    ['has a figure in words that was not said', date(WORLD_CUP, 'en tres semanas')],
    ['is nothing that our reader reads', date(WORLD_CUP, 'cuando ruede el balón')],
    ['is known already', { slot: 'need', said: WORLD_CUP, means: 'camisas' }],
    ['is a slot of nobody', { slot: 'score', said: WORLD_CUP, means: '100' }],
    ['is money made up', { slot: 'budget', said: WORLD_CUP, means: '9 millones' }],
    ['is a long tale', date(WORLD_CUP, `para mediados de junio ${'y así '.repeat(20)}`)],
  ])('is dropped where it %s', (_, found) => {
    const chat = finds(found)
    expect(reply(chat)).toContain(HINT)
    expect(chat.state.dialogue.pending).toMatchObject({ kind: 'ask', misses: 1 })
  })

  test.each(['timeout', 'spent', 'invalid'] as const)('%s: goes on as without', (reason) => {
    const chat = take(asked(), {
      kind: 'llm_answered',
      question: 'm1.0',
      answer: { ok: false, reason },
    })
    expect(reply(chat)).toContain(HINT)
    expect(kinds(chat)).not.toContain('unanswered')
  })

  test('never replaces what the reader read', () => {
    const chat = says(finds({ slot: 'quantity', said: 'por ahí', means: '90' }), 'sí')
    expect(chat.state.inquiry?.slots.quantity).toMatchObject({ value: 20 })
  })
})

test('whoever an owner took meanwhile is left to them', () => {
  const taken = take(asked(), {
    kind: 'owner',
    by: { kind: 'staff', id: 'o' as never, name: 'Rosalba' },
    action: { kind: 'take' },
  })
  const answer = { ok: true, found: [date(WORLD_CUP, 'para mediados de junio')] } as const
  const chat = take(taken, { kind: 'llm_answered', question: 'm1.0', answer })
  expect(chat.said).toEqual([])
  expect(chat.state.dialogue.status).toBe('handed')
})
