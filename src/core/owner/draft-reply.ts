import type { LlmAnswer, QuestionOf } from '../conversation/llm.js'
import { type Rule, verifyDraft } from '../conversation/verify.js'
import { HOUR } from '../schedule/units.js'
import { answer } from './answer.js'
import { isRewritten } from './approve-quote.js'
import { respond } from './respond.js'
import { type Answered, done, leadOf, type Of, type Said } from './said.js'
import type { Obeyed, OpenLead, StaffState, World } from './types.js'
import { names, say } from './wording.js'
import { yesNo } from './yes-no.js'

const HALF_A_DAY = 12 * HOUR
const LONGEST_WISH = 500

/** `borrador ana …`: a model is asked for a reply, which is shown and sent by nobody but the owner. */
export function draftReply(wish: string, lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const called = names(lead, world)
  if (world.model === 'off') return answer(staff, say(world, 'owner.already.model_off'))
  if (lead.optedOut) return answer(staff, say(world, 'owner.done.opted_out', called))
  const id = world.recordId
  const text = say(world, 'owner.draft.writing', called)
  return {
    ...answer(staff, text, { kind: 'drafting', target: lead.id, id }),
    draft: { id, target: lead.id, wish: wish.slice(0, LONGEST_WISH) },
  }
}

type Drafted = {
  readonly obeyed: Obeyed
  /** The rule that kept it from being shown. */
  readonly refused: Rule | null
}

/**
 * What a model drafted, if it states nothing but what the owner wants said and the facts hold. While the
 * owner is asked something else it is left.
 */
export function showDraft(
  question: QuestionOf<'draft'>,
  reply: LlmAnswer,
  lead: OpenLead,
  staff: StaffState,
  world: World,
): Drafted {
  const { pending } = staff
  const isOurs = pending === null || (pending.kind === 'drafting' && pending.id === question.id)
  const settled: StaffState = pending?.kind === 'drafting' ? { ...staff, pending: null } : staff
  const called = names(lead, world)
  const fails = (refused: Rule | null): Drafted => {
    const text = say(world, 'owner.draft.failed', called)
    return { obeyed: answer(settled, text, settled.pending), refused }
  }
  if (!isOurs || !reply.ok || !('text' in reply) || reply.text.trim() === '') return fails(null)
  const text = reply.text.trim()
  const talk = question.talk.map((turn) => turn.text).join('\n')
  const { business, messages } = world
  const grounds = { given: question.facts, wish: question.wish, talk, business, messages }
  const refused = verifyDraft({ text, facts: reply.facts }, grounds)
  if (refused !== null) return fails(refused)
  return { obeyed: show(lead, text, settled, world), refused: null }
}

/** `sí` says it to the person, `no` leaves it, and other words take its place and are shown again. */
export function draftAnswer(
  pending: Of<'draft'>,
  said: Said,
  staff: StaffState,
  world: World,
): Answered | null {
  const lead = leadOf(pending.target, world)
  if (lead === null) return null
  const { name } = names(lead, world)
  switch (yesNo(said.text, world.messages)) {
    case 'yes':
      // What was shown long ago is looked at once more before it goes out.
      return isOld(pending, world)
        ? done(show(lead, pending.text, staff, world))
        : done(respond(pending.text, lead, { ...staff, pending: null }, world))
    case 'no':
      return done(answer({ ...staff, pending: null }, say(world, 'owner.draft.left', { name })))
    case 'seen':
      return done(answer(staff, say(world, 'owner.ask.approval_word'), pending))
    case null:
      return isRewritten(said, world) ? done(show(lead, said.text.trim(), staff, world)) : null
  }
}

function show(lead: OpenLead, text: string, staff: StaffState, world: World): Obeyed {
  const shown = say(world, 'owner.draft.shown', { ...names(lead, world), text })
  return answer(staff, shown, { kind: 'draft', target: lead.id, text, at: world.now })
}

function isOld({ at }: Of<'draft'>, { now }: World): boolean {
  return Date.parse(now) - Date.parse(at) > HALF_A_DAY
}
