import { complainsInstead } from '../aftersale/complains-instead.js'
import { hearCall, hearComplaint } from '../aftersale/hear-after-sale.js'
import { wordList } from '../business/word-list.js'
import { heedLater } from '../nurture/put-off.js'
import { advance } from './advance.js'
import { isBareMark } from './answer.js'
import { tookNothing } from './answered.js'
import { cancel, hearWhy } from './cancel.js'
import { noteContactTime } from './contact-time.js'
import { type Draft, flowOf, patchDialogue, patchInquiry, phrase, speak, tell } from './draft.js'
import { handOver } from './hand-over.js'
import { askIn, type Heard } from './heard.js'
import { heedPassing } from './heed-passing.js'
import { forgetOrder, heedNoBuyer } from './no-buyer.js'
import { slotOf } from './note-slot.js'
import { awaitVisit } from './visit.js'
import { pose } from './walk.js'

/**
 * The ways out that every flow has without writing them: a person, anger, giving up, starting over,
 * a moment to think. True when the turn is over with it.
 */
export function heedMood(draft: Draft, heard: Heard): boolean {
  const { reading } = heard
  if (draft.dialogue.pending?.kind === 'why' && hearWhy(draft, heard)) return true
  if (isSequenceAnswer(draft, heard)) {
    if (!complainsInstead(draft, heard)) return false
    patchDialogue(draft, { pending: null })
    return sorry(draft, heard)
  }
  if (reading.intents.includes('handoff') && !asksFact(heard))
    return toPerson(draft, personKey(draft, heard), heard)
  if (heedPassing(draft, heard)) return true
  if (isUpset(draft, heard)) return sorry(draft, heard)
  if (wasForgotten(draft, heard)) return sorry(draft, heard)
  if (isImpatient(draft, heard)) return speak(draft, 'chat.patience')
  if (reading.intents.includes('meeting') && !sellsIt(draft))
    return toPerson(draft, 'chat.meeting', heard)
  if (heedNoBuyer(draft, heard)) return true
  if (justAsks(draft, heard)) return rest(draft)
  // "déjeme hablar con mi socia y le aviso" says who decides, and that it takes a while.
  if (reading.cues.includes('later') && tookOnlyWho(draft)) return heedLater(draft, heard)
  if (cancelsAgreed(draft, heard)) return passCancelOn(draft, heard)
  if (!tookNothing(draft)) return false
  if (reading.cues.includes('back') && goBack(draft)) return true
  if (reading.cues.includes('restarts')) return restart(draft, heard)
  if (reading.cues.includes('cancels')) return cancel(draft, heard)
  if (reading.cues.includes('waits')) return speak(draft, 'chat.wait')
  return false
}

/** "¿me responden???", "????", right after they heard when a person writes. */
function isImpatient(draft: Draft, heard: Heard): boolean {
  const { inquiry, dialogue, context } = draft
  if (inquiry?.told !== true || dialogue.pending !== null || !tookNothing(draft)) return false
  const list = wordList(context.messages, 'order.waiting')
  const words = heard.words.filter((word) => word !== '')
  const asks = isBareMark(heard) && heard.text.includes('?')
  return asks || (words.length <= FEW && list.includes(words.join(' ')))
}

const FEW = 4

function tookOnlyWho({ fresh, changed }: Draft): boolean {
  return [...fresh, ...changed].every((slot) => slot === 'authority')
}

/** The pending question belongs to a sequence, which knows what a bad answer means. */
function isSequenceAnswer({ dialogue }: Draft, { asked }: Heard): boolean {
  return asked !== null && asked.pending.flow !== dialogue.flow && dialogue.pending !== null
}

/** Who tells what they want, in the same breath as how badly another shop treated them, is no complaint. */
function isUpset(draft: Draft, { reading, asked }: Heard): boolean {
  const told = [...draft.fresh].filter((slot) => slot !== 'sector' && slot !== 'size')
  const orders = told.length > 1 && draft.inquiry?.told !== true
  // Asked what goes wrong, they said it.
  const { slots } = flowOf(draft)
  const answers = asked?.step.slots.some((name) => slots[name] === 'text' && draft.fresh.has(name))
  // "é um robô?": the Spanish word for a theft.
  const complains = reading.intents.includes('complaint') && !reading.cues.includes('who_answers')
  return !orders && answers !== true && (complains || reading.cues.includes('angry'))
}

/** Where people buy an appointment, whoever asks for one has begun to; a person is called once the talk is over. */
function sellsIt({ context, dialogue }: Draft): boolean {
  return context.business.appointments && dialogue.status !== 'handed'
}

/** A person was promised and did not write. */
function wasForgotten({ inquiry, context }: Draft, { folded }: Heard): boolean {
  if (inquiry === null || !inquiry.told) return false
  return wordList(context.messages, 'order.forgotten').some((words) => folded.includes(words))
}

