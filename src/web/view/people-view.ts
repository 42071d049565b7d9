import { message } from '../../core/messages.js'
import { STAGES } from '../../core/types.js'
import type { Person } from '../deps.js'
import { phoneEnd } from './phone-text.js'
import { briefWhen, type Wall } from './when.js'

/** One prospect of the rail. */
export type PersonView = {
  readonly phone: string
  readonly name: string
  /** What stands under the face: the first name, or that there is none. */
  readonly called: string
  /** The end of the number, of somebody without a name; else empty. */
  readonly number: string
  readonly initials: string
  /** Stages of the path behind them, of eight. */
  readonly reached: number
  readonly stage: string
  readonly last: string
  readonly unread: number
  readonly chosen: boolean
}

/** The prospects to switch between: who has something unread first, then the last heard of. */
export function peopleView(
  people: readonly Person[],
  chosen: { readonly phone: string; readonly name: string },
  wall: Wall,
): readonly PersonView[] {
  const views = people
    .toSorted((a, b) => rank(b) - rank(a) || (b.lastAt ?? '').localeCompare(a.lastAt ?? ''))
    .map((person) => personView(person, person.phone === chosen.phone, wall))
  if (views.some(({ phone }) => phone === chosen.phone)) return views
  return [newcomer(chosen, wall), ...views]
}

function rank({ unread }: Person): number {
  return unread > 0 ? 1 : 0
}

function personView(person: Person, chosen: boolean, wall: Wall): PersonView {
  const { phone, name, stage, lastAt, unread } = person
  return {
    phone,
    name: name ?? phone,
    ...calledAs(name ?? phone, wall),
    initials: initialsOf(name ?? ''),
    reached: stage === null ? 0 : STAGES.indexOf(stage) + 1,
    stage: stage === null ? '' : message(wall.messages, `web.stages.${stage}`),
    last: lastAt === null ? '' : briefWhen(lastAt, wall),
    unread,
    chosen,
  }
}

/** Somebody who was chosen and has not written yet. */
function newcomer({ phone, name }: { phone: string; name: string }, wall: Wall): PersonView {
  return {
    phone,
    name,
    ...calledAs(name, wall),
    initials: initialsOf(name),
    reached: 0,
    stage: message(wall.messages, 'web.people.new'),
    last: '',
    unread: 0,
    chosen: true,
  }
}

function calledAs(name: string, { messages }: Wall): Pick<PersonView, 'called' | 'number'> {
  if (isNamed(name)) return { called: firstName(name), number: '' }
  return { called: message(messages, 'web.people.nameless'), number: phoneEnd(name) }
}

/** Whoever has no name is called by their number. */
export function isNamed(name: string): boolean {
  return /\p{L}/u.test(name)
}

/** "AB" of "Ana María Beltrán"; "+" of a number. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word))
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return (
    letters
      .map((word) => [...(word ?? '')][0] ?? '')
      .join('')
      .toUpperCase() || '+'
  )
}

/** "Ana" of "Ana María Beltrán"; of a number its end. */
export function firstName(name: string): string {
  return isNamed(name) ? (name.split(/\s+/)[0] ?? name) : phoneEnd(name)
}
