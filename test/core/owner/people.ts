import type { Account } from '../../../src/core/aftersale/call-list.js'
import { createMentions } from '../../../src/core/business/mentions.js'
import type { Business } from '../../../src/core/business/types.js'
import { createCommandParser, type ReadAmount } from '../../../src/core/owner/commands.js'
import { createItemsIn } from '../../../src/core/owner/items-in.js'
import { obey } from '../../../src/core/owner/obey.js'
import type { People } from '../../../src/core/owner/people.js'
import { createReadWhen } from '../../../src/core/owner/read-when.js'
import {
  NEW_STAFF,
  type Obeyed,
  type OpenLead,
  type StaffState,
  type World,
} from '../../../src/core/owner/types.js'
import type { ContactId } from '../../../src/core/types.js'
import { toDay } from '../../../src/core/understanding/civil.js'
import { createReader } from '../../../src/core/understanding/reader.js'
import { bogota, hilvan } from '../business/hilvan.js'
import { spanish } from '../schedule/spanish.js'
import { lexicon } from '../understanding/lexicon.js'

export const id = (text: string): ContactId => text as ContactId

/** Reads what these tests write: "840 mil", "2 millones", and a bare figure as the reader would. */
export const readAmount: ReadAmount = (text) => {
  const match = /(\d[\d.,]*)(?:\s*(millones|millón|mil))?/.exec(text)
  if (match === null) return null
  const figure = Number((match[1] ?? '').replace(/[.,]/g, ''))
  const scale = match[2] === undefined ? 1 : match[2] === 'mil' ? 1000 : 1_000_000
  return { value: figure * scale, span: [match.index, match.index + match[0].length] }
}

const read = createReader(lexicon)

export const parser = createCommandParser(spanish)

export const rosalba = { id: id('rosalba'), name: 'Rosalba', role: 'owner' } as const
export const fabian = { id: id('fabian'), name: 'Fabián', role: 'seller' } as const

export function lead(name: string, rest: Partial<OpenLead> = {}): OpenLead {
  return {
    id: id(name.toLowerCase()),
    name,
    phone: '+573000000214',
    organization: null,
    stage: 'opportunity',
    score: 80,
    summary: '20 camisetas polo',
    assignedTo: null,
    outcome: null,
    paused: false,
    pausedUntil: null,
    told: true,
    promise: 'hoy antes de las 6',
    promisedBy: bogota(10, '18:00'),
    attendedAt: null,
    postponed: null,
    nurture: null,
    refused: false,
    rehearsed: null,
    quote: null,
    vip: false,
    care: { call: null, meeting: null, manager: null, invitedAt: null },
    leftAlone: false,
    optedOut: false,
    items: [{ product: 'polo', quantity: 20 }],
    called: name,
    tickets: [],
    heardAt: bogota(10, '09:00'),
    ...rest,
  }
}

/** People as they are named where everybody is read: what an index offers is held against it. */
export function everybody(leads: readonly OpenLead[], accounts: readonly Account[] = []): People {
  return {
    likely: () => leads,
    fresh: () => leads,
    circle: () => leads,
    byId: (one) => leads.find((each) => each.id === one) ?? null,
    keyAccounts: () => accounts,
    customers: (most) => {
      const bought = accounts
        .filter(({ sales }) => sales > 0)
        .toSorted((a, b) => (b.lastSaleAt ?? '').localeCompare(a.lastSaleAt ?? ''))
      return { n: bought.length, last: bought.slice(0, most) }
    },
  }
}

/** A world, and of whom it knows more than their card. */
export type Rest = Partial<World> & { readonly accounts?: readonly Account[] }

export function world(leads: readonly OpenLead[], { accounts, ...rest }: Rest = {}): World {
  return {
    now: bogota(10, '10:34'),
    business: hilvan,
    messages: spanish,
    me: rosalba,
    pin: null,
    people: everybody(leads, accounts),
    quoted: null,
    quotedTicket: null,
    quotesNobody: false,
    lastCard: null,
    silence: null,
    rehearsal: null,
    rehearsed: null,
    model: 'on',
    undoable: null,
    lastNews: null,
    spokenSince: null,
    receipt: null,
    reacted: null,
    recordId: 'sale-1',
    checkIn: toDay(2026, 3, 13),
    parse: parser,
    readAmount,
    soundsAutomatic: () => false,
    itemsIn: createItemsIn(createMentions(rest.business ?? hilvan)),
    readWhen: createReadWhen({
      now: rest.now ?? bogota(10, '10:34'),
      business: rest.business ?? hilvan,
      holidays: new Set(),
      messages: spanish,
      read,
    }),
    learned: [],
    owed: [],
    gesture: null,
    listed: [],
    questions: [],
    askedOften: [],
    fits: () => false,
    gateFor: () => ({ kind: 'go' }),
    diagnose: () => ({
      signs: [],
      alerts: { good: 0, bad: 0, open: 0 },
      objections: [],
      proposal: null,
    }),
    ...rest,
  }
}

export const awake: StaffState = { ...NEW_STAFF, activated: true }

export function hear(text: string, at: World, staff: StaffState = awake): Obeyed {
  return obey(staff, { kind: 'text', text }, at)
}

/** The texts of an answer; a card is shown as its size and whom it is about. */
export function texts({ replies }: Obeyed): readonly string[] {
  return replies.map((each) => {
    if (each.kind === 'card') return `[${each.size} card of ${each.target}]`
    return each.kind === 'text' ? each.text : `[${each.kind}]`
  })
}

export const inSpain: Business = { ...hilvan, country: 'ES', currency: 'EUR', treatment: 'tú' }
