import type { Messages } from '../messages.js'
import { type CommandKind, wordsOf } from './command-words.js'
import type { Command, ReadAmount } from './commands.js'
import { readDiscount } from './discount.js'
import type { LossReader } from './loss-reason.js'
import { nameIn } from './name-in.js'
import { readSale } from './sale-amount.js'

/** Words that are looked for beside a command's own. */
export type CommandLists = {
  readonly messages: Messages
  readonly filler: ReadonlySet<string>
  readonly everything: ReadonlySet<string>
  readonly readLoss: LossReader
}

type Beside = { readonly before: string; readonly after: string }

/** The command that a word and what stands beside it come to. */
export function commandOf(
  kind: CommandKind,
  { before, after }: Beside,
  lists: CommandLists,
  readAmount: ReadAmount,
): Command {
  const beside = `${before} ${after}`
  switch (kind) {
    case 'undo':
    case 'help':
    case 'greeting':
    case 'today':
    case 'funnel':
    case 'referrals':
    case 'facts':
    case 'pause_all':
    case 'resume_all':
      return { kind }
    case 'leads': {
      const name = nameIn(beside, lists.filler)
      return name === null ? { kind } : { kind: 'lead', name }
    }
    case 'pause':
    case 'resume':
      return isEverything(beside, lists)
        ? { kind: kind === 'pause' ? 'pause_all' : 'resume_all' }
        : { kind, name: nameIn(beside, lists.filler) }
    case 'take':
    case 'release':
    case 'vip':
    case 'unvip':
    case 'deliver':
      return { kind, name: nameIn(beside, lists.filler) }
    case 'postpone':
      return { kind, name: null, written: beside, until: null }
    case 'note':
    case 'respond':
      return { kind, name: nameIn(before, lists.filler), text: trimmed(after) }
    case 'learn':
      return { kind, text: trimmed(after) }
    case 'forget':
      return { kind, place: Number(/\d+/.exec(after)?.[0] ?? 0) || null }
    default:
      return withFigure(kind, { before, after }, lists, readAmount)
  }
}

function withFigure(
  kind: 'won' | 'lost' | 'quote',
  { before, after }: Beside,
  lists: CommandLists,
  readAmount: ReadAmount,
): Command {
  if (kind === 'lost') {
    const loss = lists.readLoss(after)
    return { kind, name: nameIn(`${before} ${loss.before}`, lists.filler), reason: loss.reason }
  }
  if (kind === 'won') {
    const sale = readSale(after, readAmount)
    return { kind, name: nameIn(`${before} ${sale.rest}`, lists.filler), amount: sale.amount }
  }
  const { discount, rest } = readDiscount(after, lists.messages)
  const sum = readSale(rest, readAmount)
  const name = nameIn(`${before} ${sum.rest}`, lists.filler)
  return { kind, name, amount: sum.amount, discount }
}

function isEverything(text: string, { filler, everything }: CommandLists): boolean {
  const kept = wordsOf(text).filter((word) => !filler.has(word.text))
  return kept.length > 0 && kept.every((word) => everything.has(word.text))
}

/** What follows a word, without the colon or comma that parts them. */
function trimmed(text: string): string {
  return text.replace(/^[\s:,;.-]+/, '').trim()
}
