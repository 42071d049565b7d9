import { describe, expect, test } from 'vitest'
import type { Content, MessageId, SentFile } from '../../../src/core/types.js'
import type { OutboxStatus } from '../../../src/store/outbox.js'
import type { LogEntry } from '../../../src/web/deps.js'
import { chatView } from '../../../src/web/view/chat-view.js'
import { plainText } from '../../../src/web/view/piece.js'
import { business, messages } from '../_house.js'

const now = new Date('2026-03-11T15:00:00.000Z')
const frame = {
  now,
  messages,
  business,
  said: [{ slot: 'budget', words: 'millón ochocientos', message: null }],
}

type Heard = Extract<LogEntry, { author: 'contact' | 'human' }>

function sent(id: string, content: Content, more: Partial<Heard> = {}): Heard {
  return {
    author: 'contact',
    id,
    at: '2026-03-10T15:04:00.000Z',
    replyTo: null,
    referral: null,
    taken: true,
    content,
    ...more,
  }
}

function wrote(id: string, text: string, more: Partial<Heard> = {}): Heard {
  return sent(id, { kind: 'text', text }, more)
}

function bot(id: string, text: string, status: OutboxStatus = 'delivered'): LogEntry {
  const at = '2026-03-11T02:00:00.000Z'
  return { author: 'bot', id, at, replyTo: null, status, message: { kind: 'text', text } }
}

function asked(id: string): LogEntry {
  const options = [
    { id: 'si', label: 'Sí' },
    { id: 'no', label: 'No' },
  ]
  const message = { kind: 'options', text: '¿Seguro?', options } as const
  return {
    author: 'bot',
    id,
    at: '2026-03-10T15:04:30.000Z',
    replyTo: null,
    status: 'read',
    message,
  }
}

