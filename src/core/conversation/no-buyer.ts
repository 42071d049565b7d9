import { wordList } from '../business/word-list.js'
import { PERSON_SLOTS } from '../types.js'
import { type Draft, patchDialogue, patchInquiry, phrase, speak, tell } from './draft.js'
import { handOver } from './hand-over.js'
import type { Heard } from './heard.js'

/**
 * Who writes to buy nothing, whatever of ours they name: to sell to the business, for work, to sell what it makes, or
 * about something bought before there was a record of it. True when the turn is over with it.
 */
export function heedNoBuyer(draft: Draft, heard: Heard): boolean {
  const { cues } = heard.reading
  if (cues.includes('bought_here') && wroteOfOld(draft, heard))
    return toOwner(draft, 'chat.bought_before')
  // "50 camisas para revender" is an order like any other.
  const orders = draft.inquiry?.items.some(({ quantity }) => quantity !== null) === true
  if (cues.includes('resells') && draft.inquiry?.told !== true && !orders)
    return toOwner(draft, 'chat.resells')
  if (!wantsNothing(draft, heard)) return false
  return cues.includes('sells') || cues.includes('seeks_work') ? passOn(draft, heard) : false
}

/** "la terma que les compré gotea", and neither "quiero otra" nor somebody whose sale is known. */
function wroteOfOld({ contact, inquiry, context }: Draft, { reading, words }: Heard): boolean {
  if (contact.purchases > 0 || inquiry?.told === true) return false
  const more = [
    ...wordList(context.messages, 'order.more'),
    ...wordList(context.messages, 'order.also'),
  ]
  const buys = reading.quantities.length > 0 || reading.cues.includes('same')
  return !buys && !reading.intents.includes('price') && !words.some((word) => more.includes(word))
}

/** What they named in this message they want not. */
export function forgetOrder(draft: Draft): void {
  const { inquiry } = draft.from
  patchInquiry(draft, { items: inquiry?.items ?? [], slots: inquiry?.slots ?? {} })
}

/** A person reads what they wrote. */
function toOwner(draft: Draft, key: string): boolean {
  forgetOrder(draft)
  const text = phrase(draft, key)
  handOver(draft)
  if (text !== null) draft.sentences.push(text)
  return true
}

/** Who they are, and from which company, is all that was learned of them. */
function wantsNothing(draft: Draft, { mentions }: Heard): boolean {
  const news = [...draft.fresh, ...draft.changed]
  const ordered = (draft.inquiry?.items.length ?? 0) > 0 || mentions.products.length > 0
  return !ordered && news.every((slot) => PERSON_SLOTS.includes(slot))
}

function passOn(draft: Draft, heard: Heard): boolean {
  const sells = heard.reading.cues.includes('sells')
  tell(draft, { kind: sells ? 'offers' : 'seeks_work', said: heard.text })
  patchDialogue(draft, { pending: null, status: 'resting' })
  return speak(draft, sells ? 'chat.outsider.sells' : 'chat.outsider.seeks_work')
}
