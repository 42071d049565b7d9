import type { Effect } from '../core/conversation/effects.js'
import type { ContactId, InquiryId, Iso } from '../core/types.js'
import { addAttributeAnswers } from '../store/attribute-answers.js'
import type { Database } from '../store/sqlite/database.js'
import { addSurvey } from '../store/surveys.js'
import { keepTicket } from '../store/tickets.js'

type Work = {
  readonly db: Database
  readonly contactId: ContactId
  readonly inquiryId: InquiryId | null
  readonly now: Iso
}

type Kept = Extract<Effect, { kind: 'survey' | 'attributes' | 'ticket' }>

/** What is kept of the time after a sale: what customers answered, and what they want settled. */
export function keepCareRecord({ db, contactId, inquiryId, now: at }: Work, effect: Kept): void {
  switch (effect.kind) {
    case 'survey': {
      const { survey: kind, score, said } = effect
      return addSurvey(db, { contactId, inquiryId, kind, score, said, at })
    }
    case 'attributes':
      return addAttributeAnswers(db, contactId, effect.answers, at)
    case 'ticket':
      return keepTicket(db, { contactId, inquiryId }, effect, at)
  }
}
