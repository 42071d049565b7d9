import { wordList } from '../business/word-list.js'
import type { AimedCare } from './care.js'
import { phrasesOf, wordsOf } from './command-words.js'
import { isNamed } from './find-lead.js'
import { nameIn } from './name-in.js'
import { oneLetterAway } from './one-letter-away.js'
import { readAppointment } from './read-appointment.js'
import type { World } from './types.js'

/** A name before what is said is no longer than this. */
const LONGEST_NAME = 3
/** Shorter words are too near to one another to be corrected. */
const SHORTEST_CORRECTED = 5

type Planned = Extract<AimedCare, { kind: 'call' | 'meeting' }>
type Called = Extract<AimedCare, { kind: 'called' }>

/** "ana el viernes": the moment is read, and what is left of the words is the name. */
export function withAppointment<C extends Planned>(command: C, world: World): C {
  const { written } = command
  if (written.trim() === '') return command
  const found = readAppointment(written, world)
  const filler = new Set([
    ...wordList(world.messages, 'owner.words.filler'),
    ...wordList(world.messages, 'owner.words.until'),
    ...wordList(world.messages, 'owner.words.beside_call'),
    ...wordList(world.messages, 'owner.words.meeting_place'),
  ])
  const rest = found?.rest ?? written
  const slip = wordsOf(rest).find(({ text }) => isSlip(text, world))
  const beside = slip === undefined ? rest : `${rest.slice(0, slip.start)} ${rest.slice(slip.end)}`
  const name = nameIn(beside, filler) ?? command.name
  // Nobody is met at an hour that was not said.
  const isSettled = found !== null && (found.timed || command.kind === 'call')
  return { ...command, name, written: isSettled ? '' : written, until: isSettled ? found.at : null }
}

/** "recodar llamar a ana": a word of ours that lacks a letter is nobody's name. */
function isSlip(word: string, { messages, people }: World): boolean {
  const ours = phrasesOf('remind', messages).filter((phrase) => phrase.length >= SHORTEST_CORRECTED)
  return ours.some((phrase) => oneLetterAway(word, phrase)) && !isNamed(people, word)
}

/** "a ana, todo bien", "con doña ana y está feliz", "a la 2: todo bien". */
export function withCalledName(command: Called, world: World): Called {
  if (command.name !== null) return command
  const { text } = command
  const leads = wordList(world.messages, 'owner.words.before_name')
  const pronouns = wordList(world.messages, 'owner.words.pronouns')
  const words = wordsOf(text)
  const first = words.findIndex((word) => !leads.includes(word.text))
  const start = words[first]
  if (start === undefined) return { ...command, text: '' }
  const isSaid = first > 0 || world.quoted === null
  const rest = (end: number): string =>
    withoutAnd(text.slice(end).replace(/^[\s:,;.-]+/, ''), world)
  if (first > 0 && pronouns.includes(start.text)) return { ...command, text: rest(start.end) }
  for (let length = LONGEST_NAME; length > 0 && isSaid; length--) {
    const last = words[first + length - 1]
    if (last === undefined) continue
    const name = text.slice(start.start, last.end)
    if (isNamed(world.people, name)) return { ...command, name, text: rest(last.end) }
  }
  // Somebody was named whom nobody knows by that name, or by their place in a list.
  return first > 0 &&
    isName(
      words.slice(0, first).map((word) => word.text),
      world,
    )
    ? { ...command, name: text.slice(start.start, start.end), text: rest(start.end) }
    : command
}

/** "y quedó contento": the link is no part of what was told. */
function withoutAnd(text: string, { messages }: World): string {
  const [first, second] = wordsOf(text)
  const links = wordList(messages, 'owner.words.and')
  const isLink = first !== undefined && second !== undefined && links.includes(first.text)
  return isLink ? text.slice(second.start) : text
}

/** "a", "con": what follows is somebody. */
function isName(before: readonly string[], { messages }: World): boolean {
  return before.some((word) => wordList(messages, 'owner.words.whom').includes(word))
}
