import type { Atom } from './date-atoms.js'
import type { Deadline } from './deadline.js'
import { lengthInDays } from './duration.js'
import { isPick } from './pick.js'
import { hitBefore, hitsOf, numberAt, type Scan, spend } from './scan.js'
import { is } from './token.js'

/** "este sábado no, el otro" is the one after; "tres semanas no, cinco" keeps the unit. */
export function replacement(scan: Scan, dated: readonly Deadline[]): Deadline | null {
  const last = dated.at(-1)
  if (last === undefined || !(last.negated || last.said || last.unit !== undefined)) return null
  const anew = { negated: false, said: false }
  const other = hitsOf(scan, 'other_one').find((hit) => hit.from >= last.to)
  if (other !== undefined && last.step !== undefined && last.negated) {
    const high = (last.high ?? last.low) + last.step
    return { ...last, low: last.low + last.step, high, to: other.to, ...anew }
  }
  if (last.unit === undefined) return null
  for (const hit of hitsOf(scan, 'another_day')) {
    const num = hit.from < last.to ? null : numberAt(scan, hit.to)
    if (num === null || num.large || num.article || scan.tokens[num.to]?.kind === 'word') continue
    const days = lengthInDays(scan.options.today, num.value, last.unit)
    spend(scan, num.from, num.to, 'date')
    return { ...last, low: days, high: days, to: num.to, rank: 3, ...anew }
  }
  return null
}

/** "busco niñera martes y jueves": days of every week, where nothing leads to them. */
export function isEveryWeek(scan: Scan, a: Atom, b: Atom): boolean {
  const { tokens, options } = scan
  if (b.from !== a.to + 1 || !is(tokens[a.to], 'and')) return false
  if (options.question === 'urgency' && isPick(scan, a.from, b.to)) return false
  const days = [a, b].every(({ from, to }) => to === from + 1 && tokens[from]?.weekday !== null)
  return (
    days && hitBefore(scan, 'date_before', a.from) === null && !is(tokens[a.from - 1], 'between')
  )
}
