import type { Silence } from '../core/conversation/types.js'
import type { Weights } from '../core/funnel/weights.js'
import type { Rehearsal } from '../core/rehearsal/house.js'
import { readSetting, writeSetting } from './settings.js'
import type { Database } from './sqlite/database.js'
import { parseJson, toJson } from './sqlite/json.js'

/** What holds for every chat: asked for at each turn, and so kept in one row. */
export type House = {
  readonly silence: Silence | null
  /** Whether owners let a language model be asked, where there is one. */
  readonly model: 'on' | 'off'
  /** Another text whenever what owners taught changed. */
  readonly facts: string
  /** What the owner accepted in place of a scorecard's points. */
  readonly weights: Weights | null
  /** The days in which it only tells what it would answer; null: they never began. */
  readonly rehearsal: Rehearsal | null
}

const KEY = 'house'
const AS_BUILT: House = { silence: null, model: 'on', facts: '', weights: null, rehearsal: null }

export function readHouse(db: Database): House {
  const known = db.memory.house.get(KEY)
  if (known !== undefined) return known
  const text = readSetting(db, KEY)
  const house = text === null ? AS_BUILT : { ...AS_BUILT, ...parseJson<Partial<House>>(text) }
  db.memory.house.set(KEY, house)
  return house
}

export function keepHouse(db: Database, change: Partial<House>): void {
  const house = { ...readHouse(db), ...change }
  writeSetting(db, KEY, toJson(house))
  db.memory.house.set(KEY, house)
}
