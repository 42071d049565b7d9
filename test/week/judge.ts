import { BOGOTA, mayWriteUnasked } from '../year/calendar.js'
import type { Story } from './play.js'
import { type Deed, OWNER } from './stage.js'
import type { Heard } from './town.js'

/** What went wrong, each as a line for a person; by rule. */
export type Verdict = {
  /** Somebody of the family, or on the list. */
  readonly toIgnored: readonly string[]
  readonly aboveBudget: readonly string[]
  readonly outsideHours: readonly string[]
  /** A person of the shop was talking there. */
  readonly whileHuman: readonly string[]
  /** Somebody asked and heard nothing, though nobody was talking there. */
  readonly unanswered: readonly string[]
  readonly toMachines: readonly string[]
  readonly toFlooder: readonly string[]
  readonly toWhoLeft: readonly string[]
  /** Unasked while WhatsApp restricted the number; what it held and nobody ever got. */
  readonly whileRestricted: readonly string[]
  readonly neverSent: readonly string[]
  /** What the owner has to hear once, and heard never or twice. */
  readonly notToldOnce: readonly string[]
}

/** What the shop allows, as `flows/business.yaml` has it. */
const UNASKED = { hour: 12, day: 40 }
const ANSWERS = { hour: 240, day: 1500 }
const TAKE_OVER_HOURS = 12
/** A machine may hear so much in twelve hours, whatever it writes; whoever floods, in an hour. */
const MOST_TO_MACHINE = 7
const MOST_TO_FLOODER = 2

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const STAFF = /^\+57300000000\d$/

/** Judges by what reached the phones and by what the script itself did, and by nothing else. */
export function judge(story: Story): Verdict {
  const toOthers = story.heard.filter(({ to }) => !STAFF.test(to))
  // Whoever had just written is answered; at the owner's word nobody is here.
  const unasked = toOthers.filter(({ to, after }) => after !== to)
  const answers = toOthers.filter(({ to, after }) => after === to)
  const machines = story.cast.machines.map(({ phone }) => phone)
  return {
    toIgnored: toOthers.filter((line) => isIgnored(story, line.to, line.at)).map(show),
    aboveBudget: [...above(unasked, UNASKED), ...above(answers, ANSWERS)],
    outsideHours: unasked.filter(({ at }) => !mayWriteUnasked(BOGOTA, at)).map(show),
    whileHuman: toOthers.filter(({ to, at }) => isHuman(story, to, at)).map(show),
    unanswered: unansweredOf(story),
    toMachines: machines.flatMap((phone) =>
      overWindow(
        story.heard.filter(({ to }) => to === phone),
        12 * HOUR,
        MOST_TO_MACHINE,
      ),
    ),
    toFlooder: overWindow(
      story.heard.filter(({ to }) => to === story.cast.flooder.phone),
      HOUR,
      MOST_TO_FLOODER,
    ),
    toWhoLeft: unasked
      .filter(({ to, at }) => deedOf(story, 'left', to, at) !== undefined)
      .map(show),
    whileRestricted: unasked.filter(({ at }) => isRestricted(story, at)).map(show),
    neverSent: neverSent(story, unasked),
    notToldOnce: notToldOnce(story),
  }
}

/** The last thing of this kind that was done to or by somebody until then. */
function deedOf(
  { deeds }: Story,
  kind: Deed['kind'],
  who: string,
  until: string,
): Deed | undefined {
  return deeds.findLast((deed) => deed.kind === kind && deed.who === who && deed.at <= until)
}

function isIgnored(story: Story, who: string, at: string): boolean {
  if (!story.cast.family.some(({ phone }) => phone === who)) return false
  return deedOf(story, 'attended', who, at) === undefined
}

function isHuman(story: Story, who: string, at: string): boolean {
  const typed = deedOf(story, 'typed', who, at)
  if (typed === undefined || ms(at) - ms(typed.at) >= TAKE_OVER_HOURS * HOUR) return false
  const back = deedOf(story, 'gave back', who, at)
  return back === undefined || back.at < typed.at
}

