import { expect, test } from 'vitest'
import type { LlmAnswer } from '../../../src/core/conversation/events.js'
import {
  type Chat,
  contextOf,
  later,
  NOW,
  newChat,
  of,
  ROSALBA,
  reply,
  says,
  take,
} from './_engine.js'

const UNREACHABLE: LlmAnswer = { ok: false, reason: 'unreachable' }

/** The same texts with a model that nobody reaches, and with none: what is said to the last of them. */
function both(before: (chat: Chat) => Chat, text: string): readonly [string, string] {
  const without = says(before(newChat()), text)
  const asked = says(before(newChat({ ...contextOf(NOW), model: 'on' })), text)
  const [question] = of(asked.effects, 'ask_llm')
  if (question === undefined) throw new Error('nobody was asked')
  const { id } = question.question
  const resumed = take(asked, { kind: 'llm_answered', question: id, answer: UNREACHABLE })
  return [reply(resumed), reply(without)]
}

test.each<[string, (chat: Chat) => Chat, string]>([
  ['the first words', (chat) => chat, 'hola, tienen parqueadero?'],
  ['in the middle', (chat) => says(chat, 'soy Ana, necesito 15 camisas'), 'tienen parqueadero?'],
  [
    'after a person was in the chat',
    (chat) => {
      const paused = take(says(chat, 'soy Ana, necesito 15 camisas'), {
        ...{ kind: 'owner', by: ROSALBA, action: { kind: 'pause' } },
      })
      return later(paused, 'PT13H')
    },
    'tienen parqueadero?',
  ],
  [
    'to somebody who wants no messages',
    (chat) => later(says(says(chat, 'hola'), 'no me escriban más'), 'P2D'),
    'tienen parqueadero?',
  ],
  [
    'to somebody in a person’s hands',
    (chat) => says(says(chat, 'necesito 15 camisas'), 'quiero hablar con una persona'),
    'tienen parqueadero?',
  ],
])('nobody is answered otherwise because a model failed: %s', (_, before, text) => {
  const [with_, without] = both(before, text)
  expect(with_).toBe(without)
})
