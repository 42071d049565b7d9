import type { OwnerAction } from '../conversation/events.js'
import type { HouseAction, News, Obeyed, OpenLead, StaffPending, StaffState } from './types.js'
import { reply } from './wording.js'

/** Nothing said, nothing changed. */
export function quiet(staff: StaffState): Obeyed {
  return { staff, replies: [], actions: [], house: [], news: [], draft: null }
}

/** An answer of one sentence that changes nothing, with the question it leaves open, if any. */
export function answer(
  staff: StaffState,
  text: string,
  pending: StaffPending | null = null,
): Obeyed {
  return { ...quiet({ ...staff, pending }), replies: [reply(text)] }
}

/** One change about a lead, and the sentence that says so. */
export function change(
  staff: StaffState,
  lead: OpenLead,
  action: OwnerAction,
  text: string,
  news: readonly News[] = [],
): Obeyed {
  return { ...answer(staff, text), actions: [{ target: lead.id, action, undoes: null }], news }
}

/** One change that concerns no single contact. */
export function changeHouse(staff: StaffState, action: HouseAction, text: string): Obeyed {
  return { ...answer(staff, text), house: [{ action, undoes: null }] }
}
