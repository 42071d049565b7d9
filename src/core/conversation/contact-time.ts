import { dayText, weekdayDateText } from '../business/date-text.js'
import { preciseHourText } from '../business/hour-text.js'
import { wordList } from '../business/word-list.js'
import { deadlineDay } from '../funnel/deadline.js'
import { message } from '../messages.js'
import { type Clock, readClock } from '../owner/read-clock.js'
import { instantOf, localTime } from '../schedule/local-time.js'
import type { Found } from '../understanding/types.js'
import { type Draft, tell } from './draft.js'
import type { Heard } from './heard.js'
import { keepSlot } from './note-slot.js'

/** When somebody would like to be called or met, for the owner's card and the panel. */
export const CONTACT_TIME = 'contact_time'

const NOON = 12 * 60
/** More words than that say something else besides an hour. */
const FEW = 4

/** The days that were named, from today. */
type Days = Pick<Found<readonly [from: number, to: number | null]>, 'value' | 'span'>

/** A day counted from 1970-01-01 in local time, and the words of an hour or of a part of the day. */
type Moment = { readonly day: number; readonly clock: Clock | null; readonly said: string }

/**
 * Keeps when they asked to be called or met, with the date in it: "mañana" means nothing the day after.
 * Gives back how they are told so ("mañana a las 3 p. m."), or null where they named no day and no hour.
 */
export function noteContactTime(
  draft: Draft,
  heard: Heard,
  named: Days | null = heard.reading.appointment,
): ((draft: Draft) => string) | null {
  const moment = momentOf(draft, heard, named)
  if (moment === null) return null
  const { now, messages } = draft.plain
  const value = momentText(draft.plain, moment, weekdayDateText(moment.day, messages))
  const { evidence } = heard
  const { said } = moment
  keepSlot(draft, CONTACT_TIME, {
    status: 'known',
    value,
    said,
    confidence: 0.9,
    message: evidence,
    at: now,
  })
  return ({ context }) => {
    const today = localTime(now, context.business.timeZone).day
    return momentText(context, moment, dayText(moment.day, today, context.messages))
  }
}

/**
 * Where people buy an appointment: the hour or the part of the day at which they would come ("el jueves a la tarde"),
 * on the day they say or have said. A day alone is told elsewhere.
 */
export function noteVisitHour(draft: Draft, heard: Heard): void {
  const { business, messages } = draft.context
  if (!business.appointments || heard.reading.cues.includes('moves')) return
  const [here, before] = [daysIn(heard), daysSaid(draft)]
  const named = here ?? before
  // "10 y media", once the day is known.
  const isHour = here === null && before !== null && /^\s*\d/.test(heard.text)
  const [lead = ''] = wordList(messages, 'owner.words.at_hour')
  const text = isHour && heard.words.length <= FEW ? `${lead} ${heard.text}` : heard.text
  if (readClock(text, messages) === null) return
  if (noteContactTime(draft, { ...heard, text }, named) === null) return
  draft.fresh.add(CONTACT_TIME)
  // Whoever has the card has to hear of it, handed over or not.
  const talks = draft.dialogue.status !== 'handed'
  if (talks && draft.from.inquiry?.told === true) tell(draft, { kind: 'added', what: heard.text })
}

function daysIn({ reading: { urgency, appointment } }: Heard): Days | null {
  if (appointment !== null) return appointment
  const days = urgency?.value.days ?? null
  return urgency === null || days === null ? null : { value: days, span: urgency.span }
}

/** The day they named before, as it is told from today. */
function daysSaid(draft: Draft): Days | null {
  const { now, business } = draft.context
  const slot = draft.inquiry?.slots.urgency
  const day = deadlineDay(slot, business.timeZone)
  if (day === null) return null
  const ahead = day - localTime(now, business.timeZone).day
  return { value: [ahead, ahead], span: [0, 0] }
}

function momentOf({ context }: Draft, { text }: Heard, named: Days | null): Moment | null {
  const clock = readClock(text, context.messages)
  const day = dayOf(context, named?.value ?? null, clock)
  if (day === null) return null
  const spans = [
    ...(named === null ? [] : [named.span]),
    ...(clock === null ? [] : [[clock.span[0], clock.span[0] + clock.span[1]] as const]),
  ]
  const [from, to] = [Math.min(...spans.map(([a]) => a)), Math.max(...spans.map(([, b]) => b))]
  return { day, clock, said: text.slice(from, to) }
}

/** A single day; an hour alone is the next time that the clock shows it. */
function dayOf(
  { now, business: { timeZone } }: Draft['context'],
  days: Days['value'] | null,
  clock: Clock | null,
): number | null {
  const today = localTime(now, timeZone).day
  if (days !== null) return days[0] === days[1] ? today + days[0] : null
  if (clock === null || !clock.exact) return null
  return instantOf(today, clock.minute, timeZone) > now ? today : today + 1
}

function momentText(
  { business, messages }: Draft['context'],
  { clock }: Moment,
  day: string,
): string {
  if (clock === null) return day
  const hour = preciseHourText(clock.minute, business.country, messages)
  return clock.exact
    ? message(messages, 'time.at', { day, hour })
    : message(messages, clock.minute < NOON ? 'time.morning_of' : 'time.afternoon_of', { day })
}
