import { wallTime } from './calendar.js'
import { type Check, check, checkWord, part, percent, sum } from './check.js'
import { ageOf, countPeople, deedsOf, isSale } from './count.js'
import { type Inquiry, inquiriesOf, SCORECARD } from './inquiries.js'
import type { Story } from './play.js'
import type { Deed } from './stage.js'

type Span = { readonly isIn: (age: number) => boolean; readonly lastAge: number }

/** Today and the twenty-nine days before it, and the thirty before those. */
const NOW: Span = { isIn: (age) => age >= 0 && age < 30, lastAge: 0 }
const BEFORE: Span = { isIn: (age) => age >= 30 && age < 60, lastAge: 30 }

const DRAGGING_DAYS = 14

export type Sign = {
  readonly name: string
  /** How the sentence about it begins, `#` for a figure. */
  readonly says: string
  readonly part: number
  readonly of: number
  readonly before: number | null
  readonly limit: number
  readonly badIs: 'below' | 'above'
  /** Of fewer nothing is said. */
  readonly least: number
}

/** The three signs as `docs/figures.md` defines them. */
export function signsOf(story: Story): readonly Sign[] {
  const [now, before] = [countIn(story, NOW), countIn(story, BEFORE)]
  return [
    {
      ...{ name: 'few sales', says: '*Contactos y ventas:* ', limit: 5, badIs: 'below', least: 20 },
      ...{ part: now.sales, of: now.people, before: part(before.sales, before.people) },
    },
    {
      ...{ name: 'dragging', says: '*Seguimientos sin decisión:* ', limit: 40, badIs: 'above' },
      ...{ least: 5, part: now.dragging, of: now.open, before: part(before.dragging, before.open) },
    },
    {
      ...{ name: 'discounts', says: '*Ventas con descuento:* ', limit: 50, badIs: 'above' },
      ...{ least: 4, part: now.cheaper, of: now.sales, before: part(before.cheaper, before.sales) },
    },
  ]
}

function countIn(story: Story, { isIn, lastAge }: Span) {
  const ageAt = ({ at }: Deed): number => ageOf(story, wallTime(story.place, at).date)
  const sales = story.deeds.filter((deed) => isSale(deed) && isIn(ageAt(deed)))
  const isOpen = ({ opened, closed, rung }: Inquiry): boolean =>
    rung !== 'lead' &&
    ageOf(story, opened) >= lastAge &&
    (closed === null || ageOf(story, closed) < lastAge)
  const open = inquiriesOf(story).filter(isOpen)
  return {
    people: countPeople(story).filter(({ date }) => isIn(ageOf(story, date))).length,
    sales: sales.length,
    cheaper: sales.filter((sale) => isCheaper(story, sale)).length,
    open: open.length,
    dragging: open.filter(({ opened }) => ageOf(story, opened) >= lastAge + DRAGGING_DAYS).length,
  }
}

/** The owner gave the discount with the sale, or with the price before it. */
function isCheaper(story: Story, sale: Deed): boolean {
  const own = deedsOf(story, sale.who)
  const earlier = own.slice(0, own.indexOf(sale))
  const since = earlier.slice(earlier.findLastIndex(isSale) + 1)
  return since.some(({ kind }) => kind === 'discount')
}

/** Every figure and judgement of `diagnóstico`. */
export function diagnosisOf(story: Story, text: string): readonly Check[] {
  return [
    ...signsOf(story).flatMap((sign) => signChecks(sign, text)),
    ...objectionChecks(story, text),
    ...alertChecks(story, text),
  ]
}

