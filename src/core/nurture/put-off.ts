import { dayText } from '../business/date-text.js'
import { wordList } from '../business/word-list.js'
import { advance } from '../conversation/advance.js'
import { answer } from '../conversation/answer.js'
import { type Draft, patchDialogue, patchInquiry, speak, tell } from '../conversation/draft.js'
import { fillSlots } from '../conversation/fill-slots.js'
import type { Heard } from '../conversation/heard.js'
import { ALERTS } from '../owner/alert.js'
import { readClock } from '../owner/read-clock.js'
import { nextAllowed } from '../schedule/contact-hours.js'
import { instantOf, isoOf, localTime } from '../schedule/local-time.js'
import { HOUR } from '../schedule/units.js'
import type { Iso } from '../types.js'
import { fold } from '../understanding/normalise.js'
import { accompany, endNurture } from './accompany.js'

/** Whoever names a day farther away is asked for another. */
const FARTHEST = 550
/** So many words, and no more, may answer what was asked. */
const A_FEW = 3
/** Somebody who is to be written to the same day. */
const SOON = 3 * HOUR

/**
 * "Escríbame en marzo", "por ahora no, más adelante": they are left alone until then, and written to on that
 * day. Where they name none they are asked for one, once. True when the turn is over with it.
 */
export function heedPutOff(draft: Draft, heard: Heard): boolean {
  if (draft.dialogue.pending?.kind === 'back') return hearDay(draft, heard)
  const clause = clauseOf(draft, heard)
  if (clause === null || !isReady(draft, heard)) return false
  const back = dayIn(draft, clause)
  const asked = writesMe(heard)
  if (asked && back === null && !isVague(draft, heard)) return false
  takeRest(draft, heard, clause)
  if (back !== null) return comeBack(draft, heard, back)
  accompany(draft, { said: heard.text, agreed: asked, back: null })
  leaveAlone(draft, heard, null)
  patchDialogue(draft, { pending: { kind: 'back', said: heard.text } })
  return speak(draft, 'chat.put_off.ask')
}

/** "Luego le digo", "mañana le confirmo": nobody is chased; what they were asked stays open. */
export function heedLater(draft: Draft, heard: Heard): boolean {
  const { business } = draft.context
  const telling = wordList(draft.context.messages, 'chat.put_off.telling')
  const rest = heard.words.filter((word) => !telling.includes(word)).join(' ')
  const said = dayIn(draft, rest)
  // They have all of that day to say it.
  const day = said === null ? null : localTime(said, business.timeZone).day + 1
  const back = day === null ? null : instantOf(day, business.nurture?.at ?? 0, business.timeZone)
  const begun = accompany(draft, { said: heard.text, agreed: false, back })
  return begun && said !== null
    ? speak(draft, 'chat.put_off.waits', (as) => ({ día: textOf(as, said) }))
    : speak(draft, 'chat.later')
}

/** They answered what they were sent: from here on it is a talk like any other, unless they say no. */
export function answerNurture(draft: Draft): void {
  if ((draft.inquiry?.nurture?.times ?? 0) > 0) endNurture(draft, 'held.overtaken')
}

/** "No, gracias", to something that nobody had asked for: one sentence, and no more of it. */
export function heedNoMore(draft: Draft, { reading, asked }: Heard): boolean {
  const before = draft.from.inquiry?.nurture ?? null
  if (before === null || before.times === 0 || asked !== null) return false
  const no = reading.yes?.value === false || reading.cues.includes('cancels')
  if (!no || reading.cues.includes('put_off') || reading.intents.includes('price')) return false
  tell(draft, { kind: 'nurture_refused' })
  patchDialogue(draft, { pending: null, status: 'resting' })
  return speak(draft, 'chat.put_off.no')
}

/** They go on by themselves before their day: there is nothing to come back for. */
export function goesOn(draft: Draft): void {
  const { nurture } = draft.from.inquiry ?? { nurture: null }
  if (!nurture || draft.inquiry?.nurture !== nurture) return
  const news = [...draft.fresh, ...draft.changed]
  if (news.length > 0 && draft.dialogue.pending !== null) endNurture(draft, 'held.overtaken')
}

/** What they answer when asked for which day. */
function hearDay(draft: Draft, heard: Heard): boolean {
  const { pending } = draft.dialogue
  patchDialogue(draft, { pending: null })
  const back = dayIn(draft, heard.text)
  const said = pending?.kind === 'back' ? pending.said : heard.text
  if (back !== null && isReady(draft, heard)) return comeBack(draft, { ...heard, text: said }, back)
  const { cues, intents, yes } = heard.reading
  const evades = ['unsure', 'declines', 'later', 'put_off', 'closes'].some((cue) =>
    cues.some((each) => each === cue),
  )
  const plain = evades || (yes !== null && intents.length === 0)
  return plain ? speak(draft, 'chat.put_off.open') : false
}

function comeBack(draft: Draft, heard: Heard, back: Iso): boolean {
  if (!accompany(draft, { said: heard.text, agreed: true, back })) return false
  leaveAlone(draft, heard, back)
  return speak(draft, 'chat.put_off.day', (as) => ({ día: textOf(as, back) }))
}

