import { wordList } from '../business/word-list.js'
import { accompany } from '../nurture/accompany.js'
import { beforeOf, close } from './act.js'
import { tookNothing } from './answered.js'
import { type Draft, patchInquiry, speak, tell, utter } from './draft.js'
import { friendlyName } from './friendly-name.js'
import type { Heard } from './heard.js'
import { startSequence } from './walk.js'

/** Begins to follow up on a price that was just given: a later one begins anew. */
export function followUp(draft: Draft): void {
  const flow = draft.context.business.afterQuote
  if (flow === null || draft.contact.consent === 'opted_out') return
  startSequence(draft, flow)
}

/** Nothing more is said unasked about a price: they answered, or it is decided. */
export function stopFollowUp(draft: Draft, reason: string): void {
  const flow = draft.context.business.afterQuote
  if (flow === null || draft.inquiry?.quote == null) return
  draft.effects.push({ kind: 'cancel_timers', flow, reason })
}

/** No word of an owner: it ends no timer but its own. */
const UNTIMED = { checkIn: null, waiting: [], ended: [] } as const

/** Nobody said yes or no to a price, also when asked to: it is lost, and whoever gave it may take that back. */
export function closeUndecided(draft: Draft, reason: string): void {
  const { contact, context, inquiry, from } = draft
  if (inquiry === null || inquiry.outcome !== null) return
  const name = friendlyName(contact) ?? contact.phone ?? ''
  const before = { ...beforeOf(from), name, stageAfter: contact.stage, ...UNTIMED }
  close(draft, { kind: 'lost', reason, at: context.now })
  tell(draft, { kind: 'undecided', reason, before })
}

/**
 * "Está caro", "lo voy a pensar": after a price was given the business's own argument answers it, once;
 * the next time a person is told. Each time it is counted. Before, it answers only whoever says nothing else.
 * True when nothing else is to be answered.
 */
export function heedObjection(draft: Draft, heard: Heard): boolean {
  const { words, text, reading } = heard
  const { inquiry, context } = draft
  if (inquiry === null || inquiry.outcome !== null) return false
  if (inquiry.quote === null && !saysNothingElse(draft, heard)) return false
  const said = ` ${words.join(' ')} `
  const objection = context.business.objections.find((each) =>
    each.words.some((phrase) => said.includes(` ${phrase} `)),
  )
  if (reading.intents.includes('handoff')) return false
  if (objection === undefined) return sayDear(draft, heard)
  draft.effects.push({ kind: 'objection', objection: objection.id, said: text.slice(0, 500) })
  if (inquiry.quote !== null) tell(draft, { kind: 'objection', said: text })
  // Whom they ask before they decide is part of what they say.
  const news = [...draft.fresh, ...draft.changed].filter((slot) => slot !== 'authority')
  if (news.length > 0) return false
  if (objection.later) accompany(draft, { said: text, agreed: false, back: null })
  const tag = `objection ${objection.id}`
  if (inquiry.tags.includes(tag)) return speak(draft, 'chat.objection')
  patchInquiry(draft, { tags: [...inquiry.tags, tag] })
  return utter(draft, objection.text, tag) !== null
}

/** Nothing was taken from it and nothing asked, while the bot talks with them. */
function saysNothingElse(draft: Draft, { mentions, reading }: Heard): boolean {
  const asks = reading.intents.includes('price') || reading.cues.includes('asks')
  const named = mentions.facts.length > 0 || mentions.products.length > 0
  return tookNothing(draft) && draft.dialogue.status === 'talking' && !asks && !named
}

/** "Es un montón", of a price they were told, where the owner wrote no answer to that: a person may see to it. */
function sayDear(draft: Draft, heard: Heard): boolean {
  const { inquiry, context } = draft
  const dear = wordList(context.messages, 'order.dear')
  const priced = inquiry !== null && (inquiry.asked.price || inquiry.items.length > 0)
  if (!priced || inquiry.quote !== null || !saysNothingElse(draft, heard)) return false
  // Asked what they would spend, it is an answer.
  if (heard.asked?.step.slots.includes('budget')) return false
  if (!dear.some((words) => heard.folded.includes(words))) return false
  tell(draft, { kind: 'expensive', said: heard.text })
  return speak(draft, 'chat.objection')
}
