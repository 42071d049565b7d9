import { addToOpen, asksForSomething, hearRequest } from '../aftersale/hear-after-sale.js'
import { wordList } from '../business/word-list.js'
import { isOwnCode } from '../referral/arrive-by-code.js'
import { elapsed } from '../schedule/local-time.js'
import { DAY } from '../schedule/units.js'
import { isBareMark } from './answer.js'
import type { Answered } from './answered.js'
import { type Draft, flowOf, inSpanish, label, patchDialogue, speak, tell } from './draft.js'
import { echo } from './echo.js'
import { wantedOf } from './extract.js'
import { type Asked, askedOf, type Heard } from './heard.js'
import { missingOf } from './missing-of.js'
import { slotOf } from './note-slot.js'
import { readAs } from './read-as.js'
import { repair, repairSequence } from './repair.js'
import { askScale, doubtsScale } from './take-scale.js'
import { think } from './thought.js'
import { variableOf } from './variables.js'
import { pose, walkSequence, walkTalk } from './walk.js'

/** How often a question is put to somebody who only says thank you. */
const MOST_ASKED = 2

/** After the answers: says back what was understood and goes on with the talk, as its status asks. */
export function respond(draft: Draft, heard: Heard, answered: Answered): void {
  const asked = askedOf(draft, draft.context)
  if (doubtsScale(draft)) return askScale(draft)
  if (asked !== null && asked.pending.flow !== draft.dialogue.flow)
    return goOnSequence(draft, asked, answered)
  const news = draft.fresh.size > 0 || draft.changed.size > 0
  const ruled = draft.inquiry?.outcome?.kind === 'disqualified' && draft.dialogue.pending === null
  if (draft.dialogue.status === 'handed' || asksNothing(draft))
    return afterHandover(draft, heard, answered, news)
  const closed = draft.inquiry?.outcome?.kind === 'won' || draft.inquiry?.outcome?.kind === 'lost'
  if (closed) return smallTalk(draft, heard, answered)
  if (draft.dialogue.status === 'resting' && !news) return takeUpAgain(draft, heard, answered)
  if (news && !ruled) echo(draft)
  if (onlyDetails(draft) && draft.sentences.length === 0)
    speak(draft, 'chat.detail', { detalles: slotSaid(draft, 'details') })
  if (onlyChoices(draft) && draft.sentences.length === 0) speak(draft, 'chat.closed')
  if (asked === null || draft.dialogue.pending === null) return goOn(draft, heard)
  goOnAsking(draft, heard, asked, answered, news)
}

/** All they said is how it should be: "azul oscuro", to whatever was asked. */
function onlyDetails({ fresh, changed }: Draft): boolean {
  return fresh.size === 1 && fresh.has('details') && changed.size === 0
}

/** All they said answers a question that was not put: it is heard before the one that was comes again. */
function onlyChoices(draft: Draft): boolean {
  const { slots } = flowOf(draft)
  const asked = askedOf(draft, draft.context)?.step.slots ?? []
  const isChoice = (name: string): boolean => slots[name] === 'option' && !asked.includes(name)
  return draft.fresh.size > 0 && [...draft.fresh].every(isChoice) && draft.changed.size === 0
}

function slotSaid(draft: Draft, name: string): string | undefined {
  const slot = slotOf(draft, name)
  return slot?.status === 'known' ? slot.said : undefined
}

/** Right after a person was in the chat, and to somebody who opted out days ago, it only answers. */
function asksNothing({ returns, contact, dialogue, context }: Draft): boolean {
  return returns || owesNote({ contact, dialogue, context })
}

/** Whether somebody who opted out is told, with this answer, how to be told of things again. */
export function owesNote({
  contact,
  dialogue,
  context,
}: Pick<Draft, 'contact' | 'dialogue' | 'context'>): boolean {
  const { spokeAt } = dialogue
  if (contact.consent !== 'opted_out' || spokeAt === null) return false
  const told = dialogue.said['chat.opt_out.note'] !== undefined
  return !told || elapsed(spokeAt, context.now) > DAY / 3
}

