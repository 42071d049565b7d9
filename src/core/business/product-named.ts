import type { Entry } from './fact-entries.js'
import type { Asked } from './fact-score.js'
import type { Telling } from './fact-telling.js'
import { WEIGHTS } from './fact-weights.js'
import type { Unit } from './question-units.js'

/** Whoever brings what is worked on. */
const OWN = 'own_material'

/** What a product earns by being named beside a word for its price, or beside nothing that tells more. */
export function pricedOf({ names, isWork }: Entry, asked: Asked, telling: Telling): number {
  const named = names.filter((name) => name.every((stem) => asked.stems.has(stem)))
  if (named.length === 0) return 0
  const part = Math.max(...named.map((name) => partOf(name, asked, telling)))
  const tells = (counts: (topic: string) => boolean): boolean =>
    asked.units.some(({ topics }) =>
      topics.some(([topic, weight]) => weight > WEIGHTS.hint && counts(topic)),
    )
  const isOwn = isWork && tells((topic) => topic === OWN)
  const isGiven = !isOwn && tells(telling.isBeyond)
  const isBeside = isWork && !isOwn && part < 1
  const alone =
    part ** WEIGHTS.alone *
    (isGiven ? WEIGHTS.given : 1) *
    (isBeside ? WEIGHTS.work : 1) *
    (asked.made ? WEIGHTS.made : 1)
  if (part === 1 || named.some((name) => name.every((stem) => asked.priced.has(stem)))) {
    return WEIGHTS.priced * alone
  }
  return asked.wanted.has('money') ? WEIGHTS.beside * alone : 0
}

/** How much of all that was said is the name, or what everybody asks with. */
function partOf(name: readonly string[], { units, other }: Asked, telling: Telling): number {
  let [own, all] = [0, WEIGHTS.unknown * other]
  for (const unit of units) {
    all += unit.worth
    if (isOf(unit, name, telling)) own += unit.worth
  }
  return all === 0 ? 1 : own / all
}

/** Whether a word is of the name, or of those that everybody asks with. */
function isOf({ stems, topics }: Unit, name: readonly string[], telling: Telling): boolean {
  if (stems.length > 0 && stems.every((stem) => name.includes(stem))) return true
  if (topics.some(([topic, weight]) => weight > WEIGHTS.hint && telling.topic(topic) > 0))
    return false
  return stems.every((stem) => name.includes(stem) || telling.isWeak(stem))
}
