import { describe, expect, test } from 'vitest'
import type { LogEntry, OutboxStatus } from '../../../src/web/deps.js'
import { chatView } from '../../../src/web/view/chat-view.js'
import { business, messages } from '../_house.js'

const frame = { messages, business, said: ['millón ochocientos'] }

function wrote(id: string, text: string, replyTo: string | null = null): LogEntry {
  const at = '2026-03-10T15:04:00.000Z'
  return { author: 'contact', id, at, replyTo, content: { kind: 'text', text } }
}

function bot(id: string, text: string, status: OutboxStatus = 'acknowledged'): LogEntry {
  const at = '2026-03-11T02:00:00.000Z'
  return { author: 'bot', id, at, replyTo: null, status, message: { kind: 'text', text } }
}

describe('a conversation as bubbles', () => {
  test('stands on the wall clock of the business', () => {
    const [first, second] = chatView([wrote('a', 'hola'), bot('b', 'Buenas')], frame)
    expect([first?.day, first?.time]).toEqual(['mar 10 mar 2026', '10:04'])
    expect([second?.day, second?.time]).toEqual(['mar 10 mar 2026', '21:00'])
  })

  test('knows whose each bubble is and how far it got', () => {
    const human: LogEntry = {
      author: 'human',
      id: 'h',
      at: '2026-03-11T02:01:00.000Z',
      replyTo: null,
      content: { kind: 'text', text: 'yo sigo' },
    }
    const log = [wrote('a', 'hola'), bot('b', 'Buenas'), human, wrote('c', '¿y?')]
    expect(chatView(log, frame).map(({ side, tick }) => [side, tick])).toEqual([
      ['me', 'read'],
      ['bot', 'none'],
      ['human', 'sent'],
      ['me', 'delivered'],
    ])
  })

  test.each([
    ['queued', 'waiting', 'En camino'],
    ['sending', 'waiting', 'En camino'],
    ['unknown', 'waiting', 'En camino'],
    ['failed', 'failed', 'No salió'],
    ['acknowledged', 'none', ''],
    ['delivered', 'none', ''],
    ['read', 'none', ''],
  ] as const)('an answer that is %s shows as %s', (status, tick, tickText) => {
    expect(chatView([bot('b', 'Buenas', status)], frame)).toMatchObject([{ tick, tickText }])
  })

  test('leaves out what was overtaken before it was sent', () => {
    expect(chatView([bot('b', 'Buenas', 'cancelled')], frame)).toEqual([])
  })

  test('quotes the message it answers, when that is still here', () => {
    const log = [wrote('a', 'hola'), wrote('b', 'sí', 'a'), wrote('c', 'no', 'gone')]
    expect(chatView(log, frame).map((bubble) => bubble.quote)).toEqual([
      null,
      { id: 'a', text: 'hola' },
      null,
    ])
  })

  test('marks the words that became a fact in what the person wrote, and shows bold in the rest', () => {
    const log = [
      wrote('a', 'tengo millón ochocientos, creo'),
      bot('b', 'Unos *millón ochocientos*'),
    ]
    expect(chatView(log, frame).map((bubble) => bubble.pieces)).toEqual([
      [
        { text: 'tengo ', kind: 'plain' },
        { text: 'millón ochocientos', kind: 'said' },
        { text: ', creo', kind: 'plain' },
      ],
      [
        { text: 'Unos ', kind: 'plain' },
        { text: 'millón ochocientos', kind: 'bold' },
      ],
    ])
  })

  test('keeps the text of a question apart from its options', () => {
    const options = [{ id: 'si', label: 'Sí' }]
    const asked: LogEntry = {
      author: 'bot',
      id: 'q',
      at: '2026-03-10T15:04:00.000Z',
      replyTo: null,
      status: 'acknowledged',
      message: { kind: 'options', text: '¿Seguro?', options },
    }
    expect(chatView([asked], frame)).toMatchObject([
      { pieces: [{ text: '¿Seguro?', kind: 'plain' }], options },
    ])
  })
})
