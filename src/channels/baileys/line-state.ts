import { isoOf } from '../../core/schedule/local-time.js'
import type { Iso } from '../../core/types.js'
import { afterClose, FRESH, type History, REPLACED, remember } from './reconnect.js'
import type { LinkEvent } from './socket.js'

export type LineState =
  | { readonly kind: 'off' }
  | {
      readonly kind: 'linking'
      /** The text inside the QR code of the moment. */
      readonly qr: string | null
      /** The code to type on the phone instead. */
      readonly code: string | null
      /** The phone has scanned, or taken the code: another moment. */
      readonly accepted: boolean
    }
  | { readonly kind: 'open' }
  | {
      readonly kind: 'reconnecting'
      /** When it is tried again; null while it is being tried. */
      readonly nextAt: Iso | null
      /** Another program has the session. */
      readonly replaced: boolean
    }
  | { readonly kind: 'needs_link' }
  /** Connected, and WhatsApp lets the number open no new chats. */
  | { readonly kind: 'restricted'; readonly until: Iso | null }

export type Line = {
  readonly state: LineState
  readonly history: History
  /** Connections in a row whose QR codes nobody scanned. */
  readonly rounds: number
}

export const OFF: Line = { state: { kind: 'off' }, history: FRESH, rounds: 0 }
export const LINKING: Line = { ...OFF, state: linking({}) }
export const RESUMING: Line = {
  ...OFF,
  state: { kind: 'reconnecting', nextAt: null, replaced: false },
}

/** What is to be done about the connection after an event. */
export type Then =
  | { readonly kind: 'stay' }
  | { readonly kind: 'connect'; readonly ms: number }
  /** No other one: nobody scans, or WhatsApp ended the session, of which a copy is kept. */
  | { readonly kind: 'end'; readonly session: 'clear' | 'set_aside' }

const STAY: Then = { kind: 'stay' }
/** QR codes are renewed for a quarter of an hour; then nobody seems to be there. */
const ROUNDS = 5

/** How a line stands after what its connection reports. `random` is from 0 to 1. */
export function afterEvent(
  line: Line,
  event: LinkEvent,
  { now, random }: { readonly now: Date; readonly random: number },
): readonly [Line, Then] {
  switch (event.kind) {
    case 'qr':
      return [{ ...line, state: linking({ qr: event.text }) }, STAY]
    case 'code':
      return [{ ...line, state: linking({ code: event.code }) }, STAY]
    case 'accepted':
      return [{ ...line, state: linking({ accepted: true }) }, STAY]
    case 'open':
      return [{ ...line, rounds: 0, state: { kind: 'open' } }, STAY]
    case 'restricted':
      return [whileOpen(line, { kind: 'restricted', until: isoOrNull(event.until) }), STAY]
    case 'unrestricted':
      return [whileOpen(line, { kind: 'open' }), STAY]
    case 'closed':
      return afterEnd(line, event.code, now, random)
  }
}

/** It has been open for a while: what happened before no longer counts. */
export function proven(line: Line): Line {
  return { ...line, history: FRESH }
}

/** A pause is over: the next attempt begins. */
export function trying(line: Line): Line {
  const { state } = line
  return state.kind === 'reconnecting' ? { ...line, state: { ...state, nextAt: null } } : line
}

function afterEnd(line: Line, code: number, now: Date, random: number): readonly [Line, Then] {
  const { state, history } = line
  if (state.kind === 'linking' && (state.qr !== null || state.code !== null)) return again(line)
  const next = afterClose(code, history, random)
  const known = { ...line, history: remember(code, history) }
  switch (next.kind) {
    case 'stop':
      return [
        { ...known, state: { kind: 'needs_link' } },
        { kind: 'end', session: 'set_aside' },
      ]
    case 'now':
      return [known, { kind: 'connect', ms: 0 }]
    case 'after': {
      const nextAt = isoOf(now.getTime() + next.ms)
      const replaced = code === REPLACED
      const waiting: LineState = { kind: 'reconnecting', nextAt, replaced }
      return [
        { ...known, state: waiting },
        { kind: 'connect', ms: next.ms },
      ]
    }
  }
}

/** Nobody used the codes that were shown: new ones, unless it happened too often. */
function again(line: Line): readonly [Line, Then] {
  const rounds = line.rounds + 1
  if (rounds >= ROUNDS) return [OFF, { kind: 'end', session: 'clear' }]
  return [
    { ...line, rounds, state: linking({}) },
    { kind: 'connect', ms: 0 },
  ]
}

function linking(shown: {
  readonly qr?: string
  readonly code?: string
  readonly accepted?: true
}): LineState {
  const { qr = null, code = null, accepted = false } = shown
  return { kind: 'linking', qr, code, accepted }
}

/** What WhatsApp says of the number may come before the line is open, and then says nothing about it. */
function whileOpen(line: Line, state: LineState): Line {
  const { kind } = line.state
  return kind === 'restricted' || (kind === 'open' && state.kind !== 'open')
    ? { ...line, state }
    : line
}

function isoOrNull(date: Date | null): Iso | null {
  return date === null ? null : isoOf(date.getTime())
}
