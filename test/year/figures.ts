import { daysLater, wallTime } from './calendar.js'
import {
  ageOf,
  type Counted,
  countPeople,
  rank,
  STAGES,
  type Stage,
  spentIn,
  stageOf,
} from './count.js'
import type { Story } from './play.js'

type Value = number | null

/** What the owner was told a figure is, and what the script and the phones add up to. */
type Check = { readonly name: string; readonly told: Value | undefined; readonly counted: Value }

/**
 * Every figure that the owner was told at the end, beside the same worked out from what the script did and the
 * phones heard; nothing of the bot is used for that. `differences`: a line for each that does not agree.
 */
export function compareFigures(story: Story): {
  readonly compared: number
  readonly differences: readonly string[]
} {
  const checks = checksOf(story)
  const differences = checks
    .filter(({ told, counted }) => told !== counted)
    .map(({ name, told, counted }) => `${name}: told ${told ?? 'nothing'}, counted ${counted}`)
  return { compared: checks.length, differences }
}

function checksOf(story: Story): readonly Check[] {
  const { told } = story
  return [
    ...wholeOf(story, told['mis cifras'] ?? ''),
    ...slicesOf(story, told['mis cifras'] ?? ''),
    ...funnelOf(story, told.embudo ?? ''),
    ...reportOf(story, told.reporte ?? ''),
  ]
}

type Spent = ReturnType<typeof spentIn>[number]

function sliceOf(story: Story, isOf: (date: string) => boolean) {
  const people = countPeople(story).filter(({ date }) => isOf(date))
  const spent = sum(
    spentIn(story).filter(({ date }) => isOf(date)),
    ({ amount }: Spent) => amount,
  )
  const reached = (stage: Stage): number =>
    people.filter((one) => rank(one.stage) >= rank(stage)).length
  const [leads, customers] = [reached('lead'), reached('customer')]
  const revenue = sum(people, ({ sums }) => sum(sums, (each) => each))
  const [won, lost] = [sum(people, (one) => one.won), sum(people, (one) => one.lost)]
  const [ltv, cac] = [part(revenue, customers), spent === 0 ? null : part(spent, customers)]
  return {
    ...{ people, leads, customers, revenue, spent, won, lost },
    qualified: reached('qualified'),
    opportunities: reached('opportunity'),
    cost: whole(spent === 0 ? null : part(spent, leads)),
    rate: percent(part(won, won + lost)),
    ...{ ltv: whole(ltv), cac: whole(cac) },
    ratio: ltv === null || cac === null ? null : Math.round((ltv / cac) * 10) / 10,
  }
}

function wholeOf(story: Story, text: string): readonly Check[] {
  const all = sliceOf(story, () => true)
  const { people, leads, customers, qualified, opportunities } = all
  const expected: readonly (readonly [name: string, pattern: string, value: Value])[] = [
    ['spent', '\\*Gasto:\\* (#)', all.spent],
    ['people', 'personas: (#)', people.length],
    ['leads', 'personas: # · leads: (#)', leads],
    ['cost per lead', 'leads: # · costo por lead: (#)\n', all.cost],
    [
      'response rate',
      '\\*Contestan:\\* (#) %',
      percent(part(people.filter((one) => one.answered).length, people.length)),
    ],
    ['wait for a person', 'primera respuesta de una persona: (#)', waitForPerson(people)],
    ['meetings', 'citas pedidas: (#)', sum(people, (one) => one.meetings)],
    ['leads of people', 'otro:\\* lead (#) %', percent(part(leads, people.length))],
    ['qualified of leads', 'calificado (#) %', percent(part(qualified, leads))],
    [
      'opportunities of qualified',
      'cliente potencial (#) %',
      percent(part(opportunities, qualified)),
    ],
    ['customers of opportunities', 'cliente (#) %', percent(part(customers, opportunities))],
    ['won', '\\*Cierre:\\* (#) de', all.won],
    ['closed', '\\*Cierre:\\* # de (#) ', all.won + all.lost],
    ['win rate', '\\*Cierre:\\* # de # \\((#) %', all.rate],
    ['LTV', '\\(LTV\\):\\* (#)', all.ltv],
    ['CAC', '\\(CAC\\): (#)', all.cac],
    ['LTV:CAC', '\\(CAC\\): # · relación: (#)', all.ratio],
    [
      'repurchase',
      '\\*Recompra:\\* (#) %',
      percent(part(people.filter(({ sums }) => sums.length > 1).length, customers)),
    ],
    [
      'referral',
      'recomiendan: (#) %',
      percent(
        part(
          people.filter((one) => one.sent && rank(one.stage) >= rank('customer')).length,
          customers,
        ),
      ),
    ],
    ['NPS', 'NPS: (#)', npsOf(people)],
    ...sourcesOf(story, people),
  ]
  return expected.map(([name, pattern, value]) => check(name, text, pattern, value))
}

