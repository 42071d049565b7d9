import { describe, expect, test } from 'vitest'
import type { LedgerLine } from '../../../src/channels/simulator/ledger.js'
import {
  type Desk,
  parseClock,
  parseHuman,
  parseMessage,
  parsePhone,
} from '../../../src/channels/simulator/parse.js'
import type { Iso, LineId, MessageId } from '../../../src/core/types.js'

const FROM = '+573105550101'

function shown(seq: number, options: LedgerLine['options']): LedgerLine {
  const at = '2026-03-10T15:00:00.000Z' as Iso
  return {
    seq,
    id: `m${seq}` as MessageId,
    to: FROM,
    text: '',
    at,
    ...(options ? { options } : {}),
  }
}

const desk: Desk = {
  lineId: 'simulator' as LineId,
  newMessageId: () => 'made' as MessageId,
  now: () => new Date('2026-03-10T15:00:00.000Z'),
  lines: (phone) =>
    phone === FROM
      ? [
          shown(1, [{ id: 'mes', label: 'En un mes, de antes' }]),
          shown(2, [
            { id: 'mes', label: 'En un mes' },
            { id: 'no', label: 'No se sabe' },
          ]),
          shown(3, undefined),
        ]
      : [],
}

function message(body: object) {
  return parseMessage({ from: FROM, ...body }, desk)
}

describe('the body of a message', () => {
  test('becomes a message of the contact with what it leaves unsaid filled in', () => {
    expect(message({ text: 'hola' })).toEqual({
      ok: true,
      value: {
        lineId: 'simulator',
        chat: FROM,
        author: 'contact',
        identities: [{ kind: 'phone', value: FROM }],
        messageId: 'made',
        profileName: null,
        sentAt: '2026-03-10T15:00:00.000Z',
        replyTo: null,
        referral: null,
        rawReferral: null,
        media: null,
        content: { kind: 'text', text: 'hola' },
      },
    })
  })

  test('keeps id, name, quoted message, ad and time, the time in UTC', () => {
    const referral = { sourceType: 'ad', sourceId: '120', clickId: 'ARA', headline: 'Dotación' }
    const parsed = message({
      text: 'hola',
      id: 'x1',
      name: ' Ana Beltrán ',
      replyTo: 'm1',
      referral,
      sentAt: '2026-03-10T09:30:00-05:00',
    })
    expect(parsed).toMatchObject({
      value: {
        messageId: 'x1',
        profileName: 'Ana Beltrán',
        replyTo: 'm1',
        referral,
        sentAt: '2026-03-10T14:30:00.000Z',
      },
    })
  })

  test.each([
    [{ choice: 'no' }, { kind: 'choice', option: 'no', label: 'No se sabe' }],
    [{ choice: 'mes' }, { kind: 'choice', option: 'mes', label: 'En un mes' }],
    [
      { choice: 'no', text: 'No se sabe' },
      { kind: 'choice', option: 'no', label: 'No se sabe' },
    ],
    [{ reaction: { emoji: '👍', to: 'm2' } }, { kind: 'reaction', emoji: '👍', to: 'm2' }],
    [{ edit: { of: 'm2', text: '30' } }, { kind: 'edit', of: 'm2', text: '30' }],
    [{ delete: { of: 'm2' } }, { kind: 'delete', of: 'm2' }],
    [{ reaction: { emoji: '', to: 'm2' } }, { kind: 'reaction', emoji: '', to: 'm2' }],
    [
      { contact: { name: 'Luz', phone: '+57310' } },
      { kind: 'contact', name: 'Luz', phone: '+57310' },
    ],
    [{ audio: { seconds: 4 } }, { kind: 'audio', seconds: 4, transcript: null }],
    [
      { audio: { seconds: 4, transcript: 'hola' } },
      { kind: 'audio', seconds: 4, transcript: 'hola' },
    ],
    [{ image: {} }, { kind: 'image', caption: null }],
    [{ image: { caption: 'el logo' } }, { kind: 'image', caption: 'el logo' }],
    [
      { image: {}, text: 'el logo' },
      { kind: 'image', caption: 'el logo' },
    ],
    [
      { document: { name: 'rut.pdf' } },
      { kind: 'document', name: 'rut.pdf', bytes: null, caption: null },
    ],
    [
      { location: { latitude: 4.6, longitude: -74.1 } },
      { kind: 'location', name: null, latitude: 4.6, longitude: -74.1 },
    ],
    [
      { text: 'hola', audio: null, replyTo: null },
      { kind: 'text', text: 'hola' },
    ],
  ])('%j is read as %j', (body, content) => {
    expect(message(body)).toMatchObject({ ok: true, value: { content } })
  })

  test('takes a text of 64 KB', () => {
    expect(message({ text: 'a'.repeat(65_536) })).toMatchObject({ ok: true })
  })

  test.each([
    [undefined, 'not_object', ''],
    [null, 'not_object', ''],
    ['hola', 'not_object', ''],
    [[], 'not_object', ''],
    [{}, 'missing', 'from'],
    [{ from: '3105550101', text: 'a' }, 'phone', 'from'],
    [{ from: 573105550101, text: 'a' }, 'phone', 'from'],
    [{ from: '+57 310', text: 'a' }, 'phone', 'from'],
    [{ from: FROM }, 'no_content', ''],
    [{ from: FROM, text: '' }, 'empty', 'text'],
    [{ from: FROM, text: 7 }, 'text', 'text'],
    [{ from: FROM, text: 'a', id: '' }, 'empty', 'id'],
    [{ from: FROM, text: 'a', id: 'x'.repeat(201) }, 'long', 'id'],
    [{ from: FROM, text: 'a', sentAt: 'ayer' }, 'date', 'sentAt'],
    [{ from: FROM, text: 'a', sentAt: '2026-03-10T15:00:00' }, 'date', 'sentAt'],
    [{ from: FROM, audio: {} }, 'missing', 'audio.seconds'],
    [{ from: FROM, audio: { seconds: -1 } }, 'number', 'audio.seconds'],
    [{ from: FROM, audio: 'nota' }, 'not_object', 'audio'],
    [{ from: FROM, location: { latitude: 91, longitude: 0 } }, 'number', 'location.latitude'],
    [{ from: FROM, contact: { name: 'Luz' } }, 'missing', 'contact.phone'],
    [{ from: FROM, choice: 'tal-vez' }, 'unknown_choice', 'choice'],
    [{ from: '+573105550102', choice: 'mes' }, 'unknown_choice', 'choice'],
    [{ from: FROM, text: 'a', audio: { seconds: 1 } }, 'many_contents', ''],
    [{ from: FROM, image: {}, document: { name: 'a' } }, 'many_contents', ''],
  ])('%j is refused: %s at "%s"', (body, problem, at) => {
    expect(parseMessage(body, desk)).toEqual({
      ok: false,
      error: { kind: 'bad_body', problem, at },
    })
  })
})

