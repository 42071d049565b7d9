import { textIn } from '../flow/template.js'
import type { Echo, Wordings } from '../flow/types.js'
import type { Language } from '../types.js'
import { type Draft, flowOf, utter } from './draft.js'

const MOST = 2

/** Says back what was just understood, so that it can be corrected: never "is that right?". */
export function echo(draft: Draft): void {
  const taken = new Set<string>()
  let count = 0
  const { language } = draft.dialogue
  flowOf(draft).echoes.forEach((each, index) => {
    if (count === MOST && !each.also) return
    if (!fits(draft, each, taken)) return
    if (utter(draft, inOwn(each.text, language), `echo.${index}`) === null) return
    for (const slot of each.of) taken.add(slot)
    if (!each.also) count += 1
  })
}

/** A Spanish sentence before an English question would be worse than none. */
function inOwn(wordings: Wordings, language: Language): Wordings {
  return language === 'es' ? wordings : wordings.filter(({ text }) => textIn(text, language))
}

function fits(draft: Draft, { of, on, every, also }: Echo, taken: ReadonlySet<string>): boolean {
  const heard = on === 'new' ? draft.fresh : draft.changed
  const isNews = (slot: string): boolean => heard.has(slot) && (also || !taken.has(slot))
  return every ? of.every(isNews) : of.some(isNews)
}