/** A sign as one paragraph: number, trend, limit, verdict. */
export function signChecks(sign: Sign, text: string): readonly Check[] {
  const { name, says, before, limit } = sign
  const line = text.split('\n').find((each) => each.includes(says)) ?? ''
  const rate = part(sign.part, sign.of)
  const few = sign.of < sign.least
  return [
    check(`${name}, part`, line, ':\\* (#) (?:ventas? )?de', sign.part),
    check(`${name}, of`, line, ':\\* # (?:ventas? )?de (#) ', sign.of),
    check(`${name}, rate`, line, '\\((#) %\\)', percent(rate) ?? 0),
    checkWord(`${name}, verdict`, line, '(✓|⚠|muy pocos)', verdictOf(sign, rate)),
    ...(few
      ? []
      : [
          checkWord(
            `${name}, trend`,
            line,
            '(Mejora|Empeora|Sigue igual|No hay un mes)',
            trendOf(sign, rate),
          ),
          check(`${name}, limit`, line, '[Ll]ímite:? \\(?(#) %', limit),
        ]),
    ...(few || !/(?:Mejora|Empeora)/.test(line)
      ? []
      : [check(`${name}, before`, line, 'antes (#) %', percent(before))]),
  ]
}

function verdictOf({ of, least, limit, badIs }: Sign, rate: number | null): string {
  if (rate === null || of < least) return 'muy pocos'
  return (badIs === 'below' ? rate * 100 < limit : rate * 100 > limit) ? '⚠' : '✓'
}

/** Two points in a hundred are chance. */
function trendOf({ before, badIs }: Sign, rate: number | null): string {
  if (rate === null || before === null) return 'No hay un mes'
  if (Math.abs(rate - before) < 0.02) return 'Sigue igual'
  return rate > before === (badIs === 'below') ? 'Mejora' : 'Empeora'
}

/** "«caro», 3 veces": the town knows one objection. */
function objectionChecks(story: Story, text: string): readonly Check[] {
  const said = story.deeds.filter(
    ({ kind, at }) => kind === 'objected' && NOW.isIn(ageOf(story, wallTime(story.place, at).date)),
  ).length
  const line = text.split('\n').find((each) => each.startsWith('*Lo que dijeron'))
  if (line === undefined) return [{ name: 'objections', told: 0, counted: said }]
  return [check('objections', line, '»?, (#) ve[zc]', said)]
}

const YEAR = 365

function alertChecks(story: Story, text: string): readonly Check[] {
  const alerts = inquiriesOf(story).filter(({ card }) => card !== null)
  const ended = alerts.filter(({ closed }) => closed !== null && ageOf(story, closed) <= YEAR)
  const open = alerts.filter(
    ({ closed, opened }) => closed === null && ageOf(story, opened) <= YEAR,
  )
  if (ended.length + open.length === 0) return []
  const good = ended.filter(({ end }) => end === 'won').length
  return [
    check('alerts that were sold', text, 'en venta: (#) ·', good),
    check('alerts that were not', text, 'sin venta: (#) ·', ended.length - good),
    check('alerts that are open', text, 'siguen abiertos: (#)\\.', open.length),
    ...proposalChecks(ended, text),
  ]
}

/** Each line of the scorecard: other points where its alerts ended otherwise than all did, else none told. */
function proposalChecks(alerts: readonly Inquiry[], text: string): readonly Check[] {
  return SCORECARD.map(({ id, points, reason }) => {
    const line = text.split('\n').find((each) => each.startsWith(`   ${reason}: `))
    const told = line === undefined ? points : Number(/ a (\d+)$/.exec(line)?.[1])
    return { name: `points of ${id}`, told, counted: pointsFor(id, points, alerts) }
  })
}

function pointsFor(id: string, points: number, alerts: readonly Inquiry[]): number {
  const held = alerts.filter(({ card }) => card?.includes(id) === true)
  if (alerts.length < 20 || held.length < 5 || alerts.length - held.length < 5) return points
  const sold = (of: readonly Inquiry[]): number => sum(of, ({ end }) => Number(end === 'won'))
  const usual = (sold(alerts) + 1) / (alerts.length + 2)
  const lift = (sold(held) + 4 * usual) / (held.length + 4) / usual
  const other = Math.round((points * Math.min(1.5, Math.max(0.5, lift))) / 5) * 5
  return Math.abs(other - points) < 5 ? points : other
}
