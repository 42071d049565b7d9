import { wordList } from '../business/word-list.js'
import { wordsOf } from './command-words.js'
import type { Command } from './commands.js'
import { corrected } from './corrected.js'
import { readSale } from './sale-amount.js'
import { settleCommand } from './settle-command.js'
import { isAimed } from './target.js'
import type { StaffState, World } from './types.js'

/** Words after which another may follow in the same message; behind the others everything is theirs. */
const CLOSED: readonly Command['kind'][] = [
  ...(['take', 'release', 'won', 'sale', 'quote', 'vip', 'unvip', 'pause', 'resume'] as const),
  ...([
    'postpone',
    'call',
    'meeting',
    'cancel_meeting',
    'drop_call',
    'spend',
    'deliver',
    'ticket',
    'ignore',
    'attend',
  ] as const),
]
/** Words that may follow: what is only a list or a courtesy is no second thing to do. */
const FOLLOWING: readonly Command['kind'][] = [
  ...CLOSED,
  'note',
  'respond',
  'lost',
  'called',
  'entrust',
]
/** "ganado ana 840 mil, ya pagó" says one thing twice. */
const SALES: readonly Command['kind'][] = ['won', 'sale']

/**
 * The words of a message that says several, in order: "tomar ana y cotización 840 mil", or one on each line. The
 * message alone where its parts are not all words of ours, or something was asked before.
 */
export function severalWords(text: string, staff: StaffState, world: World): readonly string[] {
  const right = corrected(text, staff, world)
  if (right !== null) return right
  const isFree = staff.activated && (staff.pending === null || staff.pending.kind === 'which')
  if (!isFree || world.pin !== null) return [text]
  const lines = text.split(/\n+/).filter((line) => line.trim() !== '')
  if (lines.length < 2) return splitLine(text, world)
  const all = lines.every((line) => commandIn(line, world) !== null)
  return all ? lines.flatMap((line) => splitLine(line, world)) : [text]
}

/** What follows in the same message is about the same person, unless it names another. */
export function aboutTheSame(text: string, { lastAbout }: StaffState, world: World): World {
  const command = commandIn(text, world)
  if (command === null || !isAimed(command) || lastAbout === null) return world
  const { name } = settleCommand(command, world)
  return name === null ? { ...world, quoted: { contactId: lastAbout } } : world
}

/** At the first "y", comma or stop after which another word begins. */
function splitLine(text: string, world: World): readonly string[] {
  const and = wordList(world.messages, 'owner.words.and').join('|')
  const link = new RegExp(`\\s*[,;.]\\s+(?:(?:${and})\\s+)?|\\s+(?:${and})\\s+`, 'giu')
  for (const { index, 0: found } of text.matchAll(link)) {
    const [before, after] = [text.slice(0, index), text.slice(index + found.length)]
    const spent = spentAgain(before, after, world)
    if (spent !== null) return [before, ...splitLine(spent, world)]
    if (follows(commandIn(before, world, true), commandIn(after, world)))
      return [before, ...splitLine(after, world)]
  }
  return [text]
}

/** "gasté 50 mil en facebook y 30 mil en volantes": the word counts for both sums. */
function spentAgain(before: string, after: string, world: World): string | null {
  if (commandIn(before, world)?.kind !== 'spend' || commandIn(after, world) !== null) return null
  const { amount } = readSale(after, world.readAmount)
  const [verb] = wordsOf(before)
  const starts = amount !== null && /^\W*\d/.test(after)
  return starts && verb !== undefined ? `${before.slice(verb.start, verb.end)} ${after}` : null
}

function follows(first: Command | null, next: Command | null): boolean {
  if (first === null || next === null) return false
  const again = SALES.includes(first.kind) && SALES.includes(next.kind)
  if (again && isAimed(next) && next.name === null) return false
  return CLOSED.includes(first.kind) && FOLLOWING.includes(next.kind)
}

/** `named`: "ana ganado 840 mil" will do too, where only what comes first may begin with a name. */
function commandIn(text: string, world: World, named = false): Command | null {
  const parsed = world.parse(text, world.readAmount)
  if (parsed.kind !== 'command' || !parsed.exact) return null
  return parsed.leads || named ? parsed.command : null
}
