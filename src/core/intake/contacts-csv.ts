import type { Business } from '../business/types.js'
import type { Messages } from '../messages.js'
import { message } from '../messages.js'
import { permissionText } from '../owner/permission-text.js'
import { stageText } from '../owner/stage-text.js'
import { isoDay, localTime } from '../schedule/local-time.js'
import type { Iso, Permission, Referral, Stage } from '../types.js'
import { type Cells, csvText } from './csv-text.js'

/** What a list says of one contact. */
export type ListedContact = {
  readonly phone: string | null
  readonly name: string | null
  readonly organization: string | null
  readonly place: string | null
  readonly email: string | null
  readonly stage: Stage | null
  readonly source: Referral | null
  readonly since: Iso
  readonly optedOut: boolean
  /** Oldest first. */
  readonly permissions: readonly Permission[]
  readonly sales: number
  /** Whole units of the business's currency; sales in other money are counted and not summed. */
  readonly bought: number
  readonly lastBoughtAt: Iso | null
}

/** Everybody as a table for a spreadsheet: what it names is read back by `contacts import`. */
export function contactsCsv(
  people: readonly ListedContact[],
  { timeZone }: Pick<Business, 'timeZone'>,
  messages: Messages,
): string {
  const rows = people.map((person) => contactCells(person, timeZone, messages))
  return csvText([headsOf(messages, 'intake.export.heads'), ...rows])
}

/** The headings of a table, as they stand in the messages. */
export function headsOf(messages: Messages, key: string): Cells {
  const heads = messages[key]
  if (!Array.isArray(heads)) throw new Error('the headings of a list should be a list')
  return heads.map(String)
}

export function contactCells(person: ListedContact, timeZone: string, messages: Messages): Cells {
  const dayOf = (at: Iso | null): string => (at === null ? '' : dateCell(at, timeZone))
  return [
    person.phone ?? '',
    person.name ?? '',
    person.organization ?? '',
    person.place ?? '',
    person.email ?? '',
    person.stage === null ? '' : stageText(person.stage, messages),
    person.source?.headline ?? person.source?.sourceType ?? '',
    dayOf(person.since),
    person.sales,
    person.bought,
    dayOf(person.lastBoughtAt),
    person.optedOut ? message(messages, 'intake.export.yes') : '',
    person.permissions.map((each) => permissionText(each, { timeZone }, messages)).join(' · '),
  ]
}

/** "2026-03-10": what every spreadsheet reads as the same day. */
export function dateCell(at: Iso, timeZone: string): string {
  return isoDay(localTime(at, timeZone).day)
}
