import type { Assignee } from '../conversation/types.js'
import type { Iso } from '../types.js'

/** What people of the business have in mind to do for one customer. */
export type Care = {
  /** Somebody wants to call them: said on that day, and again until it was done or dropped. */
  readonly call: PlannedCall | null
  readonly meeting: Meeting | null
  /** Who in the business looks after them, whatever they want to buy; null: nobody by name. */
  readonly manager: Manager | null
  /** When they were invited to the group of customers; null: never. */
  readonly invitedAt: Iso | null
}

/**
 * `why`: a call with no agenda, one that somebody asked to be reminded of, or theirs that nobody took. `by` is null
 * where nobody planned it: whoever is in charge is reminded.
 */
export type PlannedCall = {
  readonly at: Iso
  readonly by: Assignee | null
  readonly why: 'porque_si' | 'reminder' | 'missed'
}

export type Meeting = { readonly at: Iso; readonly by: Assignee }

/** By name and phone as in the business file: whoever it is may not have written to the line yet. */
export type Manager = { readonly name: string; readonly phone: string }

export const NO_CARE: Care = { call: null, meeting: null, manager: null, invitedAt: null }

/** What is known of one person who was known as two: the word that looks further ahead holds. */
export function mergeCare(older: Care, younger: Care): Care {
  return {
    call: laterAt(older.call, younger.call),
    meeting: laterAt(older.meeting, younger.meeting),
    manager: younger.manager ?? older.manager,
    invitedAt: older.invitedAt ?? younger.invitedAt,
  }
}

function laterAt<T extends { readonly at: Iso }>(a: T | null, b: T | null): T | null {
  return (a?.at ?? '') >= (b?.at ?? '') ? a : b
}
