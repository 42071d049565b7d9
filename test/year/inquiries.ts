import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { wallTime } from './calendar.js'
import { countPeople, deedsOf, rank } from './count.js'
import type { Person } from './people.js'
import type { Story } from './play.js'
import type { Deed } from './stage.js'
import { UNDECIDED } from './words.js'

/** What somebody asked for, and how it ended; dates are local. */
export type Inquiry = {
  readonly phone: string
  readonly opened: string
  readonly closed: string | null
  readonly end: 'won' | 'lost' | 'ruled out' | null
  readonly rung: Rung
  readonly points: number
  /** What the owner asked for it last. */
  readonly quoted: number | null
  /** As the owner's card says why; null where the owner has none. */
  readonly card: readonly string[] | null
  /** A person wrote to them about anything at all. */
  readonly attended: boolean
}

export const RUNGS = ['lead', 'qualified', 'opportunity'] as const
export type Rung = (typeof RUNGS)[number]

type Line = { readonly id: string; readonly points: number; readonly reason: string }

/** The lines of the owner's own scorecard, as they stand in the file. */
export const SCORECARD: readonly Line[] = parse(
  readFileSync(join(import.meta.dirname, '../../flows/qualification.yaml'), 'utf8'),
).scorecard.lines

/** What their words are worth by the scorecard, where no card says it. */
const SAID: { readonly [P in Person['plan']]?: readonly string[] } = {
  asks: ['necesidad', 'cantidad'],
  'comes later': ['necesidad', 'cantidad'],
  leaves: ['necesidad'],
}

/** Everything that anybody asked for; whoever only said hello asked for nothing. */
export function inquiriesOf(story: Story): readonly Inquiry[] {
  const before = known.get(story)
  if (before !== undefined) return before
  const lines = ownerLines(story)
  const people = countPeople(story)
  const all = story.people.flatMap((person, at) => {
    const counted = people[at]
    if (counted === undefined || rank(counted.stage) < rank('lead')) return []
    return askedBy(person, story, lines.get(person.phone) ?? [], counted.minutes !== null)
  })
  known.set(story, all)
  return all
}

const known = new WeakMap<Story, readonly Inquiry[]>()

type Told = { readonly place: number; readonly at: string; readonly text: string }

/** What the owner was told about each phone. */
function ownerLines({ heard, owner }: Story): ReadonlyMap<string, readonly Told[]> {
  const lines = new Map<string, Told[]>()
  for (const [place, { to, at, text }] of heard.entries()) {
    if (to !== owner) continue
    for (const phone of new Set(text.match(/\+57\d{10}/g))) {
      lines.set(phone, [...(lines.get(phone) ?? []), { place, at, text }])
    }
  }
  return lines
}

const CARD = /\* · (\d+) de 100.*\n(.+)\.$/m

function askedBy(
  person: Person,
  story: Story,
  lines: readonly Told[],
  attended: boolean,
): readonly Inquiry[] {
  const { phone, plan } = person
  const date = (at: string): string => wallTime(story.place, at).date
  const inquiries: Inquiry[] = []
  const change = (to: Partial<Inquiry>): void => {
    const last = inquiries.pop()
    if (last !== undefined) inquiries.push({ ...last, ...to })
  }
  const open = (at: string): void => {
    const points = sumOf(SAID[plan] ?? [])
    const none = { closed: null, end: null, quoted: null, card: null } as const
    inquiries.push({ phone, opened: date(at), ...none, rung: 'lead', points, attended })
  }
  const end = (how: 'won' | 'lost', at: string): void => {
    if (inquiries.at(-1)?.end !== 'won') change({ end: how, closed: date(at) })
  }
  const heed: { readonly [K in Deed['kind']]?: (deed: Deed) => void } = {
    wrote: ({ at }) => {
      if (inquiries.length > 0) return
      open(at)
      if (plan === 'is poor') change({ end: 'ruled out', closed: date(at) })
    },
    ordered: ({ at }) => {
      if (inquiries.length > 0 && inquiries.at(-1)?.end !== null) open(at)
    },
    'was quoted': ({ about }) => change({ quoted: Number(about), rung: 'opportunity' }),
    bought: ({ at }) => end('won', at),
    'bought more': ({ at }) => end('won', at),
    'was lost': ({ at }) => end('lost', at),
  }
  const meets = deedsOf(story, phone).some(({ kind }) => kind === 'asked to meet')
  const heedLine = ({ text, at }: Told): void => {
    if (UNDECIDED.test(text)) end('lost', at)
    const [, points, reasons] = CARD.exec(text) ?? []
    if (points === undefined || reasons === undefined) return
    const rung = meets && inquiries.length === 1 ? 'opportunity' : 'qualified'
    change({ points: Number(points), rung, card: reasonsIn(reasons) })
  }
  const steps = [
    // A deed was done before the line that is heard next.
    ...deedsOf(story, phone).map((deed) => ({
      place: deed.heard - 0.5,
      go: () => heed[deed.kind]?.(deed),
    })),
    ...lines.map((line) => ({ place: line.place, go: () => heedLine(line) })),
  ]
  for (const { go } of steps.sort((a, b) => a.place - b.place)) go()
  return inquiries
}

function sumOf(ids: readonly string[]): number {
  return SCORECARD.filter(({ id }) => ids.includes(id)).reduce((sum, { points }) => sum + points, 0)
}

/** The ids of the lines whose reasons stand on a card: "Tiene con qué, sabe qué necesita y …". */
function reasonsIn(text: string): readonly string[] {
  const said = text.toLowerCase()
  return SCORECARD.filter(({ reason }) => said.includes(reason)).map(({ id }) => id)
}
