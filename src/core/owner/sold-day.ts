import { wordList } from '../business/word-list.js'
import { instantOf, localTime } from '../schedule/local-time.js'
import type { SaleCommand, WonCommand } from './command-types.js'
import { nameIn } from './name-in.js'
import { readDaysAgo } from './read-past-day.js'
import type { World } from './types.js'

/** Nobody says at what hour something was sold some days ago. */
const NOON = 12 * 60

/** "ayer le vendí a ana 700 mil": the sale is of that day, and the word is no part of a name. */
export function withSoldDay<C extends WonCommand | SaleCommand>(command: C, world: World): C {
  const { business, messages, now } = world
  const today = localTime(now, business.timeZone).day
  const found = readDaysAgo(command.written, { today, country: business.country, messages })
  if (found === null || found.day === today) return command
  const at = instantOf(found.day, NOON, business.timeZone)
  const filler = new Set(wordList(messages, 'owner.words.filler'))
  const name = command.kind === 'won' ? nameIn(found.rest, filler) : command.name
  return { ...command, name, written: found.rest, at }
}
