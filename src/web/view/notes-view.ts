import { lastTold } from '../../core/aftersale/last-told.js'
import { BY_LOOP } from '../../core/loops/watch.js'
import { type Messages, message } from '../../core/messages.js'
import { promiseField } from '../../core/owner/card-fields.js'
import { quoted } from '../../core/owner/quoted.js'
import { proposedText } from '../../core/rehearsal/proposal.js'
import { isForGood } from '../../core/rehearsal/settle.js'
import { isoOf } from '../../core/schedule/local-time.js'
import type { Outcome } from '../../core/types.js'
import type { Insight } from '../deps.js'
import { saleText } from './deal-view.js'
import { shortWhen, type Wall } from './when.js'

/** A sentence over the facts. `alarm`: somebody waits for a person. */
export type Note = { readonly tone: 'calm' | 'alarm'; readonly text: string }

/** How things stand with them, what presses most first. */
export function notesView(insight: Insight, wall: Wall): readonly Note[] {
  const { messages } = wall
  const calm = [
    inCharge(insight, wall),
    insight.state.inquiry?.outcome
      ? outcomeText(insight.state.inquiry.outcome, insight, wall)
      : null,
    satisfactionText(insight, wall),
    ...careTexts(insight, wall),
    insight.state.contact.consent === 'opted_out' ? message(messages, 'web.known.opted_out') : null,
  ]
  return [
    ...note('calm', silenceText(insight, wall)),
    ...ticketTexts(insight, wall).flatMap((text) => note('alarm', text)),
    ...note('alarm', waitsText(insight, wall)),
    ...note('calm', rehearsedText(insight, wall)),
    ...calm.flatMap((text) => note('calm', text)),
  ]
}

/** What they wait for after a sale, the oldest first. */
function ticketTexts({ state }: Insight, wall: Wall): readonly string[] {
  return state.contact.tickets.map(({ number, status, said, dueAt }) =>
    message(wall.messages, `web.known.ticket_${status}`, {
      n: number,
      said,
      when: shortWhen(dueAt, wall),
    }),
  )
}

function satisfactionText({ state }: Insight, wall: Wall): string | null {
  const { satisfaction } = state.contact
  if (satisfaction === null) return null
  const { score, good, at } = satisfaction
  const when = shortWhen(at, wall)
  if (score !== null) return message(wall.messages, 'web.known.scored', { score, when })
  return message(wall.messages, good ? 'web.known.content' : 'web.known.not_content', { when })
}

/** The last call by a person, with what they told; who means to call, and when they meet. */
function careTexts({ touches, state }: Insight, wall: Wall): readonly string[] {
  const { messages } = wall
  const { call, meeting } = state.contact.care
  const last = touches.at(-1)
  const notes = touches.map((touch) => touch.note)
  const told = lastTold(notes, messages)
  const when = (at: string): string => shortWhen(at, wall)
  return [
    ...(last === undefined
      ? []
      : [message(messages, 'web.known.called', { by: last.by, when: when(last.at) })]),
    ...(told === null ? [] : [message(messages, 'web.known.told', { text: told })]),
    ...(call === null
      ? []
      : [
          message(messages, 'web.known.to_call', {
            by: call.by?.name ?? wall.business.staff[0]?.name ?? '',
            when: when(call.at),
          }),
        ]),
    ...(meeting === null
      ? []
      : [message(messages, 'web.known.meets', { by: meeting.by.name, when: when(meeting.at) })]),
  ]
}

/** Whether a person wrote by hand in this chat, so that the bot is quiet there. */
export function isPaused({ state }: Pick<Insight, 'state'>, { now }: Wall): boolean {
  const { paused } = state.dialogue
  return paused !== null && paused.until > now.toISOString()
}

function note(tone: Note['tone'], text: string | null): readonly Note[] {
  return text === null ? [] : [{ tone, text }]
}

/** What the bot would have answered, while it only rehearses. */
function rehearsedText({ state }: Insight, { messages }: Wall): string | null {
  const { rehearsed } = state.dialogue
  if (rehearsed === null) return null
  return message(messages, 'web.known.rehearsed', { text: quoted(proposedText(rehearsed)) })
}

function silenceText({ silence }: Insight, { messages }: Wall): string | null {
  return silence === null ? null : message(messages, 'web.known.silence', { by: silence.by })
}

function inCharge(insight: Insight, wall: Wall): string | null {
  const { messages } = wall
  const { dialogue, inquiry } = insight.state
  if (dialogue.paused !== null && isPaused(insight, wall)) {
    const until = shortWhen(dialogue.paused.until, wall)
    if (isForGood(dialogue.paused.until)) {
      return message(messages, 'web.known.hushed', { by: dialogue.paused.by })
    }
    if (dialogue.paused.by === BY_LOOP) return message(messages, 'web.known.looped', { until })
    const by = inChat(dialogue.paused.by, messages)
    return message(messages, 'web.known.paused', { by, until })
  }
  if (inquiry?.assignedTo == null || inquiry.outcome !== null) return null
  return message(messages, 'web.known.taken', { by: inquiry.assignedTo.name })
}

/** By the business's own phone, whoever held it. */
function inChat(by: string, messages: Messages): string {
  return by === 'phone' ? message(messages, 'web.known.somebody') : by
}

/** Somebody waits for a person and nobody has taken it; null when nobody does. */
function waitsText(insight: Insight, wall: Wall): string | null {
  const { inquiry } = insight.state
  if (inquiry === null || isPaused(insight, wall)) return null
  const what = asked(insight, wall.messages)
  return what === null ? null : [what, promisedText(insight, wall)].join(' ').trim()
}

function asked({ state }: Insight, messages: Messages): string | null {
  const { inquiry } = state
  if (inquiry === null || inquiry.outcome?.kind === 'lost') return null
  const promised = inquiry.promisedBy !== null
  // What was promised after the sale is about the order.
  const complains = inquiry.outcome?.kind === 'won' || inquiry.tags.includes('complaint')
  if (promised && complains) return message(messages, 'web.known.problem')
  const waits = promised || inquiry.attendedAt === null
  if (!waits || inquiry.assignedTo !== null || inquiry.outcome !== null) return null
  if (inquiry.asked.person) return message(messages, 'web.known.asked_person')
  return inquiry.asked.meeting ? message(messages, 'web.known.asked_meeting') : null
}

function promisedText({ state }: Insight, wall: Wall): string {
  const { messages, business, now } = wall
  const { inquiry } = state
  if (inquiry === null || inquiry.promisedBy === null) return ''
  const at = isoOf(now.getTime())
  const promise = promiseField({ inquiry, now: at, business, messages })
  if (promise === null) return ''
  const name = inquiry.assignedTo?.name ?? business.staff[0]?.name
  if (inquiry.promisedBy < at || name === undefined) {
    return message(messages, 'web.known.promised', { promise })
  }
  return message(messages, 'web.known.will_write', { name, promise })
}

function outcomeText({ kind, reason }: Outcome, insight: Insight, wall: Wall): string | null {
  switch (kind) {
    case 'won':
      return saleText(insight, wall)
    case 'lost':
      return message(wall.messages, 'web.known.lost', { reason })
    case 'disqualified':
      return null
  }
}