function unansweredOf(story: Story): readonly string[] {
  const { deeds, heard } = story
  return deeds
    .filter(({ kind, who, at }) => {
      if (kind !== 'asked' || isIgnored(story, who, at) || isHuman(story, who, at)) return false
      return !heard.some(
        (line) =>
          line.to === who &&
          line.after === who &&
          line.at >= at &&
          ms(line.at) - ms(at) < 2 * MINUTE,
      )
    })
    .map(({ at, who }) => `${at} ${who} heard nothing`)
}

type Limits = { readonly hour: number; readonly day: number }

function above(lines: readonly Heard[], { hour, day }: Limits): readonly string[] {
  return [...overWindow(lines, HOUR, hour), ...overWindow(lines, DAY, day)]
}

/** Lines that are one too many in the time that ends with them. */
function overWindow(lines: readonly Heard[], window: number, most: number): readonly string[] {
  return lines
    .filter((line, at) => {
      const first = lines[at - most]
      return first !== undefined && ms(line.at) - ms(first.at) < window
    })
    .map((line) => `more than ${most} in ${window / HOUR} h: ${show(line)}`)
}

function isRestricted({ deeds }: Story, at: string): boolean {
  return deeds.some((deed) => deed.kind === 'restricted' && deed.at <= at && at < deed.about)
}

/** Those of them who never were. */
function neverSent(story: Story, unasked: readonly Heard[]): readonly string[] {
  const end = story.deeds.find(({ kind }) => kind === 'restricted')?.about ?? ''
  return waitersOf(story)
    .filter((phone) => !unasked.some(({ to, at }) => to === phone && at >= end))
    .map((phone) => `${phone} was asked something and never reminded`)
}

/**
 * Whoever was asked something, fell silent, and would have been reminded a day later, in the midst of a
 * restriction: they are after it, unless they wrote again, left, wait for Rosalba, or a person took over.
 */
export function waitersOf({ cast, deeds, heard }: Story): readonly string[] {
  const lock = deeds.find(({ kind }) => kind === 'restricted')
  if (lock === undefined) return []
  return cast.people.flatMap(({ phone }) => {
    const own = deeds.filter(({ who }) => who === phone)
    const last = own.at(-1)
    if (last?.kind !== 'asked') return []
    const answer = heard.filter(
      ({ to, after, at }) => to === phone && after === phone && at === last.at,
    )
    const said = answer.map(({ text }) => text).join(' ')
    const due = ms(last.at) + DAY
    const waits = due > ms(lock.at) && due < ms(lock.about) && said.includes('?')
    const owed = said.includes('Rosalba')
    return waits && !owed && !own.some(({ kind }) => kind === 'typed') ? [phone] : []
  })
}

function notToldOnce({ heard, deeds, cast, until }: Story): readonly string[] {
  const told = heard.filter(({ to }) => to === OWNER)
  const times = (what: RegExp): number => told.filter(({ text }) => what.test(text)).length
  const locks = deeds.filter(({ kind, about }) => kind === 'restricted' && about < until).length
  const machines = [...cast.machines, cast.flooder].map(({ phone }) => phone)
  return [
    ...(times(/WhatsApp limitó este número/) === locks ? [] : ['the restriction']),
    ...(times(/WhatsApp ya no limita este número/) === locks ? [] : ['the end of the restriction']),
    ...machines.flatMap((phone) => {
      const lines = told.filter(
        ({ text }) => /Dejé de responder en el chat/.test(text) && text.includes(phone),
      )
      if (lines.length === 0) return [`that ${phone} is no person`]
      const window = phone === cast.flooder.phone ? HOUR : 12 * HOUR
      return overWindow(lines, window, 1)
    }),
  ]
}

function ms(at: string): number {
  return Date.parse(at)
}

function show({ at, to, text, after }: Heard): string {
  return `${at} ${to} (${after ?? 'nobody had written'}): ${text.slice(0, 90)}`
}