function goOn(draft: Draft, heard: Heard): void {
  if (draft.dialogue.status === 'resting') patchDialogue(draft, { at: null })
  if (opens(heard) && draft.sentences.length === 0) speak(draft, 'chat.go_ahead')
  if (heard.reading.intents.includes('thanks') && draft.sentences.length === 0)
    speak(draft, 'chat.welcome')
  walkTalk(draft)
  if (draft.sentences.length === 0) speak(draft, 'chat.closed')
}

/** A question is pending: it was answered, or comes back in other words, or needs a repair. */
function goOnAsking(
  draft: Draft,
  heard: Heard,
  asked: Asked,
  answered: Answered,
  news: boolean,
): void {
  const missing = missingOf(draft, asked.step)
  const declined = asked.step.slots.some((name) => slotOf(draft, name)?.status === 'declined')
  if (missing.length === 0) {
    if (declined && !news && draft.sentences.length === 0) speak(draft, 'chat.declined')
    return walkTalk(draft)
  }
  const refused =
    missing.includes('budget') && (heard.reading.yes?.value === false || isTooMuch(draft, heard))
  if (refused) return pose(draft, flowOf(draft), asked.step, missing, true)
  if (news || answered !== 'nothing_asked') return pose(draft, flowOf(draft), asked.step, missing)
  if (opens(heard) || agrees(draft, heard)) {
    speak(draft, 'chat.go_ahead')
    return pose(draft, flowOf(draft), asked.step, missing)
  }
  if (isCourtesy(heard)) {
    const thanks = heard.reading.intents.includes('thanks')
    if (thanks) speak(draft, 'chat.welcome')
    else resume(draft)
    // Whoever says thank you saw the question twice: it stays open without being put again.
    if (thanks && (draft.dialogue.askedTimes[asked.step.id] ?? 0) >= MOST_ASKED) return
    return pose(draft, flowOf(draft), asked.step, missing)
  }
  // "ok", to something we said: the question stays open without being said again.
  if (heard.reading.cues.includes('closes')) return void speak(draft, 'chat.closed')
  // Understood, but nothing new: the question comes back, without a reproach.
  if (repeatsItself(heard) || repeatsCount(draft, heard))
    return pose(draft, flowOf(draft), asked.step, missing)
  // "lo mismo de la otra vez", from somebody whose last order nobody here knows.
  if (heard.reading.cues.includes('same') && draft.contact.lastOrder === null) {
    speak(draft, 'chat.same_unknown')
    return pose(draft, flowOf(draft), asked.step, missing)
  }
  // "?", and nothing else, waits for us: the question was the last word.
  if (isBareMark(heard)) return pose(draft, flowOf(draft), asked.step, missing)
  const wanted = wantedOf(draft, heard, asked)
  if (wanted.length > 0) return think(draft, heard, wanted)
  repair(draft, asked)
}

/** "no tengo tanto", "se me hace mucho": a no to the figure on the table. */
function isTooMuch({ context }: Draft, { folded }: Heard): boolean {
  return wordList(context.messages, 'order.too_much').some((words) => folded.includes(words))
}

function repeatsItself({ reading, mentions }: Heard): boolean {
  const { budget, urgency, name, quantities } = reading
  return (
    mentions.products.length > 0 ||
    quantities.length > 0 ||
    [budget, urgency, name].some((found) => found !== null)
  )
}

/** "20, entonces", which is what they said before: no date that was not understood. */
function repeatsCount(draft: Draft, { text }: Heard): boolean {
  const slot = slotOf(draft, 'quantity')
  const { quantities } = readAs(draft.context, text, 'quantity')
  return slot?.status === 'known' && quantities.at(-1)?.value.count === slot.value
}

