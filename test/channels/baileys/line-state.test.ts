import { describe, expect, test } from 'vitest'
import {
  afterEvent,
  LINKING,
  type Line,
  OFF,
  RESUMING,
  trying,
} from '../../../src/channels/baileys/line-state.js'
import type { LinkEvent } from '../../../src/channels/baileys/socket.js'

const AT = { now: new Date('2026-03-10T15:00:00.000Z'), random: 1 }

function stands(line: Line, ...events: readonly LinkEvent[]) {
  let last: ReturnType<typeof afterEvent> = [line, { kind: 'stay' }]
  for (const event of events) last = afterEvent(last[0], event, AT)
  return last
}

const OPEN: LinkEvent = { kind: 'open', phone: '+573001112233' }
const QR: LinkEvent = { kind: 'qr', text: 'codigo' }
const ended = (code: number): LinkEvent => ({ kind: 'closed', code })

test('links by a QR code: shown, accepted, restarted at once, open', () => {
  expect(stands(LINKING, QR)[0].state).toEqual({
    kind: 'linking',
    qr: 'codigo',
    code: null,
    accepted: false,
  })
  const accepted = stands(LINKING, QR, { kind: 'accepted' })
  expect(accepted[0].state).toMatchObject({ kind: 'linking', qr: null, accepted: true })
  const restarted = stands(accepted[0], ended(515))
  expect(restarted[0].state).toMatchObject({ kind: 'linking', accepted: true })
  expect(restarted[1]).toEqual({ kind: 'connect', ms: 0 })
  expect(stands(restarted[0], OPEN)[0].state).toEqual({ kind: 'open' })
})

test('shows new QR codes when nobody scanned, until nobody seems to be there', () => {
  const [again, then] = stands(LINKING, QR, ended(408))
  expect(again.state).toMatchObject({ kind: 'linking', qr: null })
  expect(then).toEqual({ kind: 'connect', ms: 0 })
  const rounds = Array.from({ length: 5 }).flatMap(() => [QR, ended(408)])
  expect(stands(LINKING, ...rounds)).toEqual([OFF, { kind: 'end', session: 'clear' }])
})

test('waits without a code while there is no WhatsApp to get one from', () => {
  const [waiting, then] = stands(LINKING, ended(408))
  expect(waiting.state).toEqual({
    kind: 'reconnecting',
    nextAt: '2026-03-10T15:00:01.000Z',
    replaced: false,
  })
  expect(then).toEqual({ kind: 'connect', ms: 1_000 })
  expect(trying(waiting).state).toMatchObject({ nextAt: null })
})

test('says when another program has the session', () => {
  const [taken] = stands(RESUMING, OPEN, ended(440))
  expect(taken.state).toMatchObject({ kind: 'reconnecting', replaced: true })
})

test('keeps a copy of a session that WhatsApp ended', () => {
  expect(stands(RESUMING, OPEN, ended(401))).toMatchObject([
    { state: { kind: 'needs_link' } },
    { kind: 'end', session: 'set_aside' },
  ])
})

describe('a restriction', () => {
  const until = new Date('2026-03-12T14:00:00.000Z')

  test('comes and goes while the line is open', () => {
    const [restricted] = stands(RESUMING, OPEN, { kind: 'restricted', until })
    expect(restricted.state).toEqual({ kind: 'restricted', until: '2026-03-12T14:00:00.000Z' })
    expect(stands(restricted, { kind: 'unrestricted' })[0].state).toEqual({
      kind: 'open',
    })
  })

  test('says nothing about a line that is not open', () => {
    expect(stands(RESUMING, { kind: 'restricted', until })[0]).toEqual(RESUMING)
  })
})
