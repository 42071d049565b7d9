import { wordList } from '../business/word-list.js'
import type { Draft } from '../conversation/draft.js'
import type { Heard } from '../conversation/heard.js'
import { readPhone } from '../intake/read-phone.js'
import { wordsOf } from '../owner/command-words.js'
import { introduce } from './introduce.js'

/** A word of the text around the number: as it was written, and folded. */
type Word = { readonly written: string; readonly text: string }

/** Whoever answers with a name and a number writes hardly more. */
const FEW = 4
const LONGEST_NAME = 2

/**
 * "Mi prima Carla también necesita, su cel es 310…", from a customer: a friend's number, and none of their
 * own. Taken as a contact card would be. True when it was that.
 */
export function heedFriend(draft: Draft, { reading, text }: Heard): boolean {
  const { contact, context, dialogue } = draft
  const { phone } = reading
  const asked = contact.referring.askedAt !== null || dialogue.pending?.kind === 'introduces'
  if (phone === null || (contact.purchases === 0 && !asked)) return false
  const number = readPhone(phone.value, context.business.country)
  if (number === null) return false
  const words = asWritten(`${text.slice(0, phone.span[0])} ${text.slice(phone.span[1])}`)
  // "Mi prima Carla lo recoge, su cel es 310…", without being asked, is nobody who wants anything.
  if (!asked && !wantsSomething(draft, words)) return false
  const name = nameAfterLead(draft, words) ?? (asked ? nameAlone(words) : null)
  return name !== null && introduce(draft, { kind: 'contact', name, phone: number })
}

function wantsSomething({ context }: Draft, words: readonly Word[]): boolean {
  const wants = wordList(context.messages, 'chat.referral.friend_wants')
  return words.some(({ text }) => wants.includes(text))
}

/** After "mi prima", "le recomiendo a": their name, else whoever that is in their own words. */
function nameAfterLead({ context }: Draft, words: readonly Word[]): string | null {
  const list = (key: string) => wordList(context.messages, key)
  const leads = list('chat.referral.friend_leads').map((lead) => lead.split(' '))
  const stops = list('chat.referral.friend_stops')
  let friend: string | null = null
  for (const at of words.keys()) {
    const lead = leads.find((parts) => parts.every((part, i) => words[at + i]?.text === part))
    if (lead === undefined) continue
    const after = words.slice(at + lead.length)
    const name = nameIn(after, stops)
    if (name !== null) return name
    friend ??= somebody(words.slice(at, at + lead.length), list('chat.referral.friend_articles'))
  }
  return friend
}

/** "mi prima", of whom no name is told, is "una prima"; "se llama" is nobody. */
function somebody(lead: readonly Word[], articles: readonly string[]): string | null {
  const [first, noun] = lead
  const [masculine = '', feminine = '', ...mine] = articles
  if (first === undefined || noun === undefined) return null
  if (first.text === masculine || first.text === feminine) return `${first.text} ${noun.text}`
  if (!mine.includes(first.text)) return null
  return `${noun.text.endsWith('a') ? feminine : masculine} ${noun.text}`
}

/** One or two capitalised words, or one that may be a name. */
function nameIn(words: readonly Word[], stops: readonly string[]): string | null {
  const capitals = words.findIndex(({ written }) => !isCapital(written))
  const named = words.slice(0, Math.min(capitals < 0 ? words.length : capitals, LONGEST_NAME))
  if (named.length > 0) return named.map(({ written }) => written).join(' ')
  const [first] = words
  return first === undefined || stops.includes(first.text) ? null : capitalised(first.written)
}

/** "Carla Gómez 310…", "y Pedro 311…", right after somebody was asked for. */
function nameAlone(words: readonly Word[]): string | null {
  if (words.length > FEW) return null
  const named = words.filter(({ written }) => isCapital(written)).slice(0, LONGEST_NAME)
  return named.length === 0 ? null : named.map(({ written }) => written).join(' ')
}

function asWritten(text: string): readonly Word[] {
  return wordsOf(text).map(({ text: folded, start, end }) => ({
    written: text.slice(start, end),
    text: folded,
  }))
}

function isCapital(word: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(word)
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