const SOURCES = {
  direct: 'sin origen conocido',
  referred: 'recomendados',
  meta: 'Meta',
  volantes: 'volantes',
} as const

function sourcesOf(story: Story, people: readonly Counted[]) {
  return Object.entries(SOURCES).flatMap(([source, shown]) => {
    const leads = people.filter(
      (one) => one.source === source && rank(one.stage) >= rank('lead'),
    ).length
    const spent = sum(
      spentIn(story).filter((each) => each.source === source),
      ({ amount }) => amount,
    )
    if (leads === 0 && spent === 0) return []
    const cost = whole(spent === 0 ? null : part(spent, leads))
    return [
      [`leads of ${source}`, `   ${shown}: #, leads: (#)`, leads],
      [`spent on ${source}`, `   ${shown}: (#),`, spent],
      [`cost of ${source}`, `   ${shown}: #, leads: #, costo por lead: (#)`, cost],
    ] as const
  })
}

const MONTHS = [
  ...['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio'],
  ...['agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
]

/** By how long ago people wrote first, and by month. */
function slicesOf(story: Story, text: string): readonly Check[] {
  const age = (date: string): number => ageOf(story, date)
  const months = [...new Set(countPeople(story).map(({ date }) => date.slice(0, 7)))]
    .sort()
    .slice(-3)
  const slices: readonly (readonly [title: string, isOf: (date: string) => boolean])[] = [
    ['Últimos 30 días', (date) => age(date) <= 30],
    ['De 30 a 90 días', (date) => age(date) > 30 && age(date) <= 90],
    ['Más de 90 días', (date) => age(date) > 90],
    ...months.map(
      (month) =>
        [
          `Llegaron en ${MONTHS[Number(month.slice(5)) - 1]}`,
          (date: string) => date.startsWith(month),
        ] as const,
    ),
  ]
  return slices.flatMap(([title, isOf]) => {
    const of = sliceOf(story, isOf)
    if (of.people.length === 0 && of.spent === 0) return []
    const line = text.split('\n').find((each) => each.startsWith(`*${title}`)) ?? ''
    const values: readonly (readonly [string, Value])[] = [
      ['leads', of.leads],
      ['clientes', of.customers],
      ['ventas', of.revenue],
      ['gasto', of.spent],
      ['costo por lead', of.cost],
      ['cierre', of.rate],
      ['LTV', of.ltv],
      ['CAC', of.cac],
      ['relación', of.ratio],
    ]
    return values.map(([name, value]) =>
      check(`${title}, ${name}`, line, `(?:\\*| · )\\s?${name}: (#)`, value),
    )
  })
}

const SHOWN: { readonly [S in Stage]: string } = {
  ...{
    stranger: 'desconocidos?',
    visitor: 'visitantes?',
    lead: 'leads?',
    qualified: 'calificados?',
  },
  ...{ opportunity: 'clientes? potencial(?:es)?', customer: 'clientes?(?! (?:pot|rec|que))' },
  ...{ repeat: 'clientes? recurrentes?', advocate: 'clientes? que recomiendan?' },
}

/** Where everybody stands, by when they became known. */
function funnelOf(story: Story, text: string): readonly Check[] {
  const until = Date.parse(story.until)
  const days = (at: string): number => (until - Date.parse(at)) / 86_400_000
  const given = story.deeds.filter(({ kind }) => kind === 'gave')
  const strangers = given.filter(
    ({ about }, i) =>
      given.findIndex((deed) => deed.about === about) === i &&
      !story.people.some(({ phone }) => phone === about),
  )
  const known = [
    ...story.people.map((person) => ({
      at:
        story.deeds.find(({ kind, who, about }) =>
          kind === 'wrote' ? who === person.phone : kind === 'gave' && about === person.phone,
        )?.at ?? '',
      stage: stageOf(story, person),
    })),
    ...strangers.map(({ at }) => ({ at, stage: 'stranger' as const })),
  ]
  const titles: readonly (readonly [string, (age: number) => boolean])[] = [
    ['*Últimos 30 días:*', (age) => age < 30],
    ['*De 30 a 90 días:*', (age) => age >= 30 && age < 90],
    ['*Más de 90 días:*', (age) => age >= 90],
  ]
  return titles.flatMap(([title, isOf]) => {
    const line = text.split('\n').find((each) => each.startsWith(title)) ?? ''
    return STAGES.map((stage) => {
      const n = known.filter((one) => one.stage === stage && isOf(days(one.at))).length
      const shown = new RegExp(`(?:^|[ ,])(\\d+) ${SHOWN[stage]}(?=[ ,.]|$)`).exec(line)?.[1] ?? '0'
      return { name: `${title} ${stage}`, told: Number(shown), counted: n }
    })
  })
}

/** The seven days before the last one, and the seven before those. */
function reportOf(story: Story, text: string): readonly Check[] {
  const today = wallTime(story.place, story.until).date
  const week = (ends: string) => {
    const isOf = (date: string): boolean => date >= daysLater(ends, -7) && date < ends
    const sales = story.deeds.filter(
      ({ kind, at }) =>
        (kind === 'bought' || kind === 'bought more') && isOf(wallTime(story.place, at).date),
    )
    return {
      people: countPeople(story).filter(({ date }) => isOf(date)).length,
      sales: sales.length,
      revenue: sum(sales, ({ about }) => Number(about)),
    }
  }
  const [last, before] = [week(today), week(daysLater(today, -7))]
  const month = sliceOf(story, (date) => ageOf(story, date) <= 30)
  const sold: readonly (readonly [string, string, Value])[] =
    last.sales === 0
      ? []
      : [
          ['sales of the week', 'y (#) ventas? por', last.sales],
          ['revenue of the week', 'ventas? por (#);', last.revenue],
        ]
  const expected: readonly (readonly [string, string, Value])[] = [
    ['people of the week', 'siete días: (#) persona', last.people],
    ...sold,
    ['people of the week before', 'anterior, (#) y', before.people],
    ['revenue of the week before', 'anterior, # y (#)\\.\n', before.revenue],
    ['leads of the month', '30 días, leads: (#),', month.leads],
    ['their cost', ', a (#) cada uno', month.cost],
  ]
  return expected.map(([name, pattern, value]) => check(name, text, pattern, value))
}

/** A figure as it is shown: "sin datos", "1.240.000 €", "3,2". */
const SHOWN_VALUE = '(?:sin datos|\\$?-?\\d[\\d.]*(?:,\\d+)?(?: €)?)'

function check(name: string, text: string, pattern: string, counted: Value): Check {
  const found = new RegExp(pattern.replaceAll('#', SHOWN_VALUE)).exec(text)?.[1]
  if (found === undefined || found === 'sin datos') {
    return { name, told: /sin datos/.test(found ?? text) ? null : undefined, counted }
  }
  return { name, told: Number(found.replace(/[^\d,-]/g, '').replace(',', '.')), counted }
}

/** By the newest mark of each. */
function npsOf(people: readonly Counted[]): Value {
  const scores = people.flatMap(({ score }) => score ?? [])
  const [good, bad] = [scores.filter((each) => each >= 9), scores.filter((each) => each < 7)]
  return scores.length === 0 ? null : Math.round(((good.length - bad.length) / scores.length) * 100)
}

/** Half of those who were written to by a person waited no longer: minutes below two hours, else hours. */
function waitForPerson(people: readonly Counted[]): Value {
  const waits = people.flatMap(({ minutes }) => minutes ?? []).sort((a, b) => a - b)
  const middle = waits[Math.ceil(waits.length / 2) - 1]
  if (middle === undefined) return null
  return middle < 120 ? middle : Math.round(middle / 60)
}

function sum<T>(all: readonly T[], of: (each: T) => number): number {
  return all.reduce((total, each) => total + of(each), 0)
}

function part(some: number, of: number): Value {
  return of === 0 ? null : some / of
}

function whole(value: Value): Value {
  return value === null ? null : Math.round(value)
}

function percent(rate: Value): Value {
  return rate === null ? null : Math.round(rate * 100)
}
