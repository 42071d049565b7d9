import { wordList } from '../business/word-list.js'
import type { Messages } from '../messages.js'

/** Ways in which people hear of a business, as they are counted. */
export const WAYS = [
  'instagram',
  'facebook',
  'tiktok',
  'google',
  'web',
  'publicity',
  'friend',
  'street',
  'flyer',
  'press',
  'event',
  'before',
] as const
type Way = (typeof WAYS)[number]

/** What nobody has a name for: their own words are kept. */
export const OTHER_WAY = 'other'

const WORDS: { readonly [W in Way]: string } = {
  instagram: 'chat.origin.ways.instagram',
  facebook: 'chat.origin.ways.facebook',
  tiktok: 'chat.origin.ways.tiktok',
  google: 'chat.origin.ways.google',
  web: 'chat.origin.ways.web',
  publicity: 'chat.origin.ways.publicity',
  friend: 'chat.origin.ways.friend',
  street: 'chat.origin.ways.street',
  flyer: 'chat.origin.ways.flyer',
  press: 'chat.origin.ways.press',
  event: 'chat.origin.ways.event',
  before: 'chat.origin.ways.before',
}

/** The words by which one of them is told, folded. */
export function wordsOfWay(way: Way, messages: Messages): readonly string[] {
  return wordList(messages, WORDS[way])
}
