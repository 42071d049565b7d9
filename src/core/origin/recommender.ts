import type { Draft } from '../conversation/draft.js'
import { localTime } from '../schedule/local-time.js'
import type { ToldOrigin } from './read-origin.js'

/** Somebody they name as having recommended the business: the owner hears of it, and may know who that is. */
export function noteRecommender(draft: Draft, { by }: ToldOrigin): void {
  const name = by === null ? null : nameIn(draft, by)
  if (name !== null) draft.effects.push({ kind: 'recommended', name })
}

/** A name is read as where somebody gives their own: "una amiga" is nobody's. */
function nameIn({ context }: Draft, words: string): string | null {
  const { country, timeZone } = context.business
  const first = words.split(/[\n.!?;]/)[0] ?? ''
  const today = localTime(context.now, timeZone).day
  const read = context.read(`me llamo ${first}`, { question: 'open', country, today })
  return read.name?.value ?? null
}
