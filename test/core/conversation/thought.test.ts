import { describe, expect, test } from 'vitest'
import type { Effect } from '../../../src/core/conversation/effects.js'
import type { LlmAnswer } from '../../../src/core/conversation/events.js'
import {
  type Chat,
  contextOf,
  kinds,
  NOW,
  newChat,
  of,
  reply,
  says,
  take,
  told,
} from './_engine.js'

const THINKING = ['soy Ana, necesito 15 camisas', 'tienen parqueadero?'].reduce(
  says,
  newChat({ ...contextOf(NOW), model: 'on' }),
)

function answered(chat: Chat, answer: LlmAnswer, question = 'm1.0'): Chat {
  return take(chat, { kind: 'llm_answered', question, answer })
}

type Asked = Extract<Effect, { kind: 'ask_llm' }> | undefined

function factsIn(asked: Asked) {
  return asked?.question.task === 'answer' ? asked.question.facts : []
}

describe('a question the facts do not answer', () => {
  test('is asked of the model, with the words and the facts, and the state says so', () => {
    const [asked] = of(THINKING.effects, 'ask_llm')
    expect(asked?.question).toMatchObject({
      id: 'm1.0',
      text: 'tienen parqueadero?',
      task: 'answer',
    })
    expect(factsIn(asked)).toContainEqual({
      id: 'direccion',
      text: 'El taller queda en el barrio Restrepo, en Bogotá.',
    })
    expect(THINKING.state.dialogue).toMatchObject({
      status: 'thinking',
      question: { id: 'm1.0', text: 'tienen parqueadero?' },
    })
    expect(kinds(THINKING)).not.toContain('unanswered')
  })

  test('one the facts answer is never asked of it', () => {
    const chat = says(newChat({ ...contextOf(NOW), model: 'on' }), 'dónde quedan?')
    expect(kinds(chat)).not.toContain('ask_llm')
    expect(reply(chat)).toContain('barrio Restrepo')
  })

  test('without a model nobody waits', () => {
    const chat = says(newChat(), 'tienen parqueadero?')
    expect(kinds(chat)).not.toContain('ask_llm')
    expect(chat.state.dialogue.status).not.toBe('thinking')
  })
})

describe('the answer of the model', () => {
  const good: LlmAnswer = { ok: true, text: 'El taller queda en Restrepo.', facts: ['direccion'] }

  test('is said, and the pending question comes back', () => {
    const chat = answered(THINKING, good)
    expect(reply(chat)).toMatch(/^El taller queda en Restrepo\. ¿/)
    expect(chat.state.dialogue).toMatchObject({
      status: 'talking',
      question: null,
      pending: { kind: 'ask', step: 'fecha' },
    })
    expect(told(chat)).toEqual([])
  })

  test.each<[string, LlmAnswer]>([
    ['with a figure of no fact', { ok: true, text: 'Hay 20 cupos.', facts: ['direccion'] }],
    [
      'with a figure of a fact it did not cite',
      { ok: true, text: 'En 8 días.', facts: ['direccion'] },
    ],
    ['that cites nothing', { ok: true, text: 'Sí tenemos.', facts: [] }],
    ['that cites what does not exist', { ok: true, text: 'Sí tenemos.', facts: ['parqueadero'] }],
    ['that is late', { ok: false, reason: 'timeout' }],
    ['that never came', { ok: false, reason: 'unreachable' }],
    ['that was refused', { ok: false, reason: 'refused' }],
    ['that makes no sense', { ok: false, reason: 'invalid' }],
    ['of a model that is off', { ok: false, reason: 'off' }],
  ])('%s is not said: a person gets the question', (_, answer) => {
    const chat = answered(THINKING, answer)
    if ('text' in answer) expect(reply(chat)).not.toContain(answer.text)
    expect(of(chat.effects, 'llm_refused')).toHaveLength(answer.ok ? 1 : 0)
    expect(reply(chat)).toContain('Ese dato no lo tengo')
    expect(told(chat)).toEqual(['unknown_question'])
    expect(of(chat.effects, 'unanswered')).toMatchObject([{ text: 'tienen parqueadero?' }])
    expect(chat.state.dialogue).toMatchObject({ status: 'talking', question: null })
    expect(chat.state.dialogue.pending).toMatchObject({ kind: 'ask', step: 'fecha' })
  })

  test('to another question than the open one is dropped', () => {
    const chat = answered(THINKING, good, 'm0.0')
    expect(chat.effects).toEqual([])
    expect(chat.state).toEqual(THINKING.state)
  })

  test('the second time is dropped too', () => {
    const once = answered(THINKING, good)
    expect(answered(once, good).effects).toEqual([])
  })

  test('is asked for once a question: the reminder waits for the answer', () => {
    expect(of(answered(THINKING, good).effects, 'set_timer')).toHaveLength(1)
  })
})

describe('a model that takes its time', () => {
  const slow = (chat: Chat): Chat => take(chat, { kind: 'llm_slow', question: 'm1.0' })

  test('is said once, and the answer comes after it', () => {
    const held = slow(THINKING)
    expect(held.said).toEqual(['Déjeme revisar y ya le digo.'])
    expect(held.state.dialogue.status).toBe('thinking')
    expect(slow(held).said).toEqual([])
    const text = 'El taller queda en Restrepo.'
    expect(reply(answered(slow(held), { ok: true, text, facts: ['direccion'] }))).toContain(text)
  })

  test('is not said of a question that is answered', () => {
    const done = answered(THINKING, { ok: false, reason: 'timeout' })
    expect(slow(done).effects).toEqual([])
  })
})

test('an answer to what was taken back is dropped, and nothing is said to be unknown', () => {
  const chat = answered(THINKING, { ok: false, reason: 'overtaken' })
  expect(chat.effects).toEqual([])
  expect(chat.state.dialogue).toMatchObject({ status: 'talking', question: null })
})

test('the model is given prices too, and nothing that hangs on the talk', () => {
  const [asked] = of(THINKING.effects, 'ask_llm')
  const facts = factsIn(asked)
  expect(facts.length).toBeLessThanOrEqual(12)
  expect(facts.some(({ text }) => text.includes('{'))).toBe(false)
})

test('an answer that comes while a human is talking is not said', () => {
  const paused = take(THINKING, {
    kind: 'owner',
    by: { kind: 'staff', id: 'o' as never, name: 'Rosalba' },
    action: { kind: 'pause' },
  })
  const chat = answered(paused, { ok: true, text: 'Queda en Restrepo.', facts: ['direccion'] })
  expect(chat.said).toEqual([])
})

test('an answer to the first message still says that an automated assistant speaks', () => {
  const asked = says(newChat({ ...contextOf(NOW), model: 'on' }), 'buenas, tienen parqueadero?')
  const chat = answered(
    asked,
    { ok: true, text: 'Queda en Restrepo.', facts: ['direccion'] },
    'm0.0',
  )
  const all = of(chat.all, 'say')
    .map(({ message }) => message.text)
    .join(' ')
  expect(all).toContain('asistente automático')
})

test('a chat that was left to a person stays with them after the model answered', () => {
  const texts = ['necesito 15 camisas', 'quiero hablar con una persona', 'tienen parqueadero?']
  const asked = texts.reduce(says, newChat({ ...contextOf(NOW), model: 'on' }))
  const chat = answered(
    asked,
    { ok: true, text: 'Queda en Restrepo.', facts: ['direccion'] },
    'm2.0',
  )
  expect(reply(chat)).toBe('Queda en Restrepo.')
  expect(chat.state.dialogue.status).toBe('handed')
  expect(reply(says(chat, 'para el 15 de abril'))).not.toContain('?')
})
