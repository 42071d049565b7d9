import { heedArrival } from '../aftersale/heed-arrival.js'
import { heedSolved } from '../aftersale/heed-solved.js'
import { heedNewNumber } from '../aftersale/new-number.js'
import { BY_LOOP } from '../loops/watch.js'
import { answerNurture, goesOn, heedNoMore, heedPutOff } from '../nurture/put-off.js'
import { heedOrigin, listenForOrigin } from '../origin/ask-origin.js'
import { heedFriend } from '../referral/friend-in-words.js'
import { heedIntroducer } from '../referral/introduce.js'
import { advance } from './advance.js'
import { admitUnknown, answer } from './answer.js'
import { type Answered, tookNothing } from './answered.js'
import { arrive, openInquiryIfDue } from './arrive.js'
import { takesUpCancelled } from './cancel.js'
import { send } from './compose.js'
import { heedConsent, recordOptOut } from './consent.js'
import { speakIn } from './create-draft.js'
import { type Draft, patchDialogue, patchInquiry, speak, tell } from './draft.js'
import type { Event } from './events.js'
import { heedConfirm } from './extract.js'
import { fillSlots } from './fill-slots.js'
import { heedObjection, stopFollowUp } from './follow-up.js'
import { askIn, createHeard, type Heard, heardAfresh } from './heard.js'
import { heedAnswers, heedFlood, heedLoop, isMachine, learningNothing } from './loop.js'
import { askOn, heedMedia, wordsOf } from './media.js'
import { isTooLate, miss } from './miss.js'
import { heedMood } from './mood.js'
import { heedMovedMeeting } from './moved-meeting.js'
import { open } from './opener.js'
import { remind } from './remind.js'
import { owesNote, respond } from './respond.js'
import { keepShared } from './shared.js'
import { think } from './thought.js'
import type { Arrived, Pending } from './types.js'
import { heedVisitTime } from './visit.js'
import { isVoiced } from './voice.js'

type Message = Extract<Event, { kind: 'message' }>

/**
 * One burst of messages from a person: facts are taken first, then stage and score follow, then
 * what they asked is answered, and only then something is asked of them.
 */
export function hear(draft: Draft, event: Message): void {
  draft.heardText = event.text
  draft.voiced = isVoiced(event.parts)
  draft.upset = isUpset(event.reading)
  const returns = endPause(draft)
  if (draft.dialogue.rehearsed !== null) patchDialogue(draft, { rehearsed: null })
  followLanguage(draft, event)
  arrive(draft, event)
  stopFollowUp(draft, 'held.overtaken')
  if (!event.parts.every(isWordless)) answerNurture(draft)
  const greeted = draft.sentences.length > 0
  const first = learningNothing(createHeard(draft, event, draft.context))
  const newInquiry = openInquiryIfDue(draft, first)
  const heard = newInquiry ? learningNothing(heardAfresh(draft, event, first)) : first
  keepShared(draft, heard, event.parts)
  if (draft.dialogue.paused !== null || heedFlood(draft, event.parts)) return overhear(draft, heard)
  if (event.parts.every(isWordless)) return
  if (draft.context.silence !== null) return hearInSilence(draft, heard, event.parts)
  if (isTooLate(draft, event)) {
    listen(draft, heard)
    return miss(draft, heard, event)
  }
  if (draft.dialogue.introduced && isMachine(heard))
    return void heedLoop(draft, heard, event.parts, false)
  const media = heedMedia(draft, event.parts)
  const said = event.text.trim() !== '' || !media
  const pending = draft.dialogue.pending
  const owes = owesNote(draft)
  const arrived = arrivedAs(draft, event, returns, newInquiry)
  if (said && !heedConsent(draft, heard)) {
    draft.returns = returns
    talk(draft, heard)
    if (heedLoop(draft, heard, event.parts, ledSomewhere(draft, heard, pending))) return
    if (owes && draft.sentences.length > 0) speak(draft, 'chat.opt_out.note')
  }
  if (media && !said) askOn(draft, event.parts)
  if (draft.sentences.length > 0 || media) {
    const asks = draft.dialogue.pending?.kind === 'ask' && !draft.answered
    open(draft, heard, {
      arrived,
      vague: said && !greeted && draft.fresh.size === 0 && asks,
      deaf: !draft.dialogue.introduced && event.parts.every(isUnheard),
      returns,
    })
  }
  goesOn(draft)
  if (draft.sentences.length > 0 && heedAnswers(draft)) return
  remind(draft)
  send(draft, 'reply')
}

/** Kept for the case that a model is asked: what is answered then hangs on it too. */
function arrivedAs(draft: Draft, { parts }: Message, returned: boolean, isNew: boolean): Arrived {
  const writtenAt = parts[0]?.at ?? draft.context.now
  // Beside a photo it is said at once.
  const returns = returned && draft.sentences.length === 0
  const newInquiry = isNew && draft.dialogue.introduced
  draft.arrived = { writtenAt, returns, newInquiry, voiced: draft.voiced }
  return draft.arrived
}

/** Whoever changes their language is answered in it. */
function followLanguage(draft: Draft, { reading: { language } }: Message): void {
  if (language === null || language.value === draft.dialogue.language) return
  speakIn(draft, language.value)
}