/** "¿hablo con una persona o con un robot?" is a question that the facts answer. */
function asksFact({ reading, mentions }: Heard): boolean {
  return reading.cues.includes('asks') && mentions.facts.length > 0
}

/** Who wants a person and asks in the same breath whether this is one hears the truth; who wants a call, that they get it. */
function personKey({ context }: Draft, { reading, words }: Heard): string {
  if (reading.cues.includes('who_answers')) return 'chat.person_instead'
  const calls = wordList(context.messages, 'order.calls')
  return words.some((word) => calls.includes(word)) ? 'chat.person_calls' : 'chat.person'
}

function toPerson(draft: Draft, key: string, heard: Heard): boolean {
  if (hearCall(draft, heard)) return true
  const { status } = draft.dialogue
  const known = draft.inquiry?.told === true && (status === 'handed' || status === 'resting')
  const when = noteContactTime(draft, heard)
  const text =
    when === null
      ? phrase(draft, key)
      : phrase(draft, 'chat.contact_time', (spoken) => ({ cuándo: when(spoken) }))
  handOver(draft)
  const visits = key === 'chat.meeting'
  if ((visits || when !== null) && (known || draft.inquiry?.qualified === true)) {
    tell(draft, { kind: 'wants_meeting', said: heard.text })
  } else if (known) tell(draft, { kind: 'asked_person' })
  if (visits && when === null) awaitVisit(draft, heard)
  if (text !== null) draft.sentences.push(text)
  return true
}

function sorry(draft: Draft, heard: Heard): boolean {
  if (hearComplaint(draft, heard)) return true
  if (heard.reading.cues.includes('bought_here')) forgetOrder(draft)
  const text = phrase(draft, 'chat.sorry')
  tell(draft, { kind: 'complaint', said: heard.text })
  patchInquiry(draft, { tags: [...new Set([...(draft.inquiry?.tags ?? []), 'complaint'])] })
  handOver(draft)
  if (text !== null) draft.sentences.push(text)
  return true
}

/** "solo quería saber el precio", of what they were told the price of: no thing is named, and nothing to be asked on. */
function justAsks({ context, dialogue, inquiry }: Draft, { folded, mentions }: Heard): boolean {
  const isPriced = inquiry?.asked.price === true && inquiry.items.length > 0
  const isOver = inquiry?.told === true || dialogue.status === 'handed'
  if (!isPriced || isOver || mentions.products.length > 0 || mentions.facts.length > 0) return false
  return wordList(context.messages, 'order.just_asking').some((words) => folded.includes(words))
}

function rest(draft: Draft): boolean {
  patchDialogue(draft, { pending: null, status: 'resting' })
  return speak(draft, 'chat.just_asking')
}

/** "quiero cancelar mi pedido del sábado", of which nothing was said here: it was agreed elsewhere. */
function cancelsAgreed(
  { context, from, inquiry }: Draft,
  { reading, mentions, words }: Heard,
): boolean {
  if (!reading.cues.includes('cancels') || reading.cues.includes('asks')) return false
  const known = (from.inquiry?.items.length ?? 0) > 0 || from.inquiry?.slots.need !== undefined
  if (known || inquiry === null || mentions.facts.length > 0) return false
  return wordList(context.messages, 'order.agreed').some((word) => words.includes(word))
}

/** A person undoes it; the day they name is no date of anything wanted. */
function passCancelOn(draft: Draft, heard: Heard): boolean {
  patchInquiry(draft, { slots: draft.from.inquiry?.slots ?? {} })
  const text = phrase(draft, 'chat.cancel.order')
  tell(draft, { kind: 'cancelled', said: heard.text })
  handOver(draft)
  if (text !== null) draft.sentences.push(text)
  return true
}

/** "atrás": the question before comes again, and its answer is forgotten. */
function goBack(draft: Draft): boolean {
  const flow = flowOf(draft)
  const at = flow.order.indexOf(askIn(draft.dialogue.pending)?.step ?? '')
  const before = flow.order
    .slice(0, Math.max(0, at))
    .map((id) => flow.steps[id])
    .findLast(
      (step) =>
        step?.kind === 'ask' && step.slots.some((name) => slotOf(draft, name) !== undefined),
    )
  if (before?.kind !== 'ask') return false
  const slots = Object.entries(draft.inquiry?.slots ?? {}).filter(
    ([name]) => !before.slots.includes(name),
  )
  patchInquiry(draft, { slots: Object.fromEntries(slots) })
  if (before.slots.includes('need')) patchInquiry(draft, { items: [], unknownProduct: null })
  patchDialogue(draft, { at: before.id })
  pose(draft, flow, before, before.slots)
  return true
}

function restart(draft: Draft, heard: Heard): boolean {
  speak(draft, 'chat.restart')
  patchInquiry(draft, { slots: {}, items: [], persona: null, unknownProduct: null, notMade: null })
  patchDialogue(draft, { at: null, pending: null, status: 'talking', askedTimes: {}, topic: null })
  advance(draft, heard)
  return false
}
