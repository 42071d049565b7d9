import { alikeQuestions } from '../business/alike.js'
import { sentenceOf } from '../business/learned.js'
import type { ContactId } from '../types.js'
import { answer, changeHouse, quiet } from './answer.js'
import { displayName } from './find-lead.js'
import { quoted } from './quoted.js'
import type { Obeyed, StaffPending, StaffState, World } from './types.js'
import { reply, say, undoable } from './wording.js'

type Owed = Extract<StaffPending, { kind: 'owed' }>

/** Together with the words around it, a fact has to fit one bubble. */
const LONGEST_FACT = 240
const MOST_LISTED = 12

/** `dato: …`: known at once. Whoever asked for it is offered the answer that they were promised. */
export function learn(text: string, staff: StaffState, world: World): Obeyed {
  if (text === '') return answer(staff, say(world, 'owner.ask.fact'))
  if (text.length > LONGEST_FACT) {
    return answer(staff, say(world, 'owner.fact.too_long', { n: LONGEST_FACT }))
  }
  const id = world.recordId
  const saved = undoable(world, say(world, 'owner.fact.saved', { text: quoted(text) }))
  const contacts = askedBy(text, world)
  const [first] = contacts
  if (first === undefined) return changeHouse(staff, { kind: 'learn', id, text }, saved)
  const done = changeHouse(
    staff,
    { kind: 'learn', id, text },
    `${saved}\n${owedText(contacts, world)}`,
  )
  return { ...done, staff: { ...staff, pending: { kind: 'owed', fact: id, contacts } } }
}

/** `datos`: what was taught, numbered. */
export function listFacts(staff: StaffState, world: World): Obeyed {
  const { learned } = world
  if (learned.length === 0) return answer(staff, say(world, 'owner.fact.none'))
  const lines = learned.slice(-MOST_LISTED).map(({ text }, at) => {
    const n = at + 1 + Math.max(0, learned.length - MOST_LISTED)
    return say(world, 'owner.fact.line', { n, text: sentenceOf(text) })
  })
  const title = say(world, 'owner.fact.title', { n: learned.length })
  return answer(staff, [title, ...lines, say(world, 'owner.fact.foot')].join('\n'))
}

/** `quitar dato 2`. */
export function forget(place: number | null, staff: StaffState, world: World): Obeyed {
  const fact = world.learned[(place ?? 0) - 1]
  if (fact === undefined) return listFacts(staff, world)
  const text = undoable(world, say(world, 'owner.fact.forgotten', { text: quoted(fact.text) }))
  return changeHouse(staff, { kind: 'forget', id: fact.id, text: fact.text }, text)
}

/** The answer to whether those who asked are told. */
export function tellOwed(isYes: boolean, owed: Owed, staff: StaffState, world: World): Obeyed {
  const settled: StaffState = { ...staff, pending: null }
  if (!isYes) return answer(settled, say(world, 'owner.fact.kept'))
  const actions = owed.contacts.map((target) => ({
    target,
    action: { kind: 'answer', fact: owed.fact } as const,
    undoes: null,
  }))
  const text = say(world, 'owner.fact.told', { n: actions.length })
  return { ...quiet(settled), replies: [reply(text)], actions }
}

/**
 * Who asked it, or asked the same in other words, each once; also whoever asked in the message that is
 * replied to.
 */
function askedBy(text: string, world: World): readonly ContactId[] {
  const { questions, messages, fits } = world
  const named = [...world.askedOften, ...(world.quoted === null ? [] : [world.quoted.contactId])]
  const waiting = named.filter((id) => questions.some(({ contact }) => contact === id))
  const fitting = alikeQuestions(questions, messages)
    .filter((group) => group.questions.some((question) => fits(text, question.text)))
    .flatMap(({ contacts }) => contacts)
  return [...new Set([...waiting, ...fitting])]
}

function owedText(contacts: readonly ContactId[], world: World): string {
  const [first] = contacts
  const lead = first === undefined ? null : world.people.byId(first)
  const question = world.questions.find(({ contact }) => contact === first)
  const params = {
    n: contacts.length,
    name: lead === null ? '' : displayName(lead, world.messages),
    text: quoted(question?.text ?? ''),
  }
  return lead === null || contacts.length > 1
    ? say(world, 'owner.fact.asked_by', params)
    : say(world, 'owner.fact.asked_by_one', params)
}