describe('the other bodies', () => {
  test('a human on the business phone writes into the chat of the contact', () => {
    expect(parseHuman({ to: FROM, text: 'yo sigo' }, desk)).toMatchObject({
      ok: true,
      value: { author: 'business', chat: FROM, content: { kind: 'text', text: 'yo sigo' } },
    })
    expect(parseHuman({ to: FROM }, desk)).toMatchObject({
      error: { problem: 'missing', at: 'text' },
    })
  })

  test('typing names a phone', () => {
    expect(parsePhone({ from: FROM })).toEqual({ ok: true, value: FROM })
    expect(parsePhone({})).toMatchObject({ error: { problem: 'missing', at: 'from' } })
  })

  test.each(['PT1H', 'P1D', 'P1W', 'P3D', 'P1DT2H30M', 'PT0S', 'PT1.5S', 'P1M', 'P10Y'])(
    '%s is a duration',
    (advance) => {
      expect(parseClock({ advance })).toEqual({ ok: true, value: advance })
    },
  )

  test.each([
    '',
    'P',
    'PT',
    'P1DT',
    '1D',
    '-P1D',
    'P-1D',
    'p1d',
    'P1.5D',
    'P3000Y',
    'PT999999H',
    3,
    null,
  ])('%j is none', (advance) => {
    expect(parseClock({ advance })).toMatchObject({
      ok: false,
      error: { problem: 'duration', at: 'advance' },
    })
  })
})
