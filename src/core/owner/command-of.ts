import { wordList } from '../business/word-list.js'
import type { Messages } from '../messages.js'
import { type CareKind, careCommandOf, isCareKind } from './care-command-of.js'
import { type CommandKind, phrasesOf, wordsOf } from './command-words.js'
import type { Command, ReadAmount } from './commands.js'
import { readDiscount } from './discount.js'
import type { LossReader, Reason } from './loss-reason.js'
import { nameIn } from './name-in.js'
import { periodIn } from './period.js'
import { readSale } from './sale-amount.js'

/** Words that are looked for beside a command's own. */
export type CommandLists = {
  readonly messages: Messages
  readonly filler: ReadonlySet<string>
  readonly everything: ReadonlySet<string>
  readonly readLoss: LossReader
}

/** What stands around a word, and the word as it was written. */
export type Beside = { readonly before: string; readonly said: string; readonly after: string }

/** Words that say everything by themselves. */
const BARE = [
  'undo',
  'greeting',
  'today',
  'tomorrow',
  'funnel',
  'customers',
  'prospects',
  'figures',
  'forecast',
  'report',
  'diagnosis',
  'export',
  'referrals',
  'facts',
  'line',
  'tickets',
  'pause_all',
  'resume_all',
  'model_off',
  'model_on',
  'end_rehearsal',
] as const
type Bare = (typeof BARE)[number]

/** Words beside which nothing but a name stands. */
const NAMED = [
  'customer',
  'take',
  'release',
  'unfollow',
  'erase',
  'vip',
  'unvip',
  'deliver',
] as const
type Named = (typeof NAMED)[number]

function isNamed(kind: CommandKind): kind is Named {
  return NAMED.some((named) => named === kind)
}

function isBare(kind: CommandKind): kind is Bare {
  return BARE.some((bare) => bare === kind)
}

/** The command that a word and what stands beside it come to. */
export function commandOf(
  kind: CommandKind,
  beside: Beside,
  lists: CommandLists,
  readAmount: ReadAmount,
): Command {
  return isCareKind(kind)
    ? careCommandOf(kind, beside, lists)
    : leadCommandOf(kind, beside, lists, readAmount)
}

function leadCommandOf(
  kind: Exclude<CommandKind, CareKind>,
  { before, said, after }: Beside,
  lists: CommandLists,
  readAmount: ReadAmount,
): Command {
  const beside = `${before} ${after}`
  if (isBare(kind)) return { kind }
  if (isNamed(kind)) return { kind, name: nameIn(beside, lists.filler) }
  switch (kind) {
    case 'leads': {
      const name = nameIn(beside, lists.filler)
      return name === null ? { kind } : { kind: 'lead', name }
    }
    case 'pause':
    case 'resume':
      return isEverything(beside, lists)
        ? { kind: kind === 'pause' ? 'pause_all' : 'resume_all' }
        : { kind, name: nameIn(beside, lists.filler) }
    case 'rehearsal':
      return { kind, ...rehearsalOf(after, lists) }
    case 'sold':
      return { kind, period: periodIn(`${before} ${said} ${after}`, lists.messages) }
    case 'campaign':
      return { kind, called: nameIn(after, lists.filler) }
    case 'debts':
      return { kind, called: nameIn(beside, lists.filler) }
    case 'opt_out':
      return { kind, name: null, words: beside.trim() }
    case 'ignore':
    case 'attend':
      return { kind, name: numberIn(beside) ?? nameIn(beside, lists.filler) }
    case 'help':
      return { kind, about: beside }
    case 'postpone':
      return { kind, name: null, written: beside, until: null }
    case 'ticket':
    case 'settle':
      return ticketOf(kind === 'settle', beside, lists)
    case 'won':
    case 'sale':
    case 'lost':
    case 'quote':
    case 'quoted':
    case 'spend':
      return withFigure(kind, { before, said, after }, lists, readAmount)
    default:
      return withText(kind, { before, said, after }, lists)
  }
}

