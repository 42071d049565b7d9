import { wordList } from '../business/word-list.js'
import { type Draft, label, patchDialogue, speak } from '../conversation/draft.js'
import type { Heard } from '../conversation/heard.js'
import type { Ticket } from '../conversation/types.js'
import { hasWords } from './has-words.js'
import { addToOpen } from './hear-after-sale.js'
import { reopenTicket } from './open-ticket.js'
import { closeTicket } from './settle-ticket.js'

/** Takes a message as the answer to "¿Quedó resuelto?". True when the turn is over with it. */
export function heedSolved(draft: Draft, heard: Heard): boolean {
  const { pending } = draft.dialogue
  if (pending === null) return heedUnasked(draft, heard)
  if (pending.kind !== 'solved') return false
  const ticket = draft.contact.tickets.find(({ number }) => number === pending.ticket)
  if (ticket === undefined) {
    patchDialogue(draft, { pending: null })
    return false
  }
  const verdict = verdictOf(draft, heard)
  if (verdict === null) return unclear(draft, heard, pending)
  patchDialogue(draft, { pending: null })
  return take(draft, heard, ticket, verdict)
}

/** They say it by themselves, before they are asked or after: then a bare yes or no would say nothing. */
function heedUnasked(draft: Draft, heard: Heard): boolean {
  const asked = draft.contact.tickets.filter(({ status }) => status === 'asked')
  const [ticket] = asked
  const { messages } = draft.context
  if (ticket === undefined) return heedAlready(draft, heard)
  const words = [...wordList(messages, 'order.solved'), ...wordList(messages, 'order.unsolved')]
  if (asked.length > 1 || !hasWords(heard.folded, words)) return false
  const verdict = verdictOf(draft, heard)
  return verdict !== null && take(draft, heard, ticket, verdict)
}

/** The only case there is, settled before the business said so: "ya llegó, gracias". */
function heedAlready(draft: Draft, heard: Heard): boolean {
  const [ticket, another] = draft.contact.tickets
  if (ticket === undefined || heard.text.includes('?')) return false
  const { messages } = draft.context
  if (!hasWords(heard.folded, wordList(messages, 'order.solved_already'))) return false
  // Which of several is settled is for the business to say, who hears of it.
  if (another !== undefined) return addToOpen(draft, heard)
  const isBad = heard.reading.intents.includes('complaint') || heard.reading.cues.includes('angry')
  const takesBack = ['order.unsolved', 'order.but'].some((key) =>
    hasWords(heard.folded, wordList(messages, key)),
  )
  return !isBad && !takesBack && take(draft, heard, ticket, 'yes')
}

function take(draft: Draft, heard: Heard, ticket: Ticket, verdict: 'yes' | 'no'): boolean {
  if (verdict === 'yes') {
    closeTicket(draft, ticket, heard.text)
    return speak(draft, 'chat.ticket.closed', { n: ticket.number })
  }
  reopenTicket(draft, ticket)
  return speak(draft, 'chat.ticket.reopened', { n: ticket.number })
}

type Verdict = 'yes' | 'no' | null

/** A complaint is a no, whatever yes stands in it. */
function verdictOf(draft: Draft, heard: Heard): Verdict {
  const { reading, text, folded } = heard
  const { messages, choose } = draft.context
  const { pending } = draft.dialogue
  // Nothing is chosen by its place that was not shown: "a qué hora" is no first option.
  const shown = pending?.kind === 'solved' && pending.misses > 0
  const chosen = shown ? choose(text, optionsOf(draft)) : null
  if (chosen !== null) return chosen === 'yes' ? 'yes' : 'no'
  const has = (key: string): boolean => hasWords(folded, wordList(messages, key))
  const isBad = reading.intents.includes('complaint') || reading.cues.includes('angry')
  if (isBad || has('order.unsolved')) return 'no'
  const but = has('order.but')
  if (has('order.solved')) return but ? 'no' : 'yes'
  // A question is no answer, whatever yes is read in it.
  if (reading.cues.includes('asks') || text.includes('?')) return null
  if (reading.yes?.value === false) return 'no'
  if (reading.yes?.value === true) return but ? 'no' : 'yes'
  return reading.intents.includes('thanks') && !but ? 'yes' : null
}

type Solved = { readonly kind: 'solved'; readonly ticket: number; readonly misses: number }

/** A question of theirs is answered first; whatever else is not understood brings the choice, once. */
function unclear(draft: Draft, { reading, mentions }: Heard, pending: Solved): boolean {
  const other =
    reading.cues.includes('asks') || reading.intent !== 'none' || mentions.products.length > 0
  if (other || pending.misses > 0) return false
  if (reading.cues.includes('later') || reading.cues.includes('waits'))
    return speak(draft, 'chat.wait')
  patchDialogue(draft, { pending: { ...pending, misses: pending.misses + 1 } })
  draft.options = optionsOf(draft)
  return speak(draft, 'chat.ticket.choose', { n: pending.ticket })
}

function optionsOf(draft: Draft) {
  return [
    { id: 'yes', label: label(draft, 'chat.ticket.yes'), words: [] },
    { id: 'no', label: label(draft, 'chat.ticket.no'), words: [] },
  ]
}
