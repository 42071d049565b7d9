import type { Echo } from '../flow/types.js'
import { type Draft, flowOf, utter } from './draft.js'

const MOST = 2

/** Says back what was just understood, so that it can be corrected: never "is that right?". */
export function echo(draft: Draft): void {
  const taken = new Set<string>()
  let count = 0
  for (const [index, each] of flowOf(draft).echoes.entries()) {
    if (count === MOST && !each.also) continue
    if (!fits(draft, each, taken)) continue
    if (utter(draft, each.text, `echo.${index}`) === null) continue
    for (const slot of each.of) taken.add(slot)
    if (!each.also) count += 1
  }
}

function fits(draft: Draft, { of, on, every, also }: Echo, taken: ReadonlySet<string>): boolean {
  const heard = on === 'new' ? draft.fresh : draft.changed
  const news = of.filter((slot) => heard.has(slot) && (also || !taken.has(slot)))
  return every ? news.length === of.length : news.length > 0
}
