import { factsFor } from '../core/conversation/known-facts.js'
import type { LlmAnswer, QuestionOf, Turn } from '../core/conversation/llm.js'
import { wordsOf } from '../core/conversation/media.js'
import { lastOf, talkToSum } from '../core/conversation/summary.js'
import type { Case } from '../core/conversation/types.js'
import { showDraft } from '../core/owner/draft-reply.js'
import { NEW_STAFF, type Obeyed } from '../core/owner/types.js'
import type { ContactId, Iso, LineId } from '../core/types.js'
import type { ChatKey } from '../store/chat-key.js'
import { conversationLog } from '../store/conversation-log.js'
import { refuseCall } from '../store/llm-calls.js'
import { addLlmTask, finishLlmTask, type LlmTask } from '../store/llm-tasks.js'
import type { StaffEntry } from '../store/staff.js'
import { keepStaffMemory, staffMemory } from '../store/staff-memory.js'
import { contextAt } from './context.js'
import type { TurnDeps } from './deps.js'
import { openCase } from './open-case.js'
import { replyMessage } from './staff/reply-message.js'
import { activeMember } from './staff/staff.js'
import { worldOf } from './staff/world.js'
import { writeToStaff } from './staff/write-to-staff.js'
import { stepOnce } from './step-once.js'
import { NOTHING, type TurnResult } from './turn-result.js'

/** The newest messages of a chat, both ways, that a model is told of. */
const MOST_TURNS = 40

/** Writes down that a talk is to be summed up; nothing where the card says it all, or it was before. */
export function wantSummary(
  deps: TurnDeps,
  { contactId, lineId }: ChatKey,
  { inquiry }: Case,
  at: Iso,
): readonly LlmTask[] {
  const talk = talkToSum(talkOf(deps, contactId, lineId))
  if (inquiry === null || talk === null) return []
  const id = `summary:${inquiry.id}`
  const question = { id, task: 'summarise', talk } as const
  return want(deps, { id, contactId, lineId, forStaff: null, question, at })
}

/** Writes down that an owner wants a reply drafted. */
export function wantDraft(
  deps: TurnDeps,
  me: StaffEntry,
  { id, target, wish }: NonNullable<Obeyed['draft']>,
  at: Iso,
): readonly LlmTask[] {
  const { lineId, contactId: forStaff } = me
  const talk = lastOf(talkOf(deps, target, lineId))
  const asked = [wish, talk.findLast(({ who }) => who === 'person')?.text ?? ''].join(' ')
  const facts = factsFor(contextAt(deps, at), asked)
  const question = { id, task: 'draft', talk, wish, facts } as const
  return want(deps, { id: `draft:${id}`, contactId: target, lineId, forStaff, question, at })
}

function want({ db }: TurnDeps, task: LlmTask): readonly LlmTask[] {
  return addLlmTask(db, task) ? [task] : []
}

/** What came of a task, as an event; nothing once it was heard, or where the person is unknown again. */
export function concludeTask(deps: TurnDeps, task: LlmTask, answer: LlmAnswer): TurnResult {
  const { question, contactId, lineId } = task
  if (!finishLlmTask(deps.db, task.id)) return NOTHING
  const key = { contactId, lineId }
  if (question.task === 'draft') return tellDraft(deps, task, question, answer)
  return stepOnce(deps, key, openCase(deps, key), { kind: 'summarised', question, answer })
}

function tellDraft(
  deps: TurnDeps,
  { contactId, lineId, forStaff }: LlmTask,
  question: QuestionOf<'draft'>,
  answer: LlmAnswer,
): TurnResult {
  const { db } = deps
  const now = deps.now()
  const me = forStaff === null ? null : activeMember(deps, { contactId: forStaff, lineId })
  if (me === null) return NOTHING
  const staff = staffMemory(db, me.contactId) ?? NEW_STAFF
  const asking = { now, quoting: null, isReaction: false, recordId: question.id, staff }
  const world = worldOf(deps, me, asking)
  const lead = world.people.byId(contactId)
  if (lead === null) return NOTHING
  const { obeyed, refused } = showDraft(question, answer, lead, staff, world)
  if (refused !== null) refuseCall(db, { contactId, question: question.id, rule: refused })
  keepStaffMemory(db, me.contactId, obeyed.staff)
  for (const reply of obeyed.replies) {
    if (reply.kind !== 'gesture' && reply.kind !== 'rehearsed')
      writeToStaff(deps, me, replyMessage(deps, lineId, reply, now), now)
  }
  return { ...NOTHING, deliver: [{ contactId: me.contactId, lineId }] }
}

/** What was said in one chat, and by which side. */
function talkOf({ db }: TurnDeps, contactId: ContactId, lineId: LineId): readonly Turn[] {
  return conversationLog(db, contactId, lineId, MOST_TURNS).flatMap((entry): readonly Turn[] => {
    if (entry.kind === 'out') return [{ who: 'business', text: entry.message.text }]
    const text = wordsOf(entry.content)
    if (text === null || text.trim() === '') return []
    return [{ who: entry.kind === 'in' ? 'person' : 'business', text }]
  })
}
