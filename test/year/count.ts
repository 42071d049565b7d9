import { daysBetween, wallTime } from './calendar.js'
import type { Person } from './people.js'
import type { Story } from './play.js'
import type { Deed } from './stage.js'
import type { Heard } from './town.js'
import { PRICE, UNDECIDED } from './words.js'

/** What became of one person of the town, from what the script did and what the phones heard. */
export type Counted = {
  /** Local date of their first message. */
  readonly date: string
  readonly source: string
  readonly stage: Stage
  readonly answered: boolean
  /** From their first message to the first that a person wrote or approved. */
  readonly minutes: number | null
  readonly meetings: number
  readonly sums: readonly number[]
  readonly won: number
  readonly lost: number
  readonly sent: boolean
  readonly score: number | null
}

export const STAGES = [
  ...(['stranger', 'visitor', 'lead', 'qualified', 'opportunity', 'customer'] as const),
  ...(['repeat', 'advocate'] as const),
]
export type Stage = (typeof STAGES)[number]

export function rank(stage: Stage): number {
  return STAGES.indexOf(stage)
}

/** Everybody who wrote, as the words of the product define them. */
export function countPeople(story: Story): readonly Counted[] {
  return once(counted, story, () => story.people.map((person) => countPerson(story, person)))
}

/** What somebody did, in order. */
export function deedsOf(story: Story, phone: string): readonly Deed[] {
  return once(deeds, story, () => grouped(story.deeds, ({ who }) => who)).get(phone) ?? []
}

const counted = new WeakMap<Story, readonly Counted[]>()
const deeds = new WeakMap<Story, ReadonlyMap<string, readonly Deed[]>>()
const lines = new WeakMap<Story, ReadonlyMap<string, readonly Placed[]>>()
const sent = new WeakMap<Story, ReadonlySet<string>>()
const givenUp = new WeakMap<Story, readonly Placed[]>()

type Placed = Heard & { readonly place: number }

function once<T>(known: WeakMap<Story, T>, story: Story, work: () => T): T {
  const before = known.get(story)
  if (before !== undefined) return before
  const found = work()
  known.set(story, found)
  return found
}

function grouped<T>(all: readonly T[], by: (each: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const each of all) {
    const group = groups.get(by(each))
    if (group === undefined) groups.set(by(each), [each])
    else group.push(each)
  }
  return groups
}

/** What one phone heard. */
function linesTo(story: Story, phone: string): readonly Placed[] {
  const placed = (): readonly Placed[] => story.heard.map((line, place) => ({ ...line, place }))
  return once(lines, story, () => grouped(placed(), ({ to }) => to)).get(phone) ?? []
}

/** Somebody wrote because of them. */
function hasBrought(story: Story, phone: string): boolean {
  const who = once(
    sent,
    story,
    () => new Set(story.deeds.flatMap(({ kind, about }) => (kind === 'was sent' ? [about] : []))),
  )
  return who.has(phone)
}

/**
 * How far somebody came: `greets` says neither who they are nor what they want; who orders with a sum and a
 * date fits; a price or a meeting makes an opportunity of that.
 */
export function stageOf(story: Story, person: Person): Stage {
  const { phone, plan } = person
  const own = deedsOf(story, phone)
  const has = (kind: Deed['kind']): boolean => own.some((deed) => deed.kind === kind)
  const sales = own.filter(isSale).length
  if (hasBrought(story, phone)) return 'advocate'
  if (sales > 0) return sales > 1 ? 'repeat' : 'customer'
  if (plan === 'greets') return 'visitor'
  if (plan !== 'buys' && plan !== 'is quoted' && plan !== 'meets') return 'lead'
  return has('was quoted') || has('asked to meet') ? 'opportunity' : 'qualified'
}

function countPerson(story: Story, person: Person): Counted {
  const { phone } = person
  const own = deedsOf(story, phone)
  const wrote = own.filter(({ kind }) => kind === 'wrote')
  const heard = linesTo(story, phone)
  const first = wrote[0]?.at ?? ''
  const begun = heard[0]?.place ?? -1
  const about = (kind: Deed['kind']) => own.filter((deed) => deed.kind === kind)
  const score = about('scored').at(-1)
  return {
    date: wallTime(story.place, first).date,
    source: about('was sent').length > 0 ? 'referred' : (person.source ?? 'direct'),
    stage: stageOf(story, person),
    answered: begun >= 0 && wrote.some((deed) => deed.heard > begun),
    minutes: minutesToPerson(first, heard),
    meetings: about('asked to meet').length,
    sums: own.filter(isSale).map((deed) => Number(deed.about)),
    won: about('bought').length,
    lost: about('was lost').length + undecided(story, phone),
    sent: about('gave').length > 0 || hasBrought(story, phone),
    score: score === undefined ? null : Number(score.about),
  }
}

export function isSale({ kind }: Deed): boolean {
  return kind === 'bought' || kind === 'bought more'
}

function minutesToPerson(first: string, heard: readonly Heard[]): number | null {
  const price = heard.find(({ text }) => PRICE.test(text))
  if (price === undefined) return null
  return Math.floor((Date.parse(price.at) - Date.parse(first)) / 60_000)
}

/** The owner is told of each price that was given up. */
function undecided(story: Story, phone: string): number {
  const told = once(givenUp, story, () =>
    linesTo(story, story.owner).filter(({ text }) => UNDECIDED.test(text)),
  )
  return told.filter(({ text }) => text.includes(phone)).length
}

/** How many days ago something of that local date was. */
export function ageOf(story: Story, date: string): number {
  return daysBetween(date, wallTime(story.place, story.until).date)
}

/** What the owner paid, by local date. */
export function spentIn({ deeds, place }: Story) {
  return deeds
    .filter(({ kind }) => kind === 'spent')
    .map(({ at, about }) => {
      const [sum = '', source = ''] = about.split(' ')
      return { date: wallTime(place, at).date, amount: Number(sum), source }
    })
}
