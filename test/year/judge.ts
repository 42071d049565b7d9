import { daysBetween, mayWriteUnasked, wallTime } from './calendar.js'
import type { Story } from './play.js'
import type { Deed } from './stage.js'
import type { Heard } from './town.js'
import { CALLS, HEARS, REWARD } from './words.js'

/** What went wrong, each as a line for a person; by rule. */
export type Verdict = {
  readonly askedUnhappy: readonly string[]
  readonly forgotten: readonly string[]
  readonly outsideHours: readonly string[]
  readonly aboveCaps: readonly string[]
  readonly toWhoLeft: readonly string[]
  readonly rewardedTwice: readonly string[]
  readonly neverCalled: readonly string[]
  readonly writtenToFirst: readonly string[]
}

/** What is wrong by each rule, from what reached the phones and what the town itself did, and from nothing else. */
export const RULES: { readonly [rule in keyof Verdict]: (story: Story) => readonly string[] } = {
  // Also in answer to something: that is when it hurts most.
  askedUnhappy: (story) =>
    story.heard
      .filter((line) => isFavour(line) && !isStaff(story, line.to) && !isContent(story, line))
      .map(show),
  forgotten: forgottenOf,
  outsideHours: (story) =>
    unaskedOf(story)
      .filter(({ at }) => !mayWriteUnasked(story.place, at))
      .map(show),
  aboveCaps: (story) => aboveCaps(story, unaskedOf(story)),
  toWhoLeft: (story) =>
    unaskedOf(story)
      .filter((line) => hasLeft(story, line))
      .map(show),
  rewardedTwice,
  neverCalled,
  writtenToFirst: (story) =>
    story.heard
      .filter((line) => !isStaff(story, line.to) && deedsOf(story, line.to, line.at).length === 0)
      .map(show),
}

/** All rules at once. What breaks one on some day breaks it for good: a story may be judged while it is told. */
export function judge(story: Story): Verdict {
  return {
    askedUnhappy: RULES.askedUnhappy(story),
    forgotten: RULES.forgotten(story),
    outsideHours: RULES.outsideHours(story),
    aboveCaps: RULES.aboveCaps(story),
    toWhoLeft: RULES.toWhoLeft(story),
    rewardedTwice: RULES.rewardedTwice(story),
    neverCalled: RULES.neverCalled(story),
    writtenToFirst: RULES.writtenToFirst(story),
  }
}

const STAFF = /^\+57300000000\d$/
const HOUR = 3_600_000
const DAY = 24 * HOUR

function isStaff(story: Story, phone: string): boolean {
  return phone === story.owner || STAFF.test(phone)
}

/**
 * What reached somebody who had not just written, and was no word of the owner's own. Whether something is
 * settled is asked because of the owner's word, and is still the bot's question.
 */
function unaskedOf(story: Story): readonly Heard[] {
  return story.heard.filter(
    ({ to, after, text }) =>
      !isStaff(story, to) && after !== to && (after !== story.owner || HEARS.solved.test(text)),
  )
}

/** What somebody did until then. */
function deedsOf(story: Story, who: string, until: string): readonly Deed[] {
  return story.deeds.filter((deed) => deed.who === who && deed.at <= until)
}

function isFavour({ text }: Heard): boolean {
  return HEARS.favour.test(text)
}

/** The last thing they let us know was good, and nothing they complained about is open. */
function isContent(story: Story, { to, at }: Heard): boolean {
  const deeds = deedsOf(story, to, at)
  const last = deeds.filter(({ kind }) => ['liked', 'shrugged', 'disliked'].includes(kind)).at(-1)
  return last?.kind === 'liked' && !hasOpen(deeds)
}

function hasOpen(deeds: readonly Deed[]): boolean {
  return deeds.filter(({ kind }) => isMatter(kind)).at(-1)?.kind === 'complained'
}

function isMatter(kind: Deed['kind']): boolean {
  return kind === 'complained' || kind === 'settled'
}

function hasLeft(story: Story, { to, at }: Heard): boolean {
  return deedsOf(story, to, at).some(({ kind }) => kind === 'left')
}

/** Days without a word about a complaint; once it is said to be solved the caps may hold the question. */
const SILENT_DAYS = { open: 4, mended: 8 } as const

