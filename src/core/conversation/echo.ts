import type { Echo } from '../flow/types.js'
import { type Draft, flowOf, utter } from './draft.js'

const MOST = 2

/** Says back what was just understood, so that it can be corrected: never "is that right?". */
export function echo(draft: Draft): void {
  const taken = new Set<string>()
  let count = 0
  flowOf(draft).echoes.forEach((each, index) => {
    if (count === MOST && !each.also) return
    if (!fits(draft, each, taken)) return
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
