import type { Silence } from '../core/conversation/types.js'
import type { Database } from './database.js'
import { parseJson, toJson } from './json.js'
import { readSetting, writeSetting } from './settings.js'

/** What holds for every chat: asked for at each turn, and so kept in one row. */
export type House = {
  readonly silence: Silence | null
  /** Another text whenever what owners taught changed. */
  readonly facts: string
}

const KEY = 'house'
const AS_BUILT: House = { silence: null, facts: '' }

/** Parsed once for each text: the row itself is read every time, so that no undone write stays. */
const parsed = new WeakMap<Database, { readonly text: string; readonly house: House }>()

export function readHouse(db: Database): House {
  const text = readSetting(db, KEY)
  if (text === null) return AS_BUILT
  const known = parsed.get(db)
  if (known?.text === text) return known.house
  const house = parseJson<House>(text)
  parsed.set(db, { text, house })
  return house
}

export function keepHouse(db: Database, change: Partial<House>): void {
  writeSetting(db, KEY, toJson({ ...readHouse(db), ...change }))
}