function withText(
  kind: 'note' | 'respond' | 'draft' | 'learn' | 'forget',
  { before, after }: Beside,
  lists: CommandLists,
): Command {
  switch (kind) {
    case 'note':
    case 'respond':
    case 'draft':
      return { kind, name: nameIn(before, lists.filler), text: trimmed(after) }
    case 'learn':
      return { kind, text: trimmed(after) }
    case 'forget':
      return { kind, place: Number(/\d+/.exec(after)?.[0] ?? 0) || null }
  }
}

function withFigure(
  kind: 'won' | 'sale' | 'lost' | 'quote' | 'quoted' | 'spend',
  { before, said, after }: Beside,
  lists: CommandLists,
  readAmount: ReadAmount,
): Command {
  if (kind === 'lost') {
    const loss = lists.readLoss(after)
    const reason = loss.reason ?? reasonIn(said, lists)
    return { kind, name: nameIn(`${before} ${loss.before}`, lists.filler), reason }
  }
  if (kind === 'spend') {
    const sum = readSale(after, readAmount)
    return { kind, amount: sum.amount, written: `${before} ${sum.rest}` }
  }
  const { discount, rest } = readDiscount(after, lists.messages)
  const behind = readSale(rest, readAmount)
  // "ana 840 mil, ya pagó": the sum may stand before its word too.
  const ahead = behind.amount === null ? readSale(before, readAmount) : null
  const amount = behind.amount ?? ahead?.amount ?? null
  const unsaid = `${ahead?.rest ?? before} ${behind.rest}`
  const name = nameIn(unsaid, lists.filler)
  if (kind === 'won' && discount === null) {
    return { kind, name, amount, written: unsaid, at: null }
  }
  if (kind === 'won' || kind === 'sale') {
    const again = kind === 'sale'
    // The sum stays in it: which figure counts pieces is known where the catalogue is.
    const written = `${before} ${rest}`
    return { kind: 'sale', name: null, amount, discount, product: null, written, again, at: null }
  }
  return { kind: 'quote', name, amount, discount, sent: kind === 'quoted' }
}

/** "ana se fue con otro": the word itself says why. */
function reasonIn(said: string, { messages }: CommandLists): Reason | null {
  const phrase = wordsOf(said)
    .map(({ text }) => text)
    .join(' ')
  const tells = wordList(messages, 'owner.words.lost_because').includes(phrase)
  return tells ? { kind: 'loose', text: said } : null
}

/** "ticket 5 ya quedó resuelto", "resuelto el caso de ana". */
function ticketOf(settles: boolean, beside: string, { messages, filler }: CommandLists): Command {
  const done = [
    ...phrasesOf('settle', messages),
    ...wordList(messages, 'owner.words.settle_beside'),
  ]
  const written = wordsOf(beside).map(({ text }) => text)
  const said = ` ${written.join(' ')} `
  const isDone = settles || done.some((phrase) => said.includes(` ${phrase} `))
  const number = written.find((word) => /^\d+$/.test(word))
  const ours = [...done, ...phrasesOf('ticket', messages)].flatMap((phrase) => phrase.split(' '))
  const who = nameIn(beside.replace(/\d+/g, ' '), new Set([...filler, ...ours]))
  return {
    kind: 'ticket',
    number: number === undefined ? null : Number(number),
    who,
    settles: isDone,
  }
}

/** "ensayo 3 días", "ensayo ana". */
function rehearsalOf(after: string, { filler }: CommandLists) {
  const days = /^\W*(?:de |por )?(\d{1,3})\b/.exec(after)?.[1]
  if (days !== undefined) return { called: null, days: Number(days) }
  return { called: nameIn(after, filler), days: null }
}

/** A number with its country, as it was written: a name keeps no plus. */
function numberIn(text: string): string | null {
  return /\+[\d\s().-]{7,}\d/.exec(text)?.[0] ?? null
}

function isEverything(text: string, { filler, everything }: CommandLists): boolean {
  const kept = wordsOf(text).filter((word) => !filler.has(word.text))
  return kept.length > 0 && kept.every((word) => everything.has(word.text))
}

/** What follows a word, without the colon or comma that parts them. */
export function trimmed(text: string): string {
  return text.replace(/^[\s:,;.-]+/, '').trim()
}
