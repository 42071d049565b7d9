import type { Campaign, OriginRules } from '../business/origin-rules.js'
import { wordList } from '../business/word-list.js'
import type { Messages } from '../messages.js'
import type { Referral } from '../types.js'
import { fold } from '../understanding/normalise.js'
import { phraseAt, phraseIndex } from './phrase-index.js'
import { OTHER_WAY, WAYS, wordsOfWay } from './ways.js'

export type ToldOrigin = {
  /** As it is counted. */
  readonly way: string
  readonly campaign: Campaign | null
  /** What they wrote after "me recomendó", where a name may stand; null where nobody is spoken of. */
  readonly by: string | null
}

type OriginWords = {
  readonly campaigns: readonly Campaign[]
  readonly rules: Pick<OriginRules, 'options'>
  readonly messages: Messages
}

/** From "los vi" to the way they name lie so many words at most. */
const NEAR = 7
/** More words than these are no bare answer. */
const MOST_WORDS = 6

/** Where they say they come from, in a text in which nobody asked them: "los vi en Instagram". */
export function originToldIn(text: string, known: OriginWords): ToldOrigin | null {
  const words = plainWords(text)
  const cues = phraseIndex(wordList(known.messages, 'chat.origin.came'))
  for (let at = 0; at < words.length; at++) {
    const cue = phraseAt(words, at, cues)
    if (cue === undefined) continue
    const found = wayIn(words.slice(at, at + cue.length + NEAR), known)
    if (found !== null && found !== 'before') return told(found, text, known)
  }
  const says = (key: string): boolean => hasPhrase(words, wordList(known.messages, key))
  // "le pregunto de parte de mi mamá": who wants it, and not who spoke of us.
  const isFriend = says('chat.origin.recommended') && !says('chat.origin.errand')
  return isFriend ? told('friend', text, known) : null
}

/**
 * The same, of an answer to the question: a bare "google" is enough, and words of their own are kept where
 * they begin as such an answer does ("por la iglesia").
 */
export function originAnswered(text: string, known: OriginWords): ToldOrigin | null {
  const words = plainWords(text)
  const found = originToldIn(text, known)
  if (found !== null || words.length > MOST_WORDS) return found
  const named = wayIn(words, known)
  if (named !== null) return told(named, text, known)
  const began = wordList(known.messages, 'chat.origin.began')
  const isOwn = words.length > 1 && began.some((phrase) => startsWith(words, 0, phrase))
  return isOwn ? { way: OTHER_WAY, campaign: null, by: null } : null
}

/** How it is kept of a contact: the way, and what they wrote. */
export function sourceTold({ way, campaign }: ToldOrigin, said: string): Referral {
  return campaign === null
    ? { sourceType: way, sourceId: null, clickId: null, headline: cut(said) }
    : campaignSource(campaign)
}

export function campaignSource({ source, code, name }: Campaign): Referral {
  return { sourceType: source, sourceId: code, clickId: null, headline: name }
}

const LONGEST_SAID = 120

function cut(said: string): string {
  return Array.from(said.replace(/\s+/g, ' ').trim()).slice(0, LONGEST_SAID).join('')
}

type Way = string | Campaign

function told(found: Way, text: string, { messages }: OriginWords): ToldOrigin {
  if (typeof found !== 'string') return { way: found.source, campaign: found, by: null }
  return { way: found, campaign: null, by: found === 'friend' ? byWhom(text, messages) : null }
}

/** What follows the words of recommending, as it was written. */
function byWhom(text: string, messages: Messages): string | null {
  const cues = wordList(messages, 'chat.origin.recommended')
  const words = Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), ({ 0: word, index }) => ({
    text: fold(word),
    end: index + word.length,
  }))
  const plain = words.map((word) => word.text)
  const ends = plain.flatMap((_, at) =>
    cues
      .filter((cue) => startsWith(plain, at, cue))
      .map((cue) => words[at + cue.split(' ').length - 1]?.end ?? text.length),
  )
  const end = ends.length === 0 ? null : Math.max(...ends)
  const rest = end === null ? '' : text.slice(end).replace(/^[\s,:;.-]+/, '')
  return rest === '' ? null : rest
}

/** The way that the words name: the business's own, of campaigns too, before those that are known anyway. */
function wayIn(words: readonly string[], { campaigns, rules, messages }: OriginWords): Way | null {
  const own: readonly [Way, string][] = [
    ...campaigns.flatMap((campaign) =>
      [campaign.name, campaign.code].map((phrase): [Way, string] => [campaign, phrase]),
    ),
    ...rules.options.flatMap(({ id, words: told }) =>
      told.map((phrase): [Way, string] => [id, phrase]),
    ),
  ]
  const usual = WAYS.flatMap((way) =>
    wordsOfWay(way, messages).map((phrase): [Way, string] => [way, phrase]),
  )
  return firstIn(words, own) ?? firstIn(words, usual)
}

/** The first that the words name; of several that begin there, the one of more words. */
function firstIn(words: readonly string[], phrases: readonly [Way, string][]): Way | null {
  for (let at = 0; at < words.length; at++) {
    const [best] = phrases
      .filter(([, phrase]) => startsWith(words, at, plainWords(phrase).join(' ')))
      .sort(([, a], [, b]) => b.length - a.length)
    if (best !== undefined) return best[0]
  }
  return null
}

function hasPhrase(words: readonly string[], phrases: readonly string[]): boolean {
  const index = phraseIndex(phrases)
  return words.some((_, at) => phraseAt(words, at, index) !== undefined)
}

function startsWith(words: readonly string[], at: number, phrase: string): boolean {
  return phrase.split(' ').every((part, offset) => words[at + offset] === part)
}

function plainWords(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}
