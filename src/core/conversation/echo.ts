import type { Echo } from '../flow/types.js'
import { type Draft, flowOf, utter } from './draft.js'

const MOST = 2

/** Says back what was just understood, so that it can be corrected: never "is that right?". */
export function echo(draft: Draft): void {
  const taken = new Set<string>()
  let count = 0
  const { echoes } = flowOf(draft)
  echoes.forEach((each, index) => {
    if (count === MOST && !each.also) return
    if (!fits(draft, each, taken) || isPartOfAnother(draft, each, echoes)) return
    // A Spanish sentence before an English question would be worse than none.
    if (utter(draft, each.text, `echo.${index}`, { native: true }) === null) return
    for (const slot of each.of) taken.add(slot)
    if (!each.also) count += 1
  })
}

function fits(draft: Draft, { of, on, every, also }: Echo, taken: ReadonlySet<string>): boolean {
  // What was said back of a part of it would be said twice.
  if (!also && of.some((slot) => taken.has(slot))) return false
  const heard = on === 'new' ? draft.fresh : draft.changed
  const isNews = (slot: string): boolean => heard.has(slot)
  return every ? of.every(isNews) : of.some(isNews)
}

/** "12, entonces", of people who name the garment with it: what is said of both says that too. */
function isPartOfAnother(draft: Draft, each: Echo, echoes: readonly Echo[]): boolean {
  if (each.also || each.on !== 'changed') return false
  return echoes.some(
    (other) =>
      other !== each &&
      other.on === 'new' &&
      !other.also &&
      each.of.every((slot) => other.of.includes(slot)) &&
      fits(draft, other, NONE),
  )
}

const NONE: ReadonlySet<string> = new Set()
