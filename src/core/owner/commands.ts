import { wordList } from '../business/word-list.js'
import type { Messages } from '../messages.js'
import {
  type CommandWords,
  createCommandWords,
  type Spotted,
  type Word,
  wordsOf,
} from './command-words.js'
import { createLossReader, type LossReader, type Reason } from './loss-reason.js'
import { type Amount, readSale } from './sale-amount.js'

/** `name` is what was written beside the word to say who is meant, or null. */
export type Command =
  | { readonly kind: 'leads' | 'undo' | 'help' | 'greeting' }
  | {
      readonly kind: 'lead' | 'take' | 'release' | 'pause' | 'resume'
      readonly name: string | null
    }
  | { readonly kind: 'won'; readonly name: string | null; readonly amount: Amount | null }
  | { readonly kind: 'lost'; readonly name: string | null; readonly reason: Reason | null }

export type Parsed =
  /** `exact` is false when a letter had to be corrected; `whole` when nothing else was written. */
  | {
      readonly kind: 'command'
      readonly command: Command
      readonly exact: boolean
      readonly whole: boolean
    }
  | {
      readonly kind: 'ambiguous'
      readonly between: readonly [Command, Command]
      readonly words: readonly [string, string]
    }
  | { readonly kind: 'unknown' }

/** Reads the sum in a text; `span` are offsets into it. */
export type ReadAmount = (
  text: string,
) => { readonly value: number; readonly span: readonly [start: number, end: number] } | null

export type CommandParser = (text: string, readAmount: ReadAmount) => Parsed

/** A name may stand before its word: "a doña Ana la tomo yo". */
const LONGEST_LEAD_IN = 3

type Lists = {
  readonly phrases: CommandWords
  readonly filler: ReadonlySet<string>
  readonly readLoss: LossReader
}

/**
 * Reads owners' words: accents, capitals, synonyms and one wrong letter are forgiven, but a word one
 * letter away from two commands is `ambiguous`. Everything else is `unknown`: it may still answer a
 * question. Built once; the words come from `owner.words` of the messages.
 */
export function createCommandParser(messages: Messages): CommandParser {
  const lists: Lists = {
    phrases: createCommandWords(messages),
    filler: new Set(wordList(messages, 'owner.words.filler')),
    readLoss: createLossReader(messages),
  }
  return (text, readAmount) => parse(text, wordsOf(text), lists, readAmount)
}

function parse(text: string, words: readonly Word[], lists: Lists, readAmount: ReadAmount): Parsed {
  const { phrases } = lists
  const first = afterGreeting(words, phrases)
  const build = (spotted: Spotted): Command => {
    const before = text.slice(words[first]?.start ?? 0, words[spotted.first]?.start ?? 0)
    const after = text.slice(words[spotted.next - 1]?.end ?? text.length)
    return commandOf(spotted, before, after, lists, readAmount)
  }
  if (first >= words.length) {
    if (first === 0) return { kind: 'unknown' }
    return { kind: 'command', command: { kind: 'greeting' }, exact: true, whole: true }
  }
  const exact = exactPhrase(words, first, phrases)
  if (exact !== null) return found(build(exact), true, exact, first, words)
  const [near, other] = phrases.near(words, first)
  if (near === undefined) return { kind: 'unknown' }
  if (other === undefined) return found(build(near), false, near, first, words)
  return {
    kind: 'ambiguous',
    between: [build(near), build(other)],
    words: [near.phrase, other.phrase],
  }
}

function found(
  command: Command,
  exact: boolean,
  spotted: Spotted,
  first: number,
  words: readonly Word[],
): Parsed {
  const whole = spotted.first === first && spotted.next === words.length
  return { kind: 'command', command, exact, whole }
}

/** The word after a "hola" that something follows. */
function afterGreeting(words: readonly Word[], phrases: CommandWords): number {
  const spotted = phrases.at(words, 0)
  return spotted?.kind === 'greeting' ? spotted.next : 0
}

function exactPhrase(words: readonly Word[], first: number, phrases: CommandWords): Spotted | null {
  for (let at = first; at <= first + LONGEST_LEAD_IN && at < words.length; at++) {
    const spotted = phrases.at(words, at)
    if (spotted !== null && spotted.kind !== 'greeting') return spotted
  }
  return null
}

function commandOf(
  spotted: Spotted,
  before: string,
  after: string,
  lists: Lists,
  readAmount: ReadAmount,
): Command {
  const { kind } = spotted
  switch (kind) {
    case 'undo':
    case 'help':
    case 'greeting':
      return { kind }
    case 'leads': {
      const name = nameIn(`${before} ${after}`, lists)
      return name === null ? { kind } : { kind: 'lead', name }
    }
    case 'take':
    case 'release':
    case 'pause':
    case 'resume':
      return { kind, name: nameIn(`${before} ${after}`, lists) }
    case 'won': {
      const sale = readSale(after, readAmount)
      return { kind, name: nameIn(`${before} ${sale.rest}`, lists), amount: sale.amount }
    }
    case 'lost': {
      const loss = lists.readLoss(after)
      return { kind, name: nameIn(`${before} ${loss.before}`, lists), reason: loss.reason }
    }
  }
}

/** What is left of a text once courtesies and articles are gone, as it was written. */
function nameIn(text: string, lists: Lists): string | null {
  const kept = wordsOf(text).filter((word) => !lists.filler.has(word.text))
  return kept.length === 0 ? null : kept.map(({ start, end }) => text.slice(start, end)).join(' ')
}
