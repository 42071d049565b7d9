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
  const before = counted.get(story.people)
  if (before !== undefined) return before
  const people = story.people.map((person) => countPerson(story, person))
  counted.set(story.people, people)
  return people
}

const counted = new WeakMap<Story['people'], readonly Counted[]>()

/**
 * How far somebody came: `greets` says neither who they are nor what they want; who orders with a sum and a
 * date fits; a price or a meeting makes an opportunity of that.
 */
export function stageOf(story: Story, person: Person): Stage {
  const { phone, plan } = person
  const own = story.deeds.filter(({ who }) => who === phone)
  const has = (kind: Deed['kind']): boolean => own.some((deed) => deed.kind === kind)
  const sales = own.filter(isSale).length
  if (story.deeds.some(({ kind, about }) => kind === 'was sent' && about === phone)) {
    return 'advocate'
  }
  if (sales > 0) return sales > 1 ? 'repeat' : 'customer'
  if (plan === 'greets') return 'visitor'
  if (plan !== 'buys' && plan !== 'is quoted' && plan !== 'meets') return 'lead'
  return has('was quoted') || has('asked to meet') ? 'opportunity' : 'qualified'
}

function countPerson(story: Story, person: Person): Counted {
  const { phone } = person
  const own = story.deeds.filter(({ who }) => who === phone)
  const wrote = own.filter(({ kind }) => kind === 'wrote')
  const heard = story.heard.filter(({ to }) => to === phone)
  const first = wrote[0]?.at ?? ''
  const begun = story.heard.findIndex(({ to }) => to === phone)
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
    sent:
      about('gave').length > 0 ||
      story.deeds.some(({ kind, about: by }) => kind === 'was sent' && by === phone),
    score: score === undefined ? null : Number(score.about),
  }
}

function isSale({ kind }: Deed): boolean {
  return kind === 'bought' || kind === 'bought more'
}

function minutesToPerson(first: string, heard: readonly Heard[]): number | null {
  const price = heard.find(({ text }) => PRICE.test(text))
  if (price === undefined) return null
  return Math.floor((Date.parse(price.at) - Date.parse(first)) / 60_000)
}

/** The owner is told of each price that was given up. */
function undecided({ heard, owner }: Story, phone: string): number {
  return heard.filter(
    ({ to, text }) => to === owner && UNDECIDED.test(text) && text.includes(phone),
  ).length
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
