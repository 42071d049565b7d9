import { broughtOf, spendOf } from './brought.js'
import { daysLater, wallTime } from './calendar.js'
import { type Check, check, checkWord, part, percent, sum, type Value, whole } from './check.js'
import { ageOf, type Counted, countPeople, rank, STAGES, type Stage, spentIn } from './count.js'
import { expectedIn, forecastOf, sentenceOf } from './forecast.js'
import { inquiriesOf } from './inquiries.js'
import type { Story } from './play.js'
import { diagnosisOf, type Sign, signChecks, signsOf } from './signs.js'

/**
 * Every figure that the owner was told at the end, beside the same worked out from what the script did and the
 * phones heard, as `docs/figures.md` defines them; nothing of the bot is used for that. `differences`: a line for
 * each that does not agree.
 */
export function compareFigures(story: Story, told: Story['told'] = story.told): Compared {
  const of = (word: string): string => told[word] ?? ''
  return compared([
    ...wholeOf(story, of('mis cifras')),
    ...slicesOf(story, of('mis cifras')),
    ...funnelOf(story, of('embudo')),
    ...reportOf(story, of('reporte')),
    ...forecastOf(story, of('pronóstico')),
    ...broughtOf(story, of('referidos')),
    ...diagnosisOf(story, of('diagnóstico')),
    ...spendOf(story),
  ])
}

/** The same of every report that came on a Monday, held against the town as it was then. */
export function compareWeeks(story: Story): Compared {
  const before = weeks.get(story)
  if (before !== undefined) return before
  const found = compared(weeksOf(story))
  weeks.set(story, found)
  return found
}

const weeks = new WeakMap<Story, Compared>()

export type Compared = { readonly compared: number; readonly differences: readonly string[] }

function compared(checks: readonly Check[]): Compared {
  const differences = checks
    .filter(({ told, counted }) => told !== counted)
    .map(({ name, told, counted }) => `${name}: told ${told ?? 'nothing'}, counted ${counted}`)
  return { compared: checks.length, differences }
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
  const health = all.ratio !== null && all.ratio >= 3 ? 'sana' : 'baja'
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
  return [
    ...expected.map(([name, pattern, value]) => check(name, text, pattern, value)),
    ...(all.ratio === null
      ? []
      : [checkWord('LTV:CAC, judged', text, 'relación: # \\((sana|baja)', health)]),
    ...sentenceOf(story, text, 'mis cifras'),
  ]
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

/** Where everybody stands, by when they wrote first, and those who never did by when they were named. */
function funnelOf(story: Story, text: string): readonly Check[] {
  const age = (at: string): number => ageOf(story, wallTime(story.place, at).date)
  const given = story.deeds.filter(({ kind }) => kind === 'gave')
  const strangers = given.filter(
    ({ about }, i) =>
      given.findIndex((deed) => deed.about === about) === i &&
      !story.people.some(({ phone }) => phone === about),
  )
  const known = [
    ...countPeople(story).map(({ date, stage }) => ({ age: ageOf(story, date), stage })),
    ...strangers.map(({ at }) => ({ age: age(at), stage: 'stranger' as const })),
  ]
  const titles: readonly (readonly [string, (age: number) => boolean])[] = [
    ['*Últimos 30 días:*', (age) => age <= 30],
    ['*De 30 a 90 días:*', (age) => age > 30 && age <= 90],
    ['*Más de 90 días:*', (age) => age > 90],
  ]
  const counts = titles.flatMap(([title, isOf]) => {
    const line = text.split('\n').find((each) => each.startsWith(title)) ?? ''
    return STAGES.map((stage) => {
      const n = known.filter((one) => one.stage === stage && isOf(one.age)).length
      const shown = new RegExp(`(?:^|[ ,])(\\d+) ${SHOWN[stage]}(?=[ ,.]|$)`).exec(line)?.[1] ?? '0'
      return { name: `${title} ${stage}`, told: Number(shown), counted: n }
    })
  })
  return [...counts, ...worstOf(known, text)]
}

const PATH = {
  visitor: 'visitante',
  lead: 'lead',
  qualified: 'lead calificado',
  opportunity: 'cliente potencial',
  customer: 'cliente',
} as const

/** The step that the smallest part took of those who stood before it. */
function worstOf(known: readonly { readonly stage: Stage }[], text: string): readonly Check[] {
  const path = ['visitor', 'lead', 'qualified', 'opportunity', 'customer'] as const
  const reached = path.map(
    (least) => known.filter(({ stage }) => rank(stage) >= rank(least)).length,
  )
  const steps = path.slice(1).map((to, at) => {
    const before = reached[at] ?? 0
    const from = path[at] ?? to
    return { said: `de ${PATH[from]} a ${PATH[to]}`, before, took: (reached[at + 1] ?? 0) / before }
  })
  const [worst] = steps
    .filter(({ before, took }) => before >= 5 && took < 1)
    .sort((a, b) => a.took - b.took)
  if (worst === undefined) return []
  return [checkWord('worst step', text, '^Donde más se cae: (.+)\\.$', worst.said)]
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
    ...(month.cost === null ? [] : ([['their cost', ', a (#) cada uno', month.cost]] as const)),
  ]
  return [
    ...expected.map(([name, pattern, value]) => check(name, text, pattern, value)),
    ...aheadOf(story, text),
    ...adviceOf(story, text),
  ]
}

