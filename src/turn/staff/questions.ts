import type { AskedQuestion, QuestionGroup } from '../../core/business/alike.js'
import { askedOften, askedOftenText } from '../../core/owner/asked-often.js'
import { isoOf } from '../../core/schedule/local-time.js'
import { DAY } from '../../core/schedule/units.js'
import type { Iso } from '../../core/types.js'
import { addNotice, markNoticeSent } from '../../store/notices.js'
import type { StaffEntry } from '../../store/staff.js'
import { openQuestions } from '../../store/unanswered.js'
import type { TurnDeps } from '../deps.js'
import { firstInLine } from './staff.js'
import { writeToStaff } from './write-to-staff.js'

const MOST = 200
/** What nobody answered in a month is not waited for any more. */
const DAYS = 30

/** Questions that nobody has answered yet, the newest first. */
export function questionsOf({ db }: Pick<TurnDeps, 'db'>, now: Iso): readonly AskedQuestion[] {
  const since = isoOf(Date.parse(now) - DAYS * DAY)
  return openQuestions(db, since, MOST).map(({ contactId, text, at }) => {
    return { contact: contactId, text, at }
  })
}

/**
 * Tells the first in line, with the day's message, what several people asked and nobody could answer: a
 * message each, so that an answer to one is an answer to all who asked it. True when there was one.
 */
export function tellQuestions(deps: TurnDeps, person: StaffEntry, since: Iso, now: Iso): boolean {
  if (firstInLine(deps, person.lineId)?.contactId !== person.contactId) return false
  const groups = askedOften(questionsOf(deps, now), since, deps.messages)
  for (const group of groups) tellGroup(deps, person, group, now)
  return groups.length > 0
}

/** With a notice for each who asked: whoever is forgotten takes the message along. */
function tellGroup(deps: TurnDeps, person: StaffEntry, group: QuestionGroup, now: Iso): void {
  const outboxId = writeToStaff(deps, person, askedOftenText(group, deps), now)
  if (outboxId === null) return
  const { lineId, contactId: forStaff } = person
  const notice = { kind: 'question_listed' } as const
  for (const contactId of group.contacts) {
    const entry = { lineId, contactId, inquiryId: null, notice, forStaff, at: now }
    markNoticeSent(deps.db, addNotice(deps.db, entry), { forStaff, outboxId })
  }
}