/** As long as a complaint is open somebody of the business hears of it, or the customer is asked. */
function forgottenOf(story: Story): readonly string[] {
  const lines: string[] = []
  for (const [index, deed] of story.deeds.entries()) {
    if (deed.kind !== 'complained') continue
    const { who } = deed
    const end = story.deeds.slice(index + 1).find((each) => each.who === who && isMatter(each.kind))
    const until = end?.at ?? story.until
    const isDuring = ({ at }: { readonly at: string }): boolean => at >= deed.at && at <= until
    const heard = story.heard
      .filter(isDuring)
      .filter(({ to, text }) =>
        isStaff(story, to) ? text.includes(who) : to === who && HEARS.solved.test(text),
      )
      .map(({ at }) => ({ at, most: SILENT_DAYS.open }))
    const mended = story.deeds
      .filter((each) => each.who === who && each.kind === 'mended' && isDuring(each))
      .map(({ at }) => ({ at, most: SILENT_DAYS.mended }))
    const moments = [{ at: deed.at, most: SILENT_DAYS.open }, ...heard, ...mended].sort(
      (one, other) => one.at.localeCompare(other.at),
    )
    for (const [i, { at, most }] of moments.entries()) {
      const days = (Date.parse(moments[i + 1]?.at ?? until) - Date.parse(at)) / DAY
      if (days > most) lines.push(`${at} ${who}: ${Math.round(days)} days of silence`)
    }
  }
  return lines
}

function widest(moments: readonly number[]): number {
  return Math.max(...moments.slice(1).map((at, i) => at - (moments[i] ?? at)), 0)
}

/** One occasion a day and two in seven days; what is handed over within two minutes is one. */
function aboveCaps({ place }: Story, unasked: readonly Heard[]): readonly string[] {
  const lines: string[] = []
  for (const phone of new Set(unasked.map(({ to }) => to))) {
    const own = unasked.filter(({ to }) => to === phone)
    const occasions = own.filter(
      ({ at }, i) =>
        Date.parse(at) - Date.parse(own[i - 1]?.at ?? '2000-01-01T00:00:00Z') > 120_000,
    )
    for (const [i, line] of occasions.entries()) {
      const day = (other: Heard | undefined): number =>
        other === undefined
          ? Number.POSITIVE_INFINITY
          : daysBetween(wallTime(place, other.at).date, wallTime(place, line.at).date)
      if (day(occasions[i - 1]) < 1) lines.push(`twice in a day: ${show(line)}`)
      if (day(occasions[i - 2]) < 7) lines.push(`thrice in seven days: ${show(line)}`)
    }
  }
  return lines
}

/** A benefit for one friend is announced as due to the owner no more than once. */
function rewardedTwice(story: Story): readonly string[] {
  const lines: string[] = []
  for (const { who, about: referrer } of story.deeds.filter(({ kind }) => kind === 'was sent')) {
    const first = story.people.find(({ phone }) => phone === who)?.name.split(' ')[0]
    const due = story.heard.filter(
      ({ to, text }) =>
        to === story.owner &&
        REWARD.test(text) &&
        text.includes(referrer) &&
        text.includes(`a ${first},`),
    )
    if (due.length > 1) lines.push(`for ${first}: ${due.map(show).join(' · ')}`)
  }
  return lines
}

const PERIOD_DAYS = 45

/** From when somebody is a key account the list of calls names them again and again. */
function neverCalled(story: Story): readonly string[] {
  return story.deeds
    .filter(({ kind }) => kind === 'special')
    .flatMap(({ who, at }) => {
      const named = story.heard
        .filter(({ to, text }) => to === story.owner && CALLS.test(text) && text.includes(who))
        .map((line) => Date.parse(line.at))
      // Who asked to be left alone is.
      const left = story.deeds.find((deed) => deed.who === who && deed.kind === 'left')
      const until = Date.parse(left?.at ?? story.until)
      const gap = widest([Date.parse(at), ...named.filter((each) => each < until), until])
      return gap > PERIOD_DAYS * DAY ? [`${who}: ${Math.round(gap / DAY)} days`] : []
    })
}

function show({ at, to, text, after }: Heard): string {
  return `${at} ${to} (${after ?? 'nobody had written'}): ${text.slice(0, 90)}`
}