/** What is to come; nothing is said where that is nothing. */
function aheadOf(story: Story, text: string): readonly Check[] {
  const { open, expected } = expectedIn(story)
  if (expected === 0 && !text.includes('Por cerrar')) return []
  return [
    check('open, in the report', text, 'Por cerrar hay (#),', open),
    check('expected, in the report', text, 'se esperan (#)\\.', expected),
  ]
}

/** Days for which somebody has to have waited to be told of, and after which it is too late. */
const WAITS = { from: 2, to: 30 } as const

/** The third sentence: who waits for a person, else the sign that is furthest beyond its limit. */
function adviceOf(story: Story, text: string): readonly Check[] {
  const waiting = inquiriesOf(story).filter(({ opened, end, rung, attended }) => {
    const age = ageOf(story, opened)
    return end === null && rung !== 'lead' && !attended && age >= WAITS.from && age <= WAITS.to
  }).length
  const line = (text.split('\n').find((each) => each.startsWith('3. ')) ?? '').replace('Una', '1')
  if (waiting > 0 || line.includes('días esperando')) {
    return [check('waiting for days', line, '^3\\. (#) personas?', waiting)]
  }
  const bad = signsOf(story).filter((sign) => beyond(sign) > 0)
  const [worst] = bad.sort((a, b) => beyond(b) - beyond(a))
  if (worst !== undefined) return signChecks(worst, line)
  const isQuiet = signsOf(story).every(({ of, least }) => of < least)
  return [
    checkWord(
      'no sign',
      line,
      '(muy poco para aconsejar|Ninguna señal fuera)',
      isQuiet ? 'muy poco para aconsejar' : 'Ninguna señal fuera',
    ),
  ]
}

/** How far a sign is beyond its limit, as a share of that; 0 where it is not, or too little is known. */
function beyond({ part: some, of, least, limit, badIs }: Sign): number {
  const rate = part(some, of)
  if (rate === null || of < least) return 0
  const over = (rate * 100 - limit) / limit
  return badIs === 'below' ? Math.max(0, -over) : Math.max(0, over)
}

/** The report of every Monday, held against the town as it was then. */
function weeksOf(story: Story): readonly Check[] {
  return story.heard.flatMap((line, place) => {
    const { to, text, after, at } = line
    if (to !== story.owner || after === story.owner || !text.startsWith('*El reporte')) return []
    const day = wallTime(story.place, at).date
    return reportOf(upTo(story, place, at), text).map((each) => ({
      ...each,
      name: `${day}, ${each.name}`,
    }))
  })
}

/** What had happened before that line was heard. */
function upTo(story: Story, place: number, at: string): Story {
  const deeds = story.deeds.filter(({ heard }) => heard <= place)
  const wrote = new Set(deeds.flatMap(({ kind, who }) => (kind === 'wrote' ? [who] : [])))
  return {
    ...{ ...story, deeds, until: at, heard: story.heard.slice(0, place) },
    people: story.people.filter(({ phone }) => wrote.has(phone)),
  }
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
