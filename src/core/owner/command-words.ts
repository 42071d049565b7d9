import { wordList } from '../business/word-list.js'
import type { Messages } from '../messages.js'
import { foldWord } from '../understanding/normalise.js'
import { oneLetterAway } from './one-letter-away.js'

/** Under which key of `data/messages` the ways of writing each command stand. */
const KEYS = {
  leads: 'owner.words.leads',
  customers: 'owner.words.customers',
  customer: 'owner.words.customer',
  prospects: 'owner.words.prospects',
  take: 'owner.words.take',
  release: 'owner.words.release',
  won: 'owner.words.won',
  sale: 'owner.words.sale',
  lost: 'owner.words.lost',
  pause: 'owner.words.pause',
  pause_all: 'owner.words.pause_all',
  resume: 'owner.words.resume',
  resume_all: 'owner.words.resume_all',
  model_off: 'owner.words.model_off',
  model_on: 'owner.words.model_on',
  postpone: 'owner.words.postpone',
  unfollow: 'owner.words.unfollow',
  opt_out: 'owner.words.opt_out',
  erase: 'owner.words.erase',
  note: 'owner.words.note',
  respond: 'owner.words.respond',
  draft: 'owner.words.draft',
  quote: 'owner.words.quote',
  quoted: 'owner.words.quoted',
  vip: 'owner.words.vip',
  unvip: 'owner.words.unvip',
  line: 'owner.words.line',
  campaign: 'owner.words.campaign',
  rehearsal: 'owner.words.rehearsal',
  end_rehearsal: 'owner.words.end_rehearsal',
  because: 'owner.words.because',
  remind: 'owner.words.remind',
  called: 'owner.words.called',
  not_called: 'owner.words.not_called',
  meeting: 'owner.words.meeting',
  cancel_meeting: 'owner.words.cancel_meeting',
  drop_call: 'owner.words.drop_call',
  entrust: 'owner.words.entrust',
  tickets: 'owner.words.tickets',
  ticket: 'owner.words.ticket',
  settle: 'owner.words.settle',
  ignore: 'owner.words.ignore',
  attend: 'owner.words.attend',
  today: 'owner.words.today',
  tomorrow: 'owner.words.tomorrow',
  funnel: 'owner.words.funnel',
  referrals: 'owner.words.referrals',
  deliver: 'owner.words.deliver',
  sold: 'owner.words.sold',
  debts: 'owner.words.debts',
  figures: 'owner.words.figures',
  forecast: 'owner.words.forecast',
  report: 'owner.words.report',
  diagnosis: 'owner.words.diagnosis',
  export: 'owner.words.export',
  spend: 'owner.words.spend',
  facts: 'owner.words.facts',
  learn: 'owner.words.learn',
  forget: 'owner.words.forget',
  undo: 'owner.words.undo',
  help: 'owner.words.help',
  greeting: 'owner.words.greeting',
} as const

export type CommandKind = keyof typeof KEYS

export const KINDS: readonly CommandKind[] = Object.keys(KEYS).filter(
  (kind): kind is CommandKind => kind in KEYS,
)

/** The ways of writing a command, folded. */
export function phrasesOf(kind: CommandKind, messages: Messages): readonly string[] {
  return wordList(messages, KEYS[kind])
}

/** Shorter words are too near to one another to be corrected. */
const SHORTEST_CORRECTED = 5

/** A word of a message: folded, with its offsets in the message as it was written. */
export type Word = { readonly text: string; readonly start: number; readonly end: number }

export type Spotted = {
  readonly kind: CommandKind
  /** The phrase as it is known, for asking back. */
  readonly phrase: string
  /** Words it covers, from `first`, that one included, to `next`, that one not. */
  readonly first: number
  readonly next: number
}

export type CommandWords = {
  /** The longest phrase that begins exactly at this word. */
  readonly at: (words: readonly Word[], first: number) => Spotted | null
  /** What the words from here on may have been meant to be, one entry for each command. */
  readonly near: (words: readonly Word[], first: number) => readonly Spotted[]
}

/** Prepares the phrases that owners may write; built once from the messages. */
export function createCommandWords(messages: Messages): CommandWords {
  const phrases = KINDS.flatMap((kind) =>
    phrasesOf(kind, messages).map((phrase) => ({ kind, phrase, parts: phrase.split(' ') })),
  ).sort((a, b) => b.parts.length - a.parts.length)
  const single = phrases.filter(({ parts }) => parts.length === 1)
  const longer = phrases.filter(({ parts }) => parts.length > 1)

  return {
    at: (words, first) => {
      const found = phrases.find(({ parts }) =>
        parts.every((part, offset) => words[first + offset]?.text === part),
      )
      if (found === undefined) return null
      const { kind, phrase, parts } = found
      return { kind, phrase, first, next: first + parts.length }
    },
    near: (words, first) => {
      // "mis cifrs": what more of the words speaks for comes first.
      const meant = longer.filter(({ parts }) => isNear(parts, words, first))
      const close =
        meant.length > 0 ? meant : single.filter(({ parts }) => isNear(parts, words, first))
      const kinds = [...new Set(close.map(({ kind }) => kind))]
      return kinds.flatMap((kind) => {
        const found = close.find((each) => each.kind === kind)
        if (found === undefined) return []
        return [{ kind, phrase: found.phrase, first, next: first + found.parts.length }]
      })
    },
  }
}

/** Each word as it is known or one letter away from it, and not all of them known. */
function isNear(parts: readonly string[], words: readonly Word[], first: number): boolean {
  const written = parts.map((_, offset) => words[first + offset]?.text ?? '')
  if (written.every((word, at) => word === parts[at])) return false
  return parts.every((part, at) => {
    const word = written[at] ?? ''
    return word === part || (part.length >= SHORTEST_CORRECTED && oneLetterAway(word, part))
  })
}

/** Cuts a message into folded words. */
export function wordsOf(text: string): readonly Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), ({ 0: word, index }) => ({
    text: foldWord(word),
    start: index,
    end: index + word.length,
  }))
}
