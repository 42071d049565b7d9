import { wordList } from '../business/word-list.js'
import { wordsOf } from './command-words.js'
import { findLeads, isNamed } from './find-lead.js'
import { firstOf } from './lazily.js'
import { nameIn } from './name-in.js'
import { withAppointment, withCalledName } from './settle-care.js'
import { withProduct } from './settle-sale.js'
import { withSoldDay } from './sold-day.js'
import type { Aimed } from './target.js'
import type { World } from './types.js'

/** A name before what is said is no longer than this. */
const LONGEST_NAME = 3

/**
 * Tells the name from the other words of a command, where only the names we know can: what follows
 * `nota`, `perdido` or `posponer` may begin or end with one. A reply to a card fixes the lead: then
 * every word belongs to what is said.
 */
export function settleCommand(command: Aimed, world: World): Aimed {
  switch (command.kind) {
    case 'lost':
      return withNameAtEnd(withLooseName(command, world), world)
    case 'postpone':
      return withMoment(command, world)
    case 'won':
      return withSoldDay(command, world)
    case 'sale':
      return withProduct(withSoldDay(command, world), world)
    case 'note':
    case 'respond':
      return withoutThat(withNameInFront(command, world), command.text, world)
    case 'draft':
      return withNameInFront(command, world)
    case 'opt_out':
      return withNameBeside(command, world)
    case 'call':
    case 'meeting':
      return withAppointment(command, world)
    case 'called':
      return withCalledName(command, world)
    default:
      return command
  }
}

/** "mañana a las 10", in reply to a card: put off until then. */
export function bareMoment(text: string, world: World): Postpone | null {
  if (world.quoted === null) return null
  const command = withMoment({ kind: 'postpone', name: null, written: text, until: null }, world)
  return command.until !== null && command.name === null ? command : null
}

type Lost = Extract<Aimed, { kind: 'lost' }>
type Postpone = Extract<Aimed, { kind: 'postpone' }>
type OptOut = Extract<Aimed, { kind: 'opt_out' }>
type Worded = Extract<Aimed, { kind: 'note' | 'respond' | 'draft' }>

/** "perdido ana", "perdido ana, muy caro": words that could be a reason but begin with somebody's name. */
function withLooseName(command: Lost, world: World): Lost {
  if (command.name !== null || command.reason?.kind !== 'loose') return command
  const said = { kind: 'note', name: null, text: command.reason.text } as const
  const { name, text } = withNameInFront(said, world)
  if (name === null) return command
  return { kind: 'lost', name, reason: text === '' ? null : { kind: 'loose', text } }
}

/** "perdido por precio camilo": a reason that ends in somebody's name. */
function withNameAtEnd(command: Lost, world: World): Lost {
  if (command.name !== null || command.reason === null || world.quoted !== null) return command
  const words = command.reason.text.trim().split(/\s+/)
  const name = words.at(-1) ?? ''
  if (words.length < 2 || !isNamed(world.people, name)) return command
  const text = words.slice(0, -1).join(' ')
  return { kind: 'lost', name, reason: { ...command.reason, text } }
}

/** "ana hasta el lunes": the moment is read, and what is left of the words is the name. */
function withMoment(command: Postpone, world: World): Postpone {
  const { written } = command
  if (written.trim() === '') return command
  const when = world.readWhen(written)
  const filler = new Set([
    ...wordList(world.messages, 'owner.words.filler'),
    ...wordList(world.messages, 'owner.words.until'),
  ])
  const name = nameIn(when?.rest ?? written, filler)
  return { kind: 'postpone', name, written: '', until: when?.at ?? null }
}

/** "baja ana, me lo dijo por teléfono", "ana no quiere mensajes". */
function withNameBeside(command: OptOut, world: World): OptOut {
  const text = command.words
  const { name, text: words } = withNameInFront({ kind: 'note', name: null, text }, world)
  if (name !== null || world.quoted !== null) return { ...command, name, words }
  const filler = new Set(wordList(world.messages, 'owner.words.filler'))
  return { ...command, name: nameIn(text, filler), words: '' }
}

/** "dile a ana que ya salió" has "ya salió" told; what stands behind a colon is told as it is. */
function withoutThat(command: Worded, written: string, { messages }: World): Worded {
  const [first, second] = wordsOf(command.text)
  const that = wordList(messages, 'owner.words.that')
  const whole = wordList(messages, 'owner.words.not_that')
  if (first === undefined || second === undefined || written.includes(':')) return command
  if (!that.includes(first.text) || whole.includes(second.text)) return command
  // "qué pena": with its accent it is no link.
  if (command.text.slice(first.start, first.end) !== first.text) return command
  return { ...command, text: command.text.slice(second.start) }
}

/** "ana: prefiere llamadas", "a doña ana que ya salió". */
function withNameInFront(command: Worded, world: World): Worded {
  if (command.name !== null || world.quoted !== null) return command
  const { text } = command
  const lead = wordList(world.messages, 'owner.words.before_name')
  const words = wordsOf(text)
  const first = words.findIndex((word) => !lead.includes(word.text))
  if (first < 0) return command
  for (let length = LONGEST_NAME; length > 0; length--) {
    const last = words[first + length - 1]
    const name = text.slice(words[first]?.start ?? 0, last?.end ?? 0)
    if (last === undefined || /^\d/.test(name)) continue
    const rest = text.slice(last.end)
    // Before a colon a name may also be begun, or have a wrong letter.
    const isKnown = /^\s*:/.test(rest)
      ? firstOf(findLeads(world.people, name), 1).length > 0
      : isNamed(world.people, name)
    if (isKnown) return { ...command, name, text: rest.replace(/^[\s:,;.-]+/, '') }
  }
  return command
}
