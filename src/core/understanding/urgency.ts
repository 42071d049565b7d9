import type { Urgency, UrgencyBucket } from '../types.js'
import type { Hit } from './automaton.js'
import { type Deadline, type Lead, readDeadlines } from './deadline.js'
import { covers } from './intent.js'
import { isOthers, isWished } from './other-times.js'
import { found, hitsOf, isWithin, type Scan } from './scan.js'
import { is } from './token.js'
import type { Found, Intent } from './types.js'

/** When it is needed: days where the words give them, else the bucket that they suggest. */
export function readUrgency(scan: Scan, intents: readonly Intent[]): Found<Urgency> | null {
  const best = choose(scan, readDeadlines(scan, intents))
  if (best !== null) {
    const days = [best.low, best.high] as const
    const bucket = bucketOf(best.high ?? best.low)
    return found(scan, { bucket, days }, best.from, best.to, best.rank > 1 ? 0.95 : 0.85)
  }
  return readVague(scan, intents)
}

/** The deadline's place on the scale from now to much later. */
export function bucketOf(days: number): UrgencyBucket {
  if (days <= 2) return 'now'
  if (days <= 13) return 'week'
  if (days <= 59) return 'month'
  return days <= 125 ? 'quarter' : 'later'
}

function choose(scan: Scan, dated: readonly Deadline[]): Deadline | null {
  const kept = withoutDenied(scan, withoutFeasts(dated.filter((d) => !d.negated)))
  const meant = kept.some((d) => !d.said) ? kept.filter((d) => !d.said) : kept
  const corrections = [...hitsOf(scan, 'correction'), ...hitsOf(scan, 'restated')]
  const after = meant.filter((d) => corrections.some((hit) => hit.from <= d.from))
  const pool = after.length > 0 ? after : meant
  let best: Deadline | null = null
  for (const d of pool) if (best === null || d.rank > best.rank) best = d
  return best
}

/** "para la feria, en junio": a day said in figures or a month says it better, unless the feast lies within it. */
function withoutFeasts(dated: readonly Deadline[]): readonly Deadline[] {
  const plain = dated.filter(({ feast }) => feast !== true)
  if (plain.length === 0 || dated.length < 2) return dated
  const within = (d: Deadline) =>
    plain.some((one) => one.low <= d.low && (one.high ?? 0) >= (d.high ?? FOREVER) && isLong(one))
  return dated.filter((d) => d.feast !== true || within(d)).filter((d) => !holdsDay(d, dated))
}

const FOREVER = Number.POSITIVE_INFINITY

/** A month of which the feast or the day that is meant was told as well: "en noviembre, el 3". */
function holdsDay(d: Deadline, dated: readonly Deadline[]): boolean {
  if (d.feast === true || !isLong(d)) return false
  const within = (f: Deadline) => d.low <= f.low && (d.high ?? 0) >= (f.high ?? FOREVER)
  return dated.some((f) => within(f) && (f.feast === true || (f.high ?? 0) - f.low < 2))
}

function isLong({ low, high }: Deadline): boolean {
  return high !== null && high - low > 20
}

/** "no es pal viernes sino pal domingo", "no lo quiero para marzo, es para abril": denied where another is said. */
function withoutDenied(scan: Scan, dated: readonly Deadline[]): readonly Deadline[] {
  if (dated.length < 2) return dated
  const said = dated.filter(({ from }, i) => !isDenied(scan, from, dated[i - 1]?.to ?? 0))
  return said.length === 0 ? dated : said
}

const DENIED_WITHIN = 4

function isDenied({ tokens }: Scan, from: number, start: number): boolean {
  for (let i = from; i >= Math.max(from - DENIED_WITHIN, start); i -= 1) {
    const token = tokens[i]
    if (token?.kind !== 'word' || is(token, 'but')) return false
    if (token.text === 'no') return i < from
  }
  return false
}

