import { wordList } from '../business/word-list.js'
import type { Messages } from '../messages.js'
import type { Iso } from '../types.js'
import { type CommandLists, commandOf } from './command-of.js'
import type { CareCommand, PartingCommand, SaleCommand, WonCommand } from './command-types.js'
import { createCommandWords, type Spotted, type Word, wordsOf } from './command-words.js'
import { isCourtesy } from './courtesy.js'
import { createLossReader, type Reason } from './loss-reason.js'
import { LONGEST_LEAD_IN, mayStand, type WordLists } from './may-stand.js'
import { type Period, periodWords } from './period.js'
import type { Amount } from './sale-amount.js'

/** `name` is what was written beside the word to say who is meant, or null. */
export type Command =
  | { readonly kind: 'leads' | 'undo' | 'greeting' | 'thanks' | 'okay' }
  /** What they want to know about may stand in `about`. */
  | { readonly kind: 'help'; readonly about: string }
  | {
      readonly kind:
        | 'today'
        | 'tomorrow'
        | 'customers'
        | 'prospects'
        | 'diagnosis'
        | 'export'
        | 'facts'
        | 'pause_all'
        | 'resume_all'
        | 'model_off'
        | 'model_on'
        | 'tickets'
    }
  /** Shown with what has to be counted for them. */
  | {
      readonly kind: 'funnel' | 'figures' | 'forecast' | 'report' | 'referrals' | 'line'
    }
  /** What was noted of who owes something; of somebody, where a name stands beside it. */
  | { readonly kind: 'debts'; readonly called: string | null }
  /** What was sold in a time. */
  | { readonly kind: 'sold'; readonly period: Period }
  /** One ticket, by its number or by whose it is; `settles`: it is done. */
  | {
      readonly kind: 'ticket'
      readonly number: number | null
      readonly who: string | null
      readonly settles: boolean
    }
  | {
      readonly kind:
        | 'lead'
        | 'customer'
        | 'take'
        | 'release'
        | 'pause'
        | 'resume'
        | 'vip'
        | 'unvip'
        | 'ignore'
        | 'attend'
        | 'deliver'
      readonly name: string | null
    }
  | PartingCommand
  | WonCommand
  | SaleCommand
  | {
      readonly kind: 'quote'
      readonly name: string | null
      readonly amount: Amount | null
      readonly discount: number | null
      /** It went out already, by hand. */
      readonly sent: boolean
    }
  | { readonly kind: 'lost'; readonly name: string | null; readonly reason: Reason | null }
  /** `written` is everything beside the word: the moment is read in it, and what is left is a name. */
  | {
      readonly kind: 'postpone'
      readonly name: string | null
      readonly written: string
      readonly until: Iso | null
    }
  /** The text may still begin with the name. */
  | {
      readonly kind: 'note' | 'respond' | 'draft'
      readonly name: string | null
      readonly text: string
    }
  | CareCommand
  /** What it was spent on, and when, stand in `written`. */
  | { readonly kind: 'spend'; readonly amount: Amount | null; readonly written: string }
  | { readonly kind: 'learn'; readonly text: string }
  | { readonly kind: 'end_rehearsal' }
  /** How the rehearsal stands, what somebody would have been told, or that it begins for so many days. */
  | { readonly kind: 'rehearsal'; readonly called: string | null; readonly days: number | null }
  /** The link of a campaign, or of all of them. */
  | { readonly kind: 'campaign'; readonly called: string | null }
  /** Place in the list of what was taught. */
  | { readonly kind: 'forget'; readonly place: number | null }

