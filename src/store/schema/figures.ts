import type { Generated } from 'kysely'
import type { Sum } from '../../core/funnel/day-figures.js'
import type { Band, Rung } from '../../core/funnel/odds.js'
import type { ContactId, InquiryId, Iso, OutcomeKind } from '../../core/types.js'
import type { Flag } from './schema.js'

type Sums = { [S in Sum]: number }

export type FigurePeopleTable = Sums & {
  contact_id: ContactId
  day: number
  source: string
  simulated: Flag
  minutes: number | null
}

export type FigureDaysTable = Sums & { day: number; source: string; simulated: Flag }

export type FigureInquiriesTable = {
  id: InquiryId
  contact_id: ContactId
  simulated: Flag
  opened_day: number
  closed_day: number | null
  outcome: OutcomeKind | null
  rung: Rung
  band: Band
  quoted: number | null
  told: Flag
  /** Ids of the scorecard's lines that held, parted by spaces. */
  reasons: string
}

export type FigureStaleTable = { contact_id: ContactId }

export type SpendTable = {
  id: Generated<number>
  campaign_id: string | null
  source: string | null
  amount: number
  currency: string
  at: Iso
  /** The owner's message that said it. */
  ref: string | null
  voided_at: Iso | null
}
