import { hasWords } from '../aftersale/has-words.js'
import { wordList } from '../business/word-list.js'
import { fold } from '../understanding/normalise.js'
import { phrasesOf, wordsOf } from './command-words.js'
import type { Command } from './commands.js'
import { corrected } from './corrected.js'
import { isNamed } from './find-lead.js'
import { quoted } from './quoted.js'
import { readWords } from './respell.js'
import { readSale } from './sale-amount.js'
import { settleCommand } from './settle-command.js'
import { isAimed } from './target.js'
import type { OwnerReply, StaffState, World } from './types.js'
import { reply, say } from './wording.js'

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
  const commands = lines.map((line) => commandIn(line, world, true))
  const told = commands.filter((command) => command !== null)
  // What follows a note or an answer may be the rest of it.
  const isOpen = commands[0] === null || OPEN.includes(commands[0]?.kind ?? 'note')
  const isSeveral = told.length === lines.length || (!isOpen && told.length > 1)
  return isSeveral ? lines.flatMap((line) => splitLine(line, world)) : [text]
}

/** What follows in the same message is about the same person, unless it names another. */
export function aboutTheSame(text: string, { lastAbout }: StaffState, world: World): World {
  const command = commandIn(text, world)
  if (command === null || !isAimed(command) || lastAbout === null) return world
  const { name } = settleCommand(command, world)
  return name === null ? { ...world, quoted: { contactId: lastAbout } } : world
}

/** Whether a word is about whoever the one before it was about: it names nobody. */
export function belongsTo(text: string, world: World): boolean {
  const command = commandIn(text, world)
  return command !== null && isAimed(command) && settleCommand(command, world).name === null
}

/** What belongs to a word of which something has to be asked first is left for then, and said so. */
export function laterReply(text: string, world: World): OwnerReply {
  return reply(say(world, 'owner.several.later', { text: quoted(text) }))
}

/** At the first "y", comma or stop after which another word, or something about somebody else, begins. */
function splitLine(text: string, world: World): readonly string[] {
  const links = [...text.matchAll(linkOf(world))]
  for (const [at, { index, 0: found }] of links.entries()) {
    const [before, after] = [text.slice(0, index), text.slice(index + found.length)]
    const clause = text.slice(index + found.length, links[at + 1]?.index)
    const spent = spentAgain(before, after, world)
    if (spent !== null) return [before, ...splitLine(spent, world)]
    const owed = owedBeside(before, after, clause, world)
    if (owed !== null) return [before, ...owed]
    const first = commandIn(before, world, true)
    const isNext =
      follows(first, commandIn(after, world), world) ||
      asksBeside(first, before, clause, world) ||
      (first !== null && ENDED.includes(first.kind) && isAboutSomebody(clause, world)) ||
      (first?.kind === 'note' && found.includes('.') && isAboutNamed(after, world))
    if (isNext) return [before, ...splitLine(after, world)]
  }
  return [text]
}

/** What stands between two things that are told. */
function linkOf({ messages }: World): RegExp {
  const and = wordList(messages, 'owner.words.and').join('|')
  return new RegExp(`[,;.]\\s+(?:(?:${and})\\s+)?|\\s(?:${and})\\s`, 'giu')
}

/** Words that say everything with their sum or reason: a sentence about somebody behind them is a thing of its own. */
const ENDED: readonly Command['kind'][] = [...SALES, 'quote', 'lost', 'take', 'spend']
/** What may be asked at the end of a message that told something first. */
const ASKED: readonly Command['kind'][] = [
  ...([
    'today',
    'tomorrow',
    'leads',
    'sold',
    'figures',
    'forecast',
    'tickets',
    'customers',
    'calls',
  ] as const),
]
/** A word alone is rather the end of a sentence: "posponer ana, hoy". */
const LEAST_ASKED = 2
const LEAST_TOLD = 4