/** Greeting again after days: it says what it knows before it asks to go on. */
function resume(draft: Draft): void {
  const { spokeAt } = draft.dialogue
  if (spokeAt === null || elapsed(spokeAt, draft.context.now) < DAY) return
  const both = (as: Draft): string | undefined => {
    const [first, last] = [variableOf(as, 'pedido'), variableOf(as, 'fecha')]
    return first !== undefined && last !== undefined
      ? label(as, 'order.for', { first, last })
      : (first ?? last)
  }
  if (both(draft) ?? both(inSpanish(draft)))
    speak(draft, 'chat.resume', (as) => ({ resumen: both(as) }))
}

/** "una pregunta", "me interesa": they are listened to, and nothing was misunderstood. */
function opens({ reading }: Heard): boolean {
  return reading.cues.includes('opens')
}

/** "Necesito un turno", "bueno, anotame": they go on, and have not said yet what was asked. */
function agrees({ context: { business } }: Draft, { reading, words }: Heard): boolean {
  if (!business.appointments) return false
  const yes = reading.yes?.value === true && words.length <= FEW
  return yes || reading.intents.includes('meeting')
}

const FEW = 4

function isCourtesy({ reading }: Heard): boolean {
  return (
    reading.intent === 'greeting' || reading.intent === 'thanks' || reading.cues.includes('greets')
  )
}

/** After a person was called the bot asks nothing: it answers, takes note, and passes on. */
function afterHandover(draft: Draft, heard: Heard, answered: Answered, news: boolean): void {
  if (news) {
    echo(draft)
    if (draft.changed.size > 0) speak(draft, 'chat.updated')
    else if (draft.sentences.length === 0) speak(draft, 'chat.noted')
    return
  }
  smallTalk(draft, heard, answered)
}

const ASKED = ['need', 'quantity', 'urgency', 'budget']

/** They come back to a talk that was left: it goes on where something is still to be asked. */
function takeUpAgain(draft: Draft, heard: Heard, answered: Answered): void {
  const { inquiry, contact } = draft
  const unfinished = ASKED.some((slot) => slotOf(draft, slot) === undefined)
  const open = inquiry?.outcome === null && !inquiry.told && contact.consent !== 'opted_out'
  const { intents, cues } = heard.reading
  if (!unfinished || !open || intents.includes('thanks') || cues.includes('closes')) {
    return smallTalk(draft, heard, answered)
  }
  resume(draft)
  goOn(draft, heard)
}

function smallTalk(draft: Draft, heard: Heard, answered: Answered): void {
  if (answered !== 'nothing_asked' || isWordless(heard)) return
  const { reading } = heard
  if (reading.intents.includes('thanks')) return void speak(draft, 'chat.welcome')
  if (reading.intent === 'greeting' || reading.cues.includes('opens'))
    return void speak(draft, 'chat.here')
  if (reading.cues.includes('closes') || reading.yes?.value === true)
    return void speak(draft, 'chat.closed')
  if (addToOpen(draft, heard)) return
  if (asksForSomething(draft, heard) && hearRequest(draft, heard, 'chat.ticket.request')) return
  if (isOwnCode(draft, heard.text)) return
  // Only whoever was promised an answer by a person is told that this one goes there too.
  if (draft.inquiry?.told !== true) return void speak(draft, 'chat.here')
  speak(draft, 'chat.noted')
  tell(draft, { kind: 'added', what: heard.text })
}

/** A heart ends a talk well: there is nothing to note in it and nothing to pass on. */
function isWordless({ words, reading }: Heard): boolean {
  const none = words.every((word) => word === '')
  return none && reading.yes === null && !reading.intents.includes('thanks')
}

function goOnSequence(draft: Draft, asked: Asked, answered: Answered): void {
  const { pending, step } = asked
  patchDialogue(draft, { pending: null })
  if (missingOf(draft, step).length === 0) return walkSequence(draft, pending.flow, pending.step)
  patchDialogue(draft, { pending })
  if (answered === 'nothing_asked' && draft.sentences.length === 0) repairSequence(draft, asked)
}