describe('a conversation as bubbles', () => {
  test('shows a picture and a file of the bot, each with the way to its bytes', () => {
    const about = { hash: 'abc', bytes: 9, mime: 'text/csv' }
    const size = { media: 'image', width: 1080, height: 2250 } as const
    const of = (file: SentFile): LogEntry => ({
      ...bot('b', ''),
      ...{ author: 'bot', status: 'read', message: { kind: 'file', text: '*Hola*', file } },
    })
    const shown = chatView(
      [
        of({ ...about, ...size, name: 'semana.png' }),
        of({ ...about, media: 'document', name: 'ventas.csv' }),
      ],
      frame,
    )
    const pieces = [{ kind: 'bold', text: 'Hola' }]
    const href = '/simulator/files/abc'
    expect(shown.map(({ body }) => body)).toEqual([
      { kind: 'picture', href, name: 'semana.png', width: 1080, height: 2250, pieces },
      { kind: 'download', href, name: 'ventas.csv', type: 'CSV', pieces },
    ])
  })

  test('stands on the wall clock of the business', () => {
    const [first, second] = chatView([wrote('a', 'hola'), bot('b', 'Buenas')], frame)
    expect([first?.day, first?.time]).toEqual(['Ayer', '10:04'])
    expect([second?.day, second?.time]).toEqual(['Ayer', '21:00'])
    const [old] = chatView([wrote('a', 'hola', { at: '2025-12-24T15:04:00.000Z' })], frame)
    expect(old?.day).toBe('Miércoles 24 de diciembre de 2025')
  })

  test('knows whose each bubble is, and which one begins', () => {
    const log = [wrote('a', 'hola'), wrote('b', '?'), wrote('c', 'yo sigo', { author: 'human' })]
    expect(chatView(log, frame).map(({ side, first }) => [side, first])).toEqual([
      ['me', true],
      ['me', false],
      ['human', true],
    ])
  })

  test('says that the bot read what it took in, and nothing before', () => {
    const log = [wrote('a', 'hola'), wrote('b', '¿y?', { taken: false })]
    expect(chatView(log, frame).map(({ tick, tickText }) => [tick, tickText])).toEqual([
      ['read', 'Leído'],
      ['delivered', 'Entregado'],
    ])
  })

  test.each([
    ['queued', 'waiting', 'coming'],
    ['sending', 'waiting', 'coming'],
    ['unknown', 'waiting', 'coming'],
    ['acknowledged', 'sent', 'text'],
    ['delivered', 'delivered', 'text'],
    ['read', 'read', 'text'],
    ['failed', 'failed', 'text'],
    ['cancelled', 'cancelled', 'text'],
  ] as const)('shows an answer that is %s as %s', (status, tick, kind) => {
    expect(chatView([bot('b', 'Buenas', status)], frame)).toMatchObject([{ tick, body: { kind } }])
  })

  test('quotes the message it answers, when that is still here', () => {
    const log = [
      wrote('a', 'hola'),
      bot('b', '*¿Qué* necesita?'),
      wrote('c', 'sí', { replyTo: 'a' }),
      wrote('d', 'eso', { replyTo: 'b' }),
      wrote('e', 'no', { replyTo: 'gone' }),
    ]
    expect(chatView(log, frame).map((bubble) => bubble.quote)).toEqual([
      null,
      null,
      { id: 'a', mine: true, text: 'hola' },
      { id: 'b', mine: false, text: '¿Qué necesita?' },
      null,
    ])
  })

  test('quotes a lead card by its head', () => {
    const card =
      '*Ana* · La Alacena\n+573105550101\n*Lead calificado* · 90 de 100\n\n*Quiere:* polos'
    const [, answer] = chatView([bot('a', card), wrote('b', 'tomar', { replyTo: 'a' })], frame)
    expect(answer?.quote?.text).toBe('Ana · La Alacena, Lead calificado, 90')
  })

  test('marks the words that became a fact where the person wrote them last', () => {
    const log = [
      wrote('a', 'como millón ochocientos'),
      wrote('b', 'sí, millón ochocientos, creo'),
      bot('c', 'Unos *millón ochocientos*'),
    ]
    expect(chatView(log, frame).map(({ body }) => ('pieces' in body ? body.pieces : []))).toEqual([
      [{ kind: 'plain', text: 'como millón ochocientos' }],
      [
        { kind: 'plain', text: 'sí, ' },
        { kind: 'said', text: 'millón ochocientos', slots: ['budget'] },
        { kind: 'plain', text: ', creo' },
      ],
      [
        { kind: 'plain', text: 'Unos ' },
        { kind: 'bold', text: 'millón ochocientos' },
      ],
    ])
  })

  test('marks them in the message that proved the fact, where that is known', () => {
    const said = [{ slot: 'quantity', words: '20', message: 'a' }]
    const [first, second] = chatView([wrote('a', 'son 20'), wrote('b', 'el 20')], {
      ...frame,
      said,
    })
    expect(first?.body).toMatchObject({ pieces: [{ kind: 'plain' }, { kind: 'said' }] })
    expect(second?.body).toMatchObject({ pieces: [{ kind: 'plain' }] })
  })

  test('puts a reaction on its bubble, the last one of each side, until it is taken back', () => {
    const react = (id: string, emoji: string, more: Partial<Heard> = {}) =>
      sent(id, { kind: 'reaction', emoji, to: 'a' as MessageId }, more)
    const log = [bot('a', 'Listo'), react('b', '👍'), react('c', '❤️')]
    expect(chatView(log, frame)).toMatchObject([{ id: 'a', reactions: ['❤️'] }])
    const human = react('d', '✅', { author: 'human' })
    expect(chatView([...log, human], frame)).toMatchObject([{ reactions: ['❤️', '✅'] }])
    expect(chatView([...log, react('e', '')], frame)).toMatchObject([{ reactions: [] }])
  })

  test('offers the last options only, and shows which was chosen', () => {
    const choice = sent('c', { kind: 'choice', option: 'no', label: 'No' })
    const [old, , last] = chatView([asked('a'), choice, asked('b')], frame)
    expect(old?.options.map(({ open, chosen }) => [open, chosen])).toEqual([
      [false, false],
      [false, false],
    ])
    expect(last?.options.every(({ open }) => open)).toBe(true)
    const [again] = chatView([asked('a'), choice], frame)
    expect(again?.options.map(({ chosen }) => chosen)).toEqual([false, true])
  })

  test('says which advertisement somebody came from', () => {
    const referral = { sourceType: 'ad', sourceId: null, clickId: null, headline: 'Dotación' }
    expect(chatView([wrote('a', 'hola', { referral })], frame)).toMatchObject([{ ad: 'Dotación' }])
  })

  test.each<[Content, object]>([
    [
      { kind: 'audio', seconds: 64, transcript: 'unos millón ochocientos' },
      { kind: 'voice', length: '1:04' },
    ],
    [{ kind: 'image', caption: 'el logo' }, { kind: 'image' }],
    [
      { kind: 'document', name: 'logo.pdf', bytes: null, caption: null },
      { kind: 'file', type: 'PDF' },
    ],
    [
      { kind: 'document', name: 'lista', bytes: null, caption: null },
      { kind: 'file', type: 'Documento' },
    ],
    [
      { kind: 'location', name: null, latitude: 4.5, longitude: -74.1 },
      { kind: 'place', at: '4.5, -74.1' },
    ],
    [
      { kind: 'contact', name: 'Luis', phone: '+573105550199' },
      { kind: 'person', name: 'Luis', phone: '+573105550199' },
    ],
    [
      { kind: 'call', missed: true },
      { kind: 'note', text: 'Llamada' },
    ],
  ])('shows %j in its own way', (content, body) => {
    expect(chatView([sent('a', content)], frame)).toMatchObject([{ body }])
  })

  test('marks facts in what was spoken too', () => {
    const voice = sent('a', { kind: 'audio', seconds: 4, transcript: 'millón ochocientos' })
    const [bubble] = chatView([voice], frame)
    expect(bubble?.body).toMatchObject({ pieces: [{ kind: 'said', slots: ['budget'] }] })
  })

  test('keeps to the newest two hundred', () => {
    const log = Array.from({ length: 250 }, (_, at) => wrote(`m${at}`, `n ${at}`))
    const shown = chatView(log, frame)
    const [first] = shown
    expect([shown.length, first?.id]).toEqual([200, 'm50'])
    expect(first?.body.kind === 'text' && plainText(first.body.pieces)).toBe('n 50')
  })
})
