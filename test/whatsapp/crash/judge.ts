import type { LedgerEntry } from '../double/ledger.js'
import { answered, type Person } from './people.js'

/** What went wrong, each as a line for a person. */
export type Verdict = {
  /** Messages that never reached the inbox, or whose answer never came. */
  readonly lost: readonly string[]
  /** Answers to one message under two ids: its turn was taken twice, or its reply was given a new id. */
  readonly repeated: readonly string[]
  readonly disordered: readonly string[]
}

/** One row of the bot's inbox: whose message it is and whether its turn is over. */
export type Received = { readonly id: string; readonly status: string }

/**
 * Judges by what the phones on the other side heard; the bot's own inbox only tells whether each message
 * is there once, in its chat's order, and was taken.
 */
export function judge(people: readonly Person[], inbox: readonly Received[]): Verdict {
  const done = new Set(inbox.flatMap(({ id, status }) => (status === 'done' ? [id] : [])))
  return {
    lost: people.flatMap((person) => [
      ...person.ids.filter((id) => !done.has(id)),
      ...(answered(person).includes(person.written - 1) ? [] : [`${describe(person)}: no answer`]),
    ]),
    repeated: [
      ...people.filter(hasRepetition).map(describe),
      ...(done.size < inbox.length ? ['a message is in the inbox twice, or was not taken'] : []),
    ],
    disordered: people
      .filter((person) => !isInOrder(person, inbox))
      .map((person) => describe(person)),
  }
}

/** Messages under an id that was handed over before. */
export function countReplays(ledger: readonly LedgerEntry[]): number {
  const ids = ledger.flatMap((entry) => (entry.kind === 'message' ? [entry.id] : []))
  return ids.length - new Set(ids).size
}

/** A phone shows an id once however often it arrives: what is there twice had two ids. */
function hasRepetition(person: Person): boolean {
  const heard = answered(person)
  const texts = person.contact.heard.map(({ text }) => text)
  return new Set(heard).size < heard.length || new Set(texts).size < texts.length
}

function isInOrder(person: Person, inbox: readonly Received[]): boolean {
  const theirs = new Set(person.ids)
  const rows = inbox.flatMap(({ id }) => (theirs.has(id) ? [id] : []))
  const heard = answered(person)
  return (
    rows.every((id, at) => id === person.ids[at]) &&
    heard.every((at, index) => at > (heard[index - 1] ?? -1))
  )
}

function describe(person: Person): string {
  return `${person.contact.phone}: ${answered(person).join(' ')} of ${person.written}`
}
