import { wordList } from '../business/word-list.js'
import { deadlineDay } from '../funnel/deadline.js'
import { civil, localTime } from '../schedule/local-time.js'
import type { Urgency } from '../types.js'
import { fold } from '../understanding/normalise.js'
import type { Found } from '../understanding/types.js'
import type { Draft } from './draft.js'
import type { Heard } from './heard.js'
import { noteSlot, slotOf } from './note-slot.js'

export function takeUrgency(draft: Draft, heard: Heard): void {
  const { cues } = heard.reading
  const urgency = wantedDay(draft, heard)
  if (urgency === null) return
  // "ya no", "luego te digo", "no sé": words of time that tell no time.
  const evades = ['cancels', 'later', 'unsure', 'declines', 'waits'] as const
  if (urgency.value.days === null && evades.some((cue) => cues.includes(cue))) return
  // A lone "no" is not "no hurry" unless the date was asked.
  const asked = heard.asked?.step.slots.includes('urgency') === true
  const corrects = heard.reading.intents.includes('correction')
  if (urgency.value.bucket === 'none' && (corrects || (!asked && urgency.said.length <= 3))) return
  const value = inMonthOf(draft, urgency)
  noteSlot(draft, heard, 'urgency', value, urgency)
}

/** By when they need it; where people buy an appointment, the day on which they would come. */
function wantedDay(draft: Draft, heard: Heard): Found<Urgency> | null {
  const { urgency, appointment } = heard.reading
  if (!draft.context.business.appointments) return isVisit(draft, heard) ? null : urgency
  const dated = (urgency?.value.days ?? null) !== null
  if (dated || appointment === null) return urgency
  const [from, to] = appointment.value
  return { ...appointment, value: { bucket: bucketOfDays(to), days: [from, to] } }
}

/** "ok, voy mañana": the day on which they come by, where nothing says that it is the other one. */
function isVisit({ context }: Draft, { reading }: Heard): boolean {
  if (!reading.intents.includes('meeting')) return false
  const said = fold(reading.urgency?.said ?? '')
  return !wordList(context.messages, 'time.words.by').some((word) => said.startsWith(`${word} `))
}

/** "mejor para el 30" moves a date within its month. */
function inMonthOf(draft: Draft, { value, said }: Found<Urgency>): Urgency {
  const { timeZone } = draft.context.business
  const before = deadlineDay(slotOf(draft, 'urgency'), timeZone)
  const date = /^\D*(\d{1,2})\D*$/.exec(said)?.[1]
  const named = !namesMonth(draft, said)
  if (before === null || date === undefined || !named) return value
  const today = localTime(draft.context.now, timeZone).day
  const ahead = before - civil(before).date + Number(date) - today
  if (ahead < 0 || value.days === null) return value
  return { bucket: bucketOfDays(ahead), days: [ahead, ahead] }
}

function namesMonth({ context }: Draft, said: string): boolean {
  const words = fold(said).split(/[^a-z]+/)
  const named = [
    ...wordList(context.messages, 'time.months'),
    ...wordList(context.messages, 'time.words.lead'),
  ]
  return named.some((word) => words.includes(word))
}

/** As `UTTERANCES` cuts them: two days, two weeks, two months, four months. */
function bucketOfDays(days: number): Urgency['bucket'] {
  if (days <= 2) return 'now'
  if (days <= 13) return 'week'
  if (days <= 59) return 'month'
  return days <= 125 ? 'quarter' : 'later'
}