/** Nothing is asked any more, and nobody of the business has to hurry. */
function leaveAlone(draft: Draft, { text }: Heard, back: Iso | null): void {
  const { status } = draft.dialogue
  patchDialogue(draft, { pending: null, status: status === 'handed' ? status : 'resting' })
  if (draft.inquiry?.told !== true) return
  patchInquiry(draft, { promise: null, promisedBy: null })
  tell(draft, { kind: 'put_off', said: text, back })
  draft.effects.push({ kind: 'cancel_timers', flow: ALERTS, reason: 'held.put_off' })
}

/** What else they said is taken all the same: only the day is none by which they need it. */
function takeRest(draft: Draft, heard: Heard, clause: string): void {
  const { urgency } = heard.reading
  const start = heard.text.indexOf(clause)
  const within =
    urgency !== null && start <= urgency.span[0] && urgency.span[1] <= start + clause.length
  const rest = within ? { ...heard, reading: { ...heard.reading, urgency: null } } : heard
  fillSlots(draft, { ...rest, asked: null })
  advance(draft, rest)
  if (heard.reading.intents.includes('price') || heard.mentions.facts.length > 0)
    answer(draft, rest)
}

/** The part of what they wrote that puts us off; null where none does. */
function clauseOf({ context }: Draft, { text, reading, mentions }: Heard): string | null {
  const { cues } = reading
  if (!cues.includes('put_off') && !cues.includes('write_me')) return null
  // "¿a qué hora me escriben?" asks for something that is known.
  if (mentions.facts.length > 0 && cues.includes('asks')) return null
  const { country, timeZone } = context.business
  const today = localTime(context.now, timeZone).day
  const clauses = text.split(/[.,;\n]+/u).map((part) => part.trim())
  return (
    clauses.find((part) => {
      const heard = context.read(part, { question: 'open', country, today }).cues
      return heard.includes('write_me') || (heard.includes('put_off') && !cues.includes('write_me'))
    }) ?? text
  )
}

/** They say it of something they want to buy, and no question after a sale is open. */
function isReady(draft: Draft, heard: Heard): boolean {
  const { inquiry, contact, dialogue, context } = draft
  const kind = inquiry?.outcome?.kind ?? null
  if (inquiry === null || (kind !== null && kind !== 'disqualified')) return false
  if (contact.consent === 'opted_out' || context.business.nurture === null) return false
  const { intents, cues, yes } = heard.reading
  if (cues.includes('angry')) return false
  if (intents.some((each) => each === 'handoff' || each === 'complaint' || each === 'meeting'))
    return false
  const { asked } = heard
  if (asked === null || dialogue.pending === null || writesMe(heard)) return true
  if (asked.pending.flow !== dialogue.flow) return false
  const urgency = asked.step.slots.includes('urgency')
  if (heard.words.length > A_FEW)
    return !urgency || (heard.reading.urgency?.value.days ?? null) === null
  // "Más adelante" says when it is needed, where that was asked, and "por ahora no" is a no where one was.
  return !urgency && yes === null
}

/** "Escríbame más adelante". */
function isVague({ context }: Draft, { folded, reading }: Heard): boolean {
  if (reading.cues.includes('put_off')) return true
  return wordList(context.messages, 'chat.put_off.vague').some((words) => folded.includes(words))
}

function writesMe({ reading }: Heard): boolean {
  return reading.cues.includes('write_me')
}

/** The moment they name, inside contact hours; null where they name none that is still to come. */
function dayIn(draft: Draft, text: string): Iso | null {
  const { context } = draft
  const { business, now, messages } = context
  const { day: today } = localTime(now, business.timeZone)
  const clock = readClock(text, messages)
  const blank = (span: readonly [number, number]): string =>
    text.slice(0, span[0]) + ' '.repeat(span[1]) + text.slice(span[0] + span[1])
  const left = clock === null ? text : blank(clock.span)
  const options = { question: 'urgency', country: business.country, today } as const
  const days = context.read(fold(left), options).urgency?.value.days ?? null
  if (days === null) return null
  const [from, to] = days
  const ahead = from <= 0 && to !== null ? to : from
  if (ahead > FARTHEST) return null
  const minute = clock?.minute ?? business.nurture?.at ?? 0
  const at = instantOf(today + ahead, minute, business.timeZone)
  return firstAllowed(draft, at > now ? at : isoOf(Date.parse(now) + SOON), minute)
}

/** On a day of rest it is the next working day, at the same hour. */
function firstAllowed({ context }: Draft, due: Iso, minute: number): Iso {
  const { timeZone } = context.business
  const open = nextAllowed(context, due) ?? due
  const { day } = localTime(open, timeZone)
  if (day === localTime(due, timeZone).day) return open
  return nextAllowed(context, instantOf(day, minute, timeZone)) ?? open
}

function textOf({ context }: Draft, at: Iso): string {
  const { business, now, messages } = context
  const dayOf = (iso: Iso): number => localTime(iso, business.timeZone).day
  return dayText(dayOf(at), dayOf(now), messages)
}
