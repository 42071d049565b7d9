import { wordList } from '../business/word-list.js'
import type { Draft } from '../conversation/draft.js'
import type { Heard } from '../conversation/heard.js'
import type { Ticket } from '../conversation/types.js'
import { HOUR } from '../schedule/units.js'
import { fold } from '../understanding/normalise.js'
import { hasWords } from './has-words.js'

/** Of what follows so soon after, nobody says again what it is about. */
const SOON = 2 * HOUR
const SHORTEST = 4
/** Beginnings of words are compared: "torcido", "torcidas". */
const STEM = 5

/** Whether what a customer writes is about a ticket that is there already. */
export function sameMatter(
  draft: Draft,
  heard: Heard,
  ticket: Ticket,
  about: Ticket['about'],
): boolean {
  const { messages, now } = draft.context
  const named = /\b(?:caso|ticket)\s*#?\s*(\d+)/.exec(heard.folded)
  if (named !== null) return Number(named[1]) === ticket.number
  if (hasWords(heard.folded, wordList(messages, 'order.also'))) return false
  if (isImpatient(draft, heard)) return true
  const known = stemsOf(draft, fold(ticket.said))
  if (stemsOf(draft, heard.folded).some((stem) => known.includes(stem))) return true
  const soon = Date.parse(now) - Date.parse(ticket.openedAt) <= SOON
  return soon && about === (ticket.about === 'request' ? 'request' : 'complaint')
}

/** Whether they only ask when somebody will see to it, or complain that nobody does. */
export function isImpatient({ context }: Draft, { folded }: Heard): boolean {
  const said = ['order.forgotten', 'order.impatient'] as const
  return said.some((key) => hasWords(folded, wordList(context.messages, key)))
}

/** What a text is about: neither words that every text has, nor the thing that was bought. */
function stemsOf({ context }: Draft, folded: string): readonly string[] {
  const filler = wordList(context.messages, 'order.fact_filler')
  const sold = context.mentions(folded).products.map(({ span }) => folded.slice(...span))
  const rest = sold.reduce((left, words) => left.replace(words, ' '), folded)
  return rest
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= SHORTEST && !filler.includes(word))
    .map((word) => word.slice(0, STEM))
}
