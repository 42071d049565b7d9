import type { Hit } from './automaton.js'
import type { Lead } from './deadline.js'
import { hitsOf, type Scan } from './scan.js'
import { is, isMark } from './token.js'
import type { Intent, Question } from './types.js'

/** Words that say when, and what leads to them. */
type Said = {
  readonly from: number
  readonly to: number
  readonly lead: Lead
}

/** Questions whose answers tell of days only by the way ("mi jefe vuelve el lunes", "hoy no"). */
const BY_THE_WAY: readonly Question[] = ['authority', 'yesno', 'name']

/**
 * The hour of a meeting, opening times, a complaint's dates and the day on which somebody will answer are
 * no deadlines; "¿a qué hora abren? lo necesito para el viernes" still has one, in a clause of its own.
 */
export function isOthers(scan: Scan, intents: readonly Intent[], said: Said): boolean {
  const { question } = scan.options
  const firm = said.lead === 'firm'
  if (question === 'nps') return true
  const [start, end] = clauseOf(scan, said)
  const near = (tag: string) =>
    hitsOf(scan, tag).some((hit) => hit.to > start && hit.from < end && !isExcluded(scan, tag, hit))
  if (!firm && near('will_answer')) return true
  if (question === 'urgency') {
    if (near('own_appointment') || (isAsked(scan) && near('appointment'))) return true
    if (intents.includes('meeting')) return isAsked(scan) && !(firm && !near('meeting'))
    return isAsked(scan) && !firm && near('opening_times')
  }
  if (near('appointment')) return true
  if (!firm && isOfCall(scan, said.from, start)) return true
  for (const tag of ['meeting', 'complaint'] as const) {
    if (intents.includes(tag) && !(firm && !near(tag))) return true
  }
  if (near('opening_times')) return !(firm && isWished(scan, said))
  // "hoy el blue está a 1450" where a sum was asked for; "500, la fiesta es el 20" says when.
  const passing = BY_THE_WAY.includes(question) || (question === 'budget' && said.lead === 'none')
  const doubtful = said.lead === 'till' || passing || isAttribute(scan, said)
  return !firm && doubtful && !isWished(scan, said) && !isUrged(scan)
}

/** "me puede llamar mañana": the day behind the request, in its clause. */
function isOfCall(scan: Scan, day: number, start: number): boolean {
  return hitsOf(scan, 'handoff').some(({ from }) => from >= start && from < day)
}

/** "la foto del 10 de enero", "el descuento de fin de mes". */
function isAttribute({ tokens }: Scan, { from, to, lead }: Said): boolean {
  // "del viernes al domingo" is a stay.
  for (let i = from; i < to; i += 1) if (is(tokens[i], 'range_link')) return false
  return lead === 'none' && is(tokens[from], 'of') && tokens[from - 1]?.kind === 'word'
}

/** "¿pueden venir mañana?", "¿abren el sábado?" answer no question about when it is needed. */
function isAsked({ tokens }: Scan): boolean {
  return tokens.some((token) => isMark(token, '?\u00bf'))
}

function isExcluded(scan: Scan, tag: string, hit: Hit): boolean {
  return hitsOf(scan, `not_${tag}`).some((no) => no.from <= hit.from && hit.to <= no.to)
}

const ENDS = '.,;!?\u00bf\n'

/** The tokens between the nearest stops around it. */
export function clauseOf(
  { tokens }: Scan,
  { from, to }: Pick<Said, 'from' | 'to'>,
): readonly [start: number, end: number] {
  let start = from
  let end = to
  while (start > 0 && !isMark(tokens[start - 1], ENDS)) start -= 1
  while (end < tokens.length && !isMark(tokens[end], ENDS)) end += 1
  return [start, end]
}

/** "me urge, hoy mismo" */
function isUrged({ tokens }: Scan): boolean {
  return tokens.some((token) => is(token, 'urge'))
}

/** Whether somebody wants something in the same clause. */
export function isWished(scan: Scan, said: Pick<Said, 'from' | 'to'>): boolean {
  const [start, end] = clauseOf(scan, said)
  for (let i = start; i < end; i += 1) {
    const outside = i < said.from || i >= said.to
    if (is(scan.tokens[i], outside ? 'need' : 'want')) return true
  }
  return false
}