/** "urgente", "sin apuro", "más adelante". The longest phrase of them wins. */
function readVague(scan: Scan, intents: readonly Intent[]): Found<Urgency> | null {
  const asked = scan.options.question === 'urgency'
  const strong = hitsOf(scan, 'urgency').filter(
    (hit) => !isHedged(scan, hit) && !isAlready(scan, hit),
  )
  const weak = asked ? hitsOf(scan, 'urgency_asked').filter((hit) => stands(scan, hit)) : []
  const hits = [...strong, ...weak.filter((hit) => !isOwned(scan, hit, OWNERS)), ...alone(scan)]
  let best: Hit | undefined
  for (const hit of hits) {
    if (best !== undefined && hit.to - hit.from <= best.to - best.from) continue
    if (
      !isExcluded(scan, hit) &&
      (asked || !isIdle(scan, hit)) &&
      (isUrge(scan, hit) ||
        !isOthers(scan, intents, { from: hit.from, to: hit.to, lead: leadOf(scan, hit) }))
    )
      best = hit
  }
  if (best === undefined) return null
  const bucket = BUCKETS.find((name) => name === best?.value)
  if (bucket === undefined) return null
  return found(scan, { bucket, days: null }, best.from, best.to, asked ? 0.9 : 0.8)
}

/** "pero ahora lo decido con mi hijo": now, and nothing wished for. */
function isIdle(scan: Scan, { from, to }: Hit): boolean {
  return to - from === 1 && is(scan.tokens[from], 'now_word') && !isWished(scan, { from, to })
}

/** "me urge", which is said of no meeting. */
function isUrge({ tokens }: Scan, { from, to }: Hit): boolean {
  return tokens.slice(from, to).some(({ text }) => text.startsWith('urg'))
}

/** "de una", "ahora mismo está de viaje" in an answer to yes or no, or to who decides: said by the way. */
function leadOf({ tokens, options }: Scan, { value, from, to }: Hit): Lead {
  if (value !== 'now' || !['yesno', 'authority'].includes(options.question)) return 'firm'
  return tokens.slice(from, to).some((token) => is(token, 'need')) ? 'firm' : 'none'
}

/** "pero ya" closes what is said; "pero ya los gasté" goes on to tell of what is done. */
function isAlready(scan: Scan, { from, to, value }: Hit): boolean {
  if (value !== 'now' || !is(scan.tokens[to - 1], 'already') || !is(scan.tokens[from], 'but'))
    return false
  return scan.tokens[to]?.kind === 'word' && !isWithin(scan, 'filler', to)
}

/** "que diga vuelva pronto", "estoy corto ahora mismo": such words inside another phrase. */
function isExcluded(scan: Scan, hit: Hit): boolean {
  // "ayer a la noche"
  if (isWithin(scan, 'past', hit.from)) return true
  return hitsOf(scan, 'not_urgency').some((no) => no.from <= hit.from && hit.to <= no.to)
}

/** "ya" alone is an answer; "ya les pagué" is not. */
function stands(scan: Scan, { from, to, value }: Hit): boolean {
  if (value !== 'now' || to - from > 1) return true
  const next = scan.tokens[to]
  return next === undefined || next.kind === 'mark' || isWithin(scan, 'filler', to)
}

/** Phrases whose own words say nothing about when ("ya no lo necesito", "no sé", "ahorita le digo"). */
const OWNERS = ['cue', 'answer', 'not_answer', 'authority', 'complaint', 'opt_out', 'handoff']

function isOwned(scan: Scan, hit: Hit, tags: readonly string[]): boolean {
  return tags.some((tag) => hitsOf(scan, tag).some((owner) => isLonger(owner, hit)))
}

/** "de pronto" is a perhaps, and so is "tal vez más adelante" where a yes or no was asked. */
function isHedged(scan: Scan, hit: Hit): boolean {
  const asked = scan.options.question === 'yesno'
  return hitsOf(scan, 'answer').some(
    (owner) => (asked || hit.value === 'now') && owner.value === 'maybe' && isLonger(owner, hit),
  )
}

function isLonger(outer: Hit, inner: Hit): boolean {
  const longer = outer.to - outer.from > inner.to - inner.from
  return longer && outer.from <= inner.from && inner.to <= outer.to
}

/** A bare "no" to the question when. */
function alone(scan: Scan): readonly Hit[] {
  if (scan.options.question !== 'urgency') return []
  return covers(scan, ['urgency_alone', 'filler', 'thanks', 'greeting'])
    ? hitsOf(scan, 'urgency_alone')
    : []
}

const BUCKETS: readonly UrgencyBucket[] = ['now', 'week', 'month', 'quarter', 'later', 'none']