export type Parsed =
  /**
   * `exact` is false when a letter had to be corrected; `whole` when nothing else was written;
   * `leads` when the message begins with the word.
   */
  | {
      readonly kind: 'command'
      readonly command: Command
      readonly exact: boolean
      readonly whole: boolean
      readonly leads: boolean
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

type Lists = CommandLists & WordLists

/**
 * Reads owners' words: accents, capitals, synonyms and one wrong letter are forgiven, but a word one
 * letter away from two commands is `ambiguous`. Everything else is `unknown`: it may still answer a
 * question. Built once; the words come from `owner.words` of the messages.
 */
export function createCommandParser(messages: Messages): CommandParser {
  const lists: Lists = {
    messages,
    phrases: createCommandWords(messages),
    filler: new Set(wordList(messages, 'owner.words.filler')),
    uncalled: new Set(wordList(messages, 'owner.words.uncalled')),
    asking: new Set(wordList(messages, 'owner.words.asking')),
    denying: new Set(wordList(messages, 'owner.words.denying')),
    periods: periodWords(messages),
    everything: new Set(wordList(messages, 'owner.words.everything')),
    readLoss: createLossReader(messages),
  }
  return (text, readAmount) => parse(text, wordsOf(text), lists, readAmount)
}

function parse(text: string, words: readonly Word[], lists: Lists, readAmount: ReadAmount): Parsed {
  const { phrases, messages } = lists
  const courtesy = isCourtesy(words, messages)
  if (courtesy !== null) return simple(courtesy)
  const first = afterOpening(text, words, lists)
  const build = (spotted: Spotted): Command => {
    const before = text.slice(words[first]?.start ?? 0, words[spotted.first]?.start ?? 0)
    const after = text.slice(words[spotted.next - 1]?.end ?? text.length)
    const said = text.slice(words[spotted.first]?.start ?? 0, words[spotted.next - 1]?.end ?? 0)
    return commandOf(spotted.kind, { before, said, after }, lists, readAmount)
  }
  if (first >= words.length) return first === 0 ? { kind: 'unknown' } : simple('greeting')
  const exact = exactPhrase(words, first, lists)
  const [near, other] = phrases
    .near(words, first)
    .filter((spotted) => mayStand(spotted, words, first, lists))
  // "canzela la cita": the longer phrase that lacks a letter is meant, not the word within it.
  const isWithin = near !== undefined && other === undefined && exact !== null && holds(near, exact)
  if (exact !== null && !isWithin) return found(build(exact), true, exact, first, words)
  if (near === undefined) return { kind: 'unknown' }
  if (other === undefined) return found(build(near), false, near, first, words)
  return {
    kind: 'ambiguous',
    between: [build(near), build(other)],
    words: [near.phrase, other.phrase],
  }
}

function holds(longer: Spotted, word: Spotted): boolean {
  return longer.first < word.first && longer.next > word.first
}

function simple(kind: 'greeting' | 'thanks' | 'okay'): Parsed {
  return { kind: 'command', command: { kind }, exact: true, whole: true, leads: true }
}

function found(
  command: Command,
  exact: boolean,
  spotted: Spotted,
  first: number,
  words: readonly Word[],
): Parsed {
  const whole = spotted.first === first && spotted.next === words.length
  const leads = first === 0 && spotted.first === 0
  return { kind: 'command', command, exact, whole, leads }
}

/** The word after a "hola" that something follows, or after the "no," that puts right what was said before. */
function afterOpening(text: string, words: readonly Word[], { phrases, denying }: Lists): number {
  const spotted = phrases.at(words, 0)
  if (spotted?.kind === 'greeting') return spotted.next
  // "benas, ya le vendí a jairo".
  const [near] = spotted === null ? phrases.near(words, 0) : []
  if (near?.kind === 'greeting' && words.length > near.next) return near.next
  const [opening] = words
  const corrects = opening !== undefined && words.length > 1 && denying.has(opening.text)
  return corrects && text.charAt(opening.end) === ',' && spotted === null ? 1 : 0
}

function exactPhrase(words: readonly Word[], first: number, lists: Lists): Spotted | null {
  for (let at = first; at <= first + LONGEST_LEAD_IN && at < words.length; at++) {
    const spotted = lists.phrases.at(words, at)
    if (spotted === null || spotted.kind === 'greeting') continue
    if (mayStand(spotted, words, first, lists)) return spotted
  }
  return null
}
