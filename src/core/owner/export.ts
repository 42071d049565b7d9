import { dateCell } from '../intake/contacts-csv.js'
import type { Making } from '../types.js'
import { answer, quiet } from './answer.js'
import { type Answered, done, type Said } from './said.js'
import type { Obeyed, OwnerReply, StaffState, World } from './types.js'
import { say } from './wording.js'
import { yesNo } from './yes-no.js'

/** `exportar`: what the files hold is said first, since they hold everybody. */
export function askExport(staff: StaffState, world: World): Obeyed {
  return answer(staff, say(world, 'owner.export.ask'), { kind: 'export' })
}

/** After a plain yes, the contacts and the sales, each as a table; null for any other word. */
export function exportAnswer({ text }: Said, staff: StaffState, world: World): Answered | null {
  const said = yesNo(text, world.messages)
  if (said === null || said === 'seen') return null
  if (said === 'no') return done(answer(staff, say(world, 'owner.export.left')))
  const replies = [table('contacts', world), table('sales', world)]
  return done({ ...quiet({ ...staff, pending: null }), replies })
}

const WORDS = {
  contacts: { name: 'owner.export.contacts_file', text: 'owner.export.contacts' },
  sales: { name: 'owner.export.sales_file', text: 'owner.export.sales' },
} as const

function table(of: Extract<Making, { kind: 'table' }>['of'], world: World): OwnerReply {
  const { now, business } = world
  const name = say(world, WORDS[of].name, { day: dateCell(now, business.timeZone) })
  return { kind: 'file', text: say(world, WORDS[of].text), of: { kind: 'table', name, of } }
}

/** Whether an answer hands over what is known of everybody. */
export function handsOver(replies: readonly OwnerReply[]): boolean {
  return replies.some((reply) => reply.kind === 'file' && reply.of.kind === 'table')
}
