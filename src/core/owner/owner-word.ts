import type { Before, Undoable } from '../conversation/events.js'
import type { Silence } from '../conversation/types.js'
import type { ContactId, Iso, Stage } from '../types.js'
import type { HouseUndoable } from './types.js'

/** A word that changed something, from the undo log. */
export type OwnerWord = LeadWord | HouseWord

type Logged = {
  readonly id: string
  /** Who said it. */
  readonly by: ContactId
  readonly undone: boolean
  readonly at: Iso
}

export type LeadWord = Logged & {
  readonly scope: 'lead'
  readonly target: ContactId
  /** The target's name as it was said then. */
  readonly name: string
  readonly action: Undoable
  readonly before: Before
  /** Stage right after the word. */
  readonly stageAfter: Stage | null
  /** Local day of the check-in that the word started, if any. */
  readonly checkIn: number | null
  /** When the sale was that it recorded, if it was not then. */
  readonly soldAt: Iso | null
}

export type HouseWord = Logged & {
  readonly scope: 'house'
  readonly action: HouseUndoable
  readonly before: Silence | null
}