/** "…, cuánto vamos y a quién llamo hoy": the question is one of its own. */
function asksBeside(first: Command | null, before: string, clause: string, world: World): boolean {
  const isTold = first === null ? isAboutSomebody(before, world) : !OPEN.includes(first.kind)
  if (!isTold || wordsOf(clause).length < LEAST_ASKED) return false
  const asked = commandIn(clause, world)
  return asked !== null && ASKED.includes(asked.kind)
}

/** Words behind which everything is theirs. */
const OPEN: readonly Command['kind'][] = ['note', 'respond', 'draft', 'learn', 'called']

/** "ana gómez está cara": whoever is known is named first, and something is told of them. */
function isAboutSomebody(text: string, world: World): boolean {
  const filler = wordList(world.messages, 'owner.words.filler')
  const words = wordsOf(text)
  const name = words.find((word) => !filler.includes(word.text))
  if (name === undefined || words.length < LEAST_TOLD) return false
  return isNamed(world.people, text.slice(name.start, name.end))
}

/** "nota jairo: paga contado. recordar el lunes llamar a ana": a note ends where another is named. */
function isAboutNamed(text: string, world: World): boolean {
  const command = commandIn(text, world)
  if (command === null || !isAimed(command) || !FOLLOWING.includes(command.kind)) return false
  const { name } = settleCommand(command, world)
  return name !== null && isNamed(world.people, name)
}

/** "…, me pagó la mitad": no second sale, but something to remember of the first, up to the next word. */
function owedBeside(
  before: string,
  after: string,
  clause: string,
  world: World,
): readonly string[] | null {
  const first = commandIn(before, world, true)
  const [note] = phrasesOf('note', world.messages)
  if (first === null || !SALES.includes(first.kind) || note === undefined) return null
  const next = commandIn(clause, world)
  const isOwed = hasWords(fold(clause), wordList(world.messages, 'owner.words.owing'))
  const isPaid = next !== null && SALES.includes(next.kind) && namesNobody(next, world)
  if (!isPaid && (!isOwed || (next !== null && !SALES.includes(next.kind)))) return null
  for (const { index, 0: found } of after.matchAll(linkOf(world))) {
    const rest = after.slice(index + found.length)
    const command = commandIn(rest, world)
    const isWord = command !== null && !SALES.includes(command.kind)
    if (isWord) return [`${note}: ${after.slice(0, index)}`, ...splitLine(rest, world)]
  }
  return [`${note}: ${after}`]
}

/** "pagó de contado": what stands beside the word is nobody. */
function namesNobody(command: Command, world: World): boolean {
  if (!isAimed(command)) return false
  const { name } = settleCommand(command, world)
  return name !== null && !isNamed(world.people, name)
}

/** "gasté 50 mil en facebook y 30 mil en volantes": the word counts for both sums. */
function spentAgain(before: string, after: string, world: World): string | null {
  if (commandIn(before, world)?.kind !== 'spend' || commandIn(after, world) !== null) return null
  const { amount } = readSale(after, world.readAmount)
  const [verb] = wordsOf(before)
  const starts = amount !== null && /^\W*\d/.test(after)
  return starts && verb !== undefined ? `${before.slice(verb.start, verb.end)} ${after}` : null
}

function follows(first: Command | null, next: Command | null, world: World): boolean {
  if (first === null || next === null) return false
  const again = SALES.includes(first.kind) && SALES.includes(next.kind)
  if (again && isAimed(next)) {
    const { name } = settleCommand(next, world)
    if (name === null || !isNamed(world.people, name)) return false
  }
  return CLOSED.includes(first.kind) && FOLLOWING.includes(next.kind)
}

/** `named`: "ana ganado 840 mil" will do too, where only what comes first may begin with a name. */
function commandIn(text: string, world: World, named = false): Command | null {
  const { parsed } = readWords(text, world)
  if (parsed.kind !== 'command' || !parsed.exact) return null
  return parsed.leads || named ? parsed.command : null
}
