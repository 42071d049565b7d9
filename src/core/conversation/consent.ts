import { keepTicketTimers } from '../aftersale/ticket-timer.js'
import { wordList } from '../business/word-list.js'
import { endNurture } from '../nurture/accompany.js'
import type { Actor, MessageId } from '../types.js'
import { type Draft, label, patchContact, patchDialogue, speak, tell } from './draft.js'
import type { Heard } from './heard.js'
import { dataOf } from './own-data.js'
import type { ContactState } from './types.js'

/**
 * What a person says about being written to and about their data. It goes before everything else.
 * True when it was that and nothing more is to be done.
 */
export function heedConsent(draft: Draft, heard: Heard): boolean {
  const { pending } = draft.dialogue
  if (heard.reading.intents.includes('opt_out')) return optOut(draft, heard)
  if (pending?.kind === 'exit') return chooseExit(draft, heard)
  if (pending?.kind === 'erase') return chooseErase(draft, heard)
  const { cues } = heard.reading
  if (cues.includes('opts_in') && draft.contact.consent === 'opted_out') return optIn(draft, heard)
  if (cues.includes('opts_in') && wantsNews(draft, heard)) return tellOfNews(draft, heard)
  if (cues.includes('erase_me')) return askErase(draft)
  if (cues.includes('my_data')) return tellData(draft)
  if (cues.includes('ambiguous_exit')) return askExit(draft)
  return false
}

/** One confirmation, and then nothing unasked, ever; saying it again is not answered again. */
function optOut(draft: Draft, heard: Heard): boolean {
  const known = draft.contact.consent === 'opted_out'
  recordOptOut(draft, heard)
  return known || speak(draft, 'chat.opt_out.done')
}

/** From here on nothing unasked is sent: what waited is taken back, and the owner is told. */
export function recordOptOut(draft: Draft, heard: Heard): void {
  patchDialogue(draft, { pending: null, status: 'resting', reminding: false })
  if (draft.contact.consent === 'opted_out') return
  leave(draft, heard.text, { kind: 'contact' }, heard.evidence)
  tell(draft, { kind: 'opted_out' })
}

/** Somebody told a person of the business that they want no messages. */
export function optOutFor(draft: Draft, words: string, by: Staff): void {
  if (draft.contact.consent === 'opted_out') return
  leave(draft, words, by, null)
}

/** It was noted by mistake: they are again whom they were. */
export function restoreConsent(draft: Draft, before: ContactState['consent'], by: Staff): void {
  patchContact(draft, { consent: before })
  draft.effects.push({ kind: 'consent', state: 'restored', words: '', actor: by, evidence: null })
}

function leave(draft: Draft, words: string, actor: Actor, evidence: MessageId | null): void {
  patchContact(draft, { consent: 'opted_out' })
  endNurture(draft, 'held.opted_out')
  draft.effects.push(
    { kind: 'consent', state: 'opted_out', words: words.slice(0, LONGEST), actor, evidence },
    { kind: 'cancel_timers', flow: null, reason: 'held.opted_out' },
    { kind: 'cancel_queued', occasion: 'proactive', reason: 'held.opted_out' },
  )
  keepTicketTimers(draft)
}

type Staff = Extract<Actor, { kind: 'staff' }>

/** Words that prove it; a chat is not kept twice. */
const LONGEST = 200

function optIn(draft: Draft, heard: Heard): boolean {
  grant(draft, heard)
  return speak(draft, 'chat.opt_out.back')
}

function grant(draft: Draft, heard: Heard): void {
  patchContact(draft, { consent: 'granted' })
  const words = heard.text.slice(0, LONGEST)
  const actor = { kind: 'contact' } as const
  draft.effects.push({ kind: 'consent', state: 'granted', words, actor, evidence: heard.evidence })
}

/** "avísenme cuando haya promoción" */
function wantsNews({ context }: Draft, { words, text }: Heard): boolean {
  const news = wordList(context.messages, 'order.news')
  return !text.includes('?') && words.some((word) => news.includes(word))
}

function tellOfNews(draft: Draft, heard: Heard): boolean {
  grant(draft, heard)
  tell(draft, { kind: 'added', what: heard.text })
  return speak(draft, 'chat.opt_out.news')
}

function askExit(draft: Draft): boolean {
  draft.options = exitOptions(draft)
  patchDialogue(draft, { pending: { kind: 'exit' } })
  return speak(draft, 'chat.exit.ask')
}

function chooseExit(draft: Draft, heard: Heard): boolean {
  const leaves = heard.reading.cues.includes('cancels') || heard.reading.cues.includes('closes')
  const choice = draft.context.choose(heard.text, exitChoices(draft)) ?? (leaves ? 'chat' : null)
  patchDialogue(draft, { pending: null })
  if (choice === 'all') return optOut(draft, heard)
  if (choice !== 'chat') return false
  patchDialogue(draft, { status: 'resting' })
  return speak(draft, 'chat.exit.left')
}

function exitOptions(draft: Draft) {
  return [
    { id: 'all', label: label(draft, 'chat.exit.all') },
    { id: 'chat', label: label(draft, 'chat.exit.chat') },
  ]
}

/** The same with the other words that choose it. */
function exitChoices(draft: Draft) {
  const words = wordList(draft.context.messages, 'chat.exit.chat_words')
  return exitOptions(draft).map((option) => (option.id === 'chat' ? { ...option, words } : option))
}

function tellData(draft: Draft): boolean {
  draft.sentences.push(...dataOf(draft))
  return true
}

function askErase(draft: Draft): boolean {
  draft.options = eraseOptions(draft)
  patchDialogue(draft, { pending: { kind: 'erase' } })
  return speak(draft, 'chat.erase.ask')
}

function chooseErase(draft: Draft, heard: Heard): boolean {
  const yes = heard.reading.yes?.value
  const choice = draft.context.choose(heard.text, eraseOptions(draft))
  patchDialogue(draft, { pending: null })
  if (choice === 'confirm' || (choice === null && yes === true)) {
    draft.effects.push({ kind: 'erase', by: { kind: 'contact' } })
    tell(draft, { kind: 'erased' })
    return speak(draft, 'chat.erase.done')
  }
  if (choice !== 'keep' && yes !== false) return false
  return speak(draft, 'chat.erase.kept')
}

function eraseOptions(draft: Draft) {
  return [
    { id: 'confirm', label: label(draft, 'chat.erase.confirm') },
    { id: 'keep', label: label(draft, 'chat.erase.keep') },
  ]
}
