import { debtsText, type Noted } from '../../core/owner/debts-text.js'
import type { ContactId, Iso } from '../../core/types.js'
import { contactName } from '../../store/contact-name.js'
import { latestNotes } from '../../store/notes.js'
import type { TurnDeps } from '../deps.js'

/** Older notes are not looked through. */
const MOST_NOTES = 1000

/** What was noted of who owes something, in words: of these people, or of everybody. */
export function debtsFor(deps: TurnDeps, of: readonly ContactId[] | null, now: Iso): string {
  const { db, business, messages } = deps
  const notes = latestNotes(db, MOST_NOTES)
  const whom = of ?? [...new Set(notes.map(({ contactId }) => contactId))]
  const people = whom.map((id): Noted => {
    return {
      name: contactName(db, id) ?? '',
      notes: notes.filter(({ contactId }) => contactId === id),
    }
  })
  return debtsText({ people, one: of !== null, now, business, messages })
}
