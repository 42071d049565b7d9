import { describe, expect, test } from 'vitest'
import { chatContent } from '../../../src/core/intake/chat-content.js'
import { isChat, readChat } from '../../../src/core/intake/read-chat.js'
import { whoseChat } from '../../../src/core/intake/whose-chat.js'
import type { Phone } from '../../../src/core/types.js'
import { toDay } from '../../../src/core/understanding/civil.js'
import { MESSAGES } from '../flow/written.js'

const MARCH_12 = toDay(2025, 3, 12)

describe('one line of an exported chat', () => {
  test.each([
    ['12/3/25, 15:04 - Ana: hola', 15 * 60 + 4],
    ['12/03/2025, 15:04 - Ana: hola', 15 * 60 + 4],
    ['12/3/2025 3:04 p. m. - Ana: hola', 15 * 60 + 4],
    ['12/3/25, 3:04\u202fp.\u00a0m. - Ana: hola', 15 * 60 + 4],
    ['12/3/25, 12:04 a. m. - Ana: hola', 4],
    ['12.03.25, 15:04 - Ana: hola', 15 * 60 + 4],
    ['2025-03-12, 15:04 - Ana: hola', 15 * 60 + 4],
    ['[12/3/25, 15:04:05] Ana: hola', 15 * 60 + 4],
    ['[12/03/25, 3:04:05 p. m.] Ana: hola', 15 * 60 + 4],
    ['\u200e[12/3/25 15:04:05] ~ Ana: hola', 15 * 60 + 4],
    ['[12-03-25, 3:04:05 PM] Ana: hola', 15 * 60 + 4],
  ])('%j', (line, minute) => {
    expect(isChat(line)).toBe(true)
    const [read] = readChat(line, 'dmy').messages
    expect(read).toMatchObject({ day: MARCH_12, author: 'Ana', text: 'hola' })
    expect(Math.floor((read?.second ?? 0) / 60)).toBe(minute)
  })
})

describe('a whole chat', () => {
  test('keeps the lines of one message together and leaves out what nobody wrote', () => {
    const { messages, authors } = readChat(
      [
        '12/3/25, 15:04 - Los mensajes y las llamadas están cifrados de extremo a extremo.',
        '12/3/25, 15:04 - Ana: necesito:',
        '20 camisas',
        '- azules',
        '12/3/25, 15:06 - Hilván: claro',
      ].join('\r\n'),
      'dmy',
    )
    expect(authors).toEqual(['Ana', 'Hilván'])
    expect(messages.map(({ text, line }) => [line, text])).toEqual([
      [2, 'necesito:\n20 camisas\n- azules'],
      [5, 'claro'],
    ])
  })

  test.each([
    // A figure over twelve tells.
    [['3/12/25, 15:04 - Ana: a', '3/25/25, 15:04 - Ana: b'], 'dmy', [MARCH_12, toDay(2025, 3, 25)]],
    // So does their sequence: days do not run backwards.
    [
      ['3/11/25, 9:00 - Ana: a', '3/12/25, 9:00 - Ana: b', '4/1/25, 9:00 - Ana: c'],
      'dmy',
      [toDay(2025, 3, 11), MARCH_12, toDay(2025, 4, 1)],
    ],
    [['12/3/25, 15:04 - Ana: a'], 'mdy', [toDay(2025, 12, 3)]],
  ] as const)('tells months from days: %j', (lines, fallback, days) => {
    const { messages } = readChat(lines.join('\n'), fallback)
    expect(messages.map(({ day }) => day)).toEqual(days)
  })
})

describe('what a message held', () => {
  test.each([
    ['<Multimedia omitido>', { kind: 'unreadable' }],
    ['imagen omitida', { kind: 'image', caption: null }],
    ['audio omitido', { kind: 'audio', seconds: 0, transcript: null }],
    ['IMG-20250312-WA0001.jpg (archivo adjunto)', { kind: 'image', caption: null }],
    ['PTT-20250312-WA0002.opus (file attached)', { kind: 'audio', seconds: 0, transcript: null }],
    [
      '<adjunto: 00000012-cotizacion.pdf>',
      { kind: 'document', name: '00000012-cotizacion.pdf', bytes: null, caption: null },
    ],
    ['Se eliminó este mensaje', null],
    ['Llamada perdida', null],
    ['son 20 <Se editó este mensaje.>', { kind: 'text', text: 'son 20' }],
    ['la imagen omitida era mía', { kind: 'text', text: 'la imagen omitida era mía' }],
  ])('%j', (text, content) => {
    expect(chatContent(text, MESSAGES)).toEqual(content)
  })
})

describe('whose chat it is', () => {
  const business = {
    name: 'Uniformes Hilván',
    country: 'CO',
    staff: [{ name: 'Rosalba', title: 'la dueña', role: 'owner', phone: '+573000000001' as Phone }],
  } as const
  const base = {
    file: '_chat',
    authors: ['Ana', 'Rosalba'],
    phone: null,
    me: null,
    business,
    messages: MESSAGES,
  }
  test.each([
    ['who works here is not the customer', { phone: '300 111 2233' }, 'Ana', '+573001112233'],
    [
      'one is written as a number',
      { authors: ['+57 300 111 2233', 'Taller'] },
      '+57 300 111 2233',
      '+573001112233',
    ],
    [
      'the file is named after them',
      {
        file: 'Chat de WhatsApp con +57 300 111 2233 (2)',
        authors: ['Taller', '+57 300 111 2233'],
      },
      '+57 300 111 2233',
      '+573001112233',
    ],
    [
      'the command line says who we are',
      { me: 'taller', phone: '+573001112233', authors: ['Taller', 'Ana'] },
      'Ana',
      '+573001112233',
    ],
  ])('%s', (_why, hints, person, phone) => {
    expect(whoseChat({ ...base, ...hints })).toEqual({ kind: 'known', person, phone })
  })
  test.each([
    [{}, 'intake.problem.whose_phone'],
    [{ authors: ['Ana', 'Luz'] }, 'intake.problem.whose'],
    [{ authors: ['Ana', 'Luz', 'Eva'] }, 'intake.problem.group'],
    [{ me: 'Nadie' }, 'intake.problem.me_unknown'],
    [{ authors: [] }, 'intake.problem.chat_empty'],
  ])('%j cannot be told', (hints, key) => {
    expect(whoseChat({ ...base, ...hints })).toMatchObject({ kind: 'unknown', key })
  })
})