/** What is said while the bot is silent; of a machine nothing is learned. */
function overhear(draft: Draft, heard: Heard): void {
  if (draft.dialogue.paused?.by === BY_LOOP && isMachine(heard)) return
  listen(draft, heard)
}

/** Fills slots and follows the stage without a word: a person is talking. */
function listen(draft: Draft, heard: Heard): void {
  // An opt-out counts whoever is talking, and whether or not we may answer it.
  if (heard.reading.intents.includes('opt_out')) return recordOptOut(draft, heard)
  listenForOrigin(draft, heard)
  fillSlots(draft, heard)
  advance(draft, heard)
}

/** The owner silenced the bot everywhere: nobody is answered, and the owner hears of each chat once. */
function hearInSilence(draft: Draft, heard: Heard, parts: Message['parts']): void {
  listen(draft, heard)
  // Its acknowledgement is never sent: only the owner is told.
  heedMedia(draft, parts)
  const tag = `silence ${draft.context.silence?.at ?? ''}`
  const tags = draft.inquiry?.tags ?? []
  if (tags.includes(tag)) return
  patchInquiry(draft, { tags: [...tags, tag] })
  const told = draft.effects.some(({ kind }) => kind === 'tell')
  if (!told && heard.text.trim() !== '') tell(draft, { kind: 'unheard', said: heard.text })
}

function talk(draft: Draft, heard: Heard): void {
  const handed = draft.dialogue.status === 'handed' && draft.inquiry?.outcome === null
  converse(draft, heard)
  if (takesUpCancelled(draft, heard)) return void (draft.answered && speak(draft, 'chat.noted'))
  // What is learned after a person was called reaches that person, in the other's own words.
  const news = draft.fresh.size > 0 && draft.changed.size === 0
  const reaches = ['email', 'phone', 'place'].some((slot) => draft.fresh.has(slot))
  const corrected = draft.effects.some(
    (effect) => effect.kind === 'tell' && effect.notice.kind === 'corrected',
  )
  if (!handed || !news || corrected || (draft.answered && !reaches)) return
  tell(draft, { kind: 'added', what: heard.text })
  // "mándeme la cotización a este correo": the price is no answer to that.
  if (draft.answered) speak(draft, 'chat.noted')
}

function converse(draft: Draft, said: Heard): void {
  if (heedFriend(draft, said) || heedIntroducer(draft, said) || heedOrigin(draft, said)) return
  if (heedVisitTime(draft, said) || heedArrival(draft, said)) return
  if (heedMovedMeeting(draft, said)) return
  if (heedPutOff(draft, said) || heedNoMore(draft, said)) return
  const heard = heedConfirm(draft, said)
  if (heard === null) return
  const { topic } = draft.dialogue
  fillSlots(draft, heard)
  // They went on with something else: a bare number counts no longer what was talked about before.
  if (draft.fresh.size > 0 && draft.dialogue.topic === topic) patchDialogue(draft, { topic: null })
  advance(draft, heard)
  if (heedObjection(draft, heard) || heedNewNumber(draft, heard)) return
  if (heedSolved(draft, heard) || heedMood(draft, heard)) return
  const answered: Answered = answer(draft, heard)
  draft.answered = answered !== 'nothing_asked'
  if (isMended(draft, heard)) return
  if (answered === 'unknown') {
    if (draft.context.model === 'on') return think(draft, heard)
    admitUnknown(draft, heard)
  }
  respond(draft, heard, answered)
}

/** Other words for what was answered already, a typo mended: nothing new is no reason to speak. */
function isMended(draft: Draft, { edited }: Heard): boolean {
  return edited && tookNothing(draft) && !draft.answered
}

function isUpset({ intents, cues }: Message['reading']): boolean {
  return intents.includes('complaint') || cues.includes('angry')
}

/** A pause that is over ends by itself; true when a person's just did. */
function endPause(draft: Draft): boolean {
  const { paused } = draft.dialogue
  if (paused === null || Date.parse(paused.until) > Date.parse(draft.context.now)) return false
  patchDialogue(draft, { paused: null })
  return paused.by !== BY_LOOP
}

/** Whether a message told, asked or settled anything: what another machine sends does none of it. */
function ledSomewhere(draft: Draft, { reading, words }: Heard, before: Pending | null): boolean {
  if (reading.intents.includes('handoff') || isSmallTalk(reading, words)) return true
  if (draft.fresh.size > 0 || draft.changed.size > 0 || draft.answered) return true
  const { pending } = draft.dialogue
  if (pending?.kind === 'scale' && pending !== before) return true
  return before !== null && askIn(before) === null
}

/** "ok", "jaja", "gracias": people write three of them in a row, and mean that they heard. */
function isSmallTalk({ intent, cues }: Message['reading'], words: Heard['words']): boolean {
  const isShort = words.filter((word) => word !== '').length <= 2
  const courts = intent === 'thanks' || cues.includes('closes') || cues.includes('laughs')
  return isShort && courts
}

/** A reaction and a message taken back ask for nothing: no answer, no greeting, no next question. */
function isWordless({ content }: Message['parts'][number]): boolean {
  return content.kind === 'reaction' || content.kind === 'delete'
}

function isUnheard({ content }: Message['parts'][number]): boolean {
  return content.kind === 'audio' && wordsOf(content) === null
}
