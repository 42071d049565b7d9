import type { Account } from '../aftersale/call-list.js'
import { itemsText } from '../business/quote.js'
import { answer, quiet } from './answer.js'
import { displayName } from './find-lead.js'
import { pastDayText } from './past-day-text.js'
import { plain } from './quoted.js'
import { satisfactionText } from './satisfaction-text.js'
import type { Obeyed, OpenLead, StaffState, World } from './types.js'
import { names, say } from './wording.js'

const MOST_LISTED = 10

type Customer = { readonly account: Account; readonly lead: OpenLead }

/** `clientes`: who bought last, first; a number answers with that one's card. */
export function listCustomers(staff: StaffState, world: World): Obeyed {
  const { n, last } = world.people.customers(MOST_LISTED)
  const listed = last.flatMap((account) => customerOf(account, world))
  if (listed.length === 0) return answer(staff, say(world, 'owner.customers.none'))
  const left = n - listed.length
  const text = [
    say(world, 'owner.customers.title', { n }),
    ...listed.map((each, at) => lineText(each, at + 1, world)),
    ...(left > 0 ? [say(world, 'owner.leads.more', { n: left })] : []),
    say(world, 'owner.customers.foot'),
  ].join('\n')
  const candidates = listed.map(({ lead }) => lead.id)
  const command = { kind: 'customer', name: null } as const
  return answer(staff, text, { kind: 'which', command, candidates })
}

/** `cliente ana`: what they bought, how it went and who they brought. */
export function showCustomer(lead: OpenLead, staff: StaffState, world: World): Obeyed {
  if (!hasBought(lead)) {
    return answer(staff, say(world, 'owner.customers.not_yet', names(lead, world)))
  }
  return { ...quiet(staff), replies: [{ kind: 'customer', target: lead.id }] }
}

/** `prospectar`: the sender writes to them themselves, under their own name. */
export function listProspects(staff: StaffState, { me }: World): Obeyed {
  const replies = [{ kind: 'prospects', by: me.name }] as const
  return { ...quiet({ ...staff, pending: null }), replies }
}

export function hasBought({ stage }: OpenLead): boolean {
  return stage === 'customer' || stage === 'repeat_customer' || stage === 'advocate'
}

function customerOf(account: Account, { people }: World): readonly Customer[] {
  const lead = people.byId(account.id)
  return lead === null ? [] : [{ account, lead }]
}

/** "1. *Ana* · el jueves 12 · 20 camisetas polo · contento · un caso abierto · llamada: ayer". */
function lineText({ account, lead }: Customer, n: number, world: World): string {
  const { business, messages, now } = world
  const day = (at: Account['lastSaleAt']): readonly string[] =>
    at === null ? [] : [pastDayText(at, now, business, messages)]
  const detail = [
    ...day(account.lastSaleAt),
    ...(account.bought.length > 0 ? [itemsText(business, account.bought, messages)] : []),
    ...satisfactionText(account.satisfaction, world),
    ...(account.openTickets > 0
      ? [say(world, 'owner.customers.tickets', { n: account.openTickets })]
      : []),
    ...day(account.touchedAt).map((called) =>
      say(world, 'owner.customers.called', { day: called }),
    ),
  ]
  const name = plain(displayName(lead, messages))
  return say(world, 'owner.leads.line', { n, name, detail: detail.join(' · ') })
}
