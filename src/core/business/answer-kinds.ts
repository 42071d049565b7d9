import type { Messages } from '../messages.js'
import { fold } from '../understanding/normalise.js'
import { createPhrases } from './phrases.js'
import { listOf, readWords, type Word } from './words.js'

/**
 * What a question wants to be told and a fact may hold: a price, whether
 * it is charged at all, hours, how long, where, who, how many.
 */
export type AnswerKind = (typeof KINDS)[number]
const KINDS = ['money', 'charge', 'clock', 'span', 'place', 'person', 'count'] as const

type AnswerKinds = {
  /** Of the words of one part of a message; the kind that the longest phrase asks for. */
  readonly wanted: (words: readonly Word[]) => readonly AnswerKind[]
  readonly held: (text: string) => ReadonlySet<AnswerKind>
  /** Whether these words ask, also without a mark. */
  readonly asks: (words: readonly Word[]) => boolean
}

const known = new WeakMap<Messages, AnswerKinds>()

/** By the lists under `asking` of `data/messages`; read once. */
export function answerKindsOf(messages: Messages): AnswerKinds {
  const before = known.get(messages)
  if (before !== undefined) return before
  const phrases = createPhrases<AnswerKind | 'question'>()
  for (const kind of [...KINDS, 'question'] as const) {
    for (const phrase of listOf(messages, `asking.${kind}`)) {
      phrases.add(readWords(phrase, messages), kind)
    }
  }
  const kinds: AnswerKinds = {
    wanted: (words) => {
      const hits = phrases.find(words, (mark) => mark !== 'question')
      const most = Math.max(0, ...hits.map(({ length }) => length))
      const longest = hits.filter(({ length }) => length === most)
      return longest.flatMap(({ marks }) => marks.filter((mark) => mark !== 'question'))
    },
    asks: (words) => phrases.find(words, () => true).length > 0,
    held: heldBy(messages),
  }
  known.set(messages, kinds)
  return kinds
}

function heldBy(messages: Messages): AnswerKinds['held'] {
  const stemsOf = (name: string): ReadonlySet<string> =>
    new Set(
      listOf(messages, `asking.${name}`).flatMap((word) =>
        readWords(word, messages).map(({ stem }) => stem),
      ),
    )
  const [units, currencies, numbers] = [stemsOf('units'), stemsOf('currencies'), stemsOf('numbers')]
  const charges = createPhrases<true>()
  for (const phrase of listOf(messages, 'asking.charges')) {
    charges.add(readWords(phrase, messages), true)
  }
  return (text) => {
    const words = readWords(text, messages)
    const counted = (things: ReadonlySet<string>): boolean =>
      words.some(
        ({ word, stem }, at) =>
          (/^\d/.test(word) || numbers.has(stem)) && things.has(words[at + 1]?.stem ?? ''),
      )
    const isCount = ({ word, stem }: Word, at: number): boolean => {
      const next = words[at + 1]
      if (next === undefined || next.small || units.has(next.stem) || currencies.has(next.stem))
        return false
      return /^\d/.test(word) || (numbers.has(stem) && !ONE.has(word))
    }
    const held = new Set<AnswerKind>()
    const charged = charges.find(words, () => true).length > 0
    if (MONEY.test(text) || counted(currencies)) held.add('money')
    if (charged || held.has('money')) held.add('charge')
    if (words.some(isCount)) held.add('count')
    if (HOURS.test(fold(text))) held.add('clock')
    if (counted(units)) held.add('span')
    return held
  }
}

const MONEY = /(?:[$€£]|\b(?:S\/|Q|RD\$|Bs\.?))\s?\d|\d\s?[€£]/
/** These are said of anything. */
const ONE: ReadonlySet<string> = new Set(['un', 'una', 'mismo', 'cada', 'medio', 'media'])
const HOURS = /\d{1,2}(?::\d\d)?\s+a\s+\d{1,2}|a las \d|de \d{1,2} de la/
