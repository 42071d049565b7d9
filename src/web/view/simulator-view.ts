import type { Simulator } from '../../channels/simulator/simulator.js'
import type { StaffMember } from '../../core/business/types.js'
import type { Desk, LogEntry, Person, WebDeps, WhatsAppStatus } from '../deps.js'
import { type Bubble, chatView, type Proof } from './chat-view.js'
import { type Invented, inventedPerson } from './invented-person.js'
import { type Known, knownView } from './known-view.js'
import { pathView, type StageView } from './path-view.js'
import { firstName, type PersonView, peopleView } from './people-view.js'
import type { Wall } from './when.js'

export type Chat = {
  readonly phone: string
  readonly typing: boolean
  /** Handed over and not looked at yet. */
  readonly unread: number
  readonly bubbles: readonly Bubble[]
}

/** Everything the simulator page shows at one moment. */
export type SimulatorView = {
  readonly wall: Wall
  readonly line: WhatsAppStatus
  readonly people: readonly PersonView[]
  /** The next invented person, for whoever does not want to think one up. */
  readonly next: Invented
  /** `name` is how they are called on the page; `draft` what their profile will say. */
  readonly prospect: Chat & { readonly name: string; readonly draft: string | null }
  readonly known: Known
  /** The bot answers nobody, at the owner's word. */
  readonly silent: boolean
  readonly path: readonly StageView[]
  /** Null in a business without staff. */
  readonly owner: (Chat & { readonly member: StaffMember; readonly desk: Desk }) | null
  /** The owner's phone when it has never written, so that the page says hello from it. */
  readonly greetFrom: string | null
}

export type Wanted = {
  readonly phone: string | null
  readonly staff: string | null
  /** Profile name of a person who has not written yet. */
  readonly draft: string | null
}

/**
 * Reads the chosen chats and what is known. Without a choice it is the latest prospect, or somebody
 * invented when nobody has written yet, and the first of the staff.
 */
export function simulatorView(deps: WebDeps, simulator: Simulator, wanted: Wanted): SimulatorView {
  const { messages, business } = deps
  const wall: Wall = { now: deps.now(), business, messages }
  const staff: readonly string[] = business.staff.map((member) => member.phone)
  const people = deps.people().filter(({ phone }) => !staff.includes(phone))
  const taken = [...staff, ...people.map((one) => one.phone)]
  const invented = inventedPerson(messages, business.country, taken)
  const { phone, name, draft } = chosenPerson(people, invented, wanted)
  const insight = deps.insight(phone)
  const known = knownView(insight, firstName(name), wall)
  const read = (of: string, said: readonly Proof[]) =>
    readChat(deps, simulator, of, { ...wall, said })
  const member = business.staff.find((one) => one.phone === wanted.staff) ?? business.staff[0]
  const readOwner = (one: StaffMember) => ({
    ...read(one.phone, []),
    member: one,
    desk: deps.desk(one.phone),
  })
  return {
    wall,
    line: deps.whatsappStatus(),
    people: peopleView(people, { phone, name }, wall),
    next: inventedPerson(messages, business.country, [...taken, phone]),
    prospect: { ...read(phone, proofsOf(known)), name, draft },
    known,
    silent: insight.silence !== null,
    path: pathView(insight, wall),
    owner: member === undefined ? null : readOwner(member),
    greetFrom: silentOwner(deps),
  }
}

type Chosen = Pick<SimulatorView['prospect'], 'phone' | 'name' | 'draft'>

/** A draft names somebody only until they have written. */
function chosenPerson(people: readonly Person[], invented: Invented, wanted: Wanted): Chosen {
  const latest = people.toSorted((a, b) => (b.lastAt ?? '').localeCompare(a.lastAt ?? ''))[0]
  const phone = wanted.phone ?? latest?.phone ?? invented.phone
  const person = people.find((one) => one.phone === phone)
  if (person !== undefined) return { phone, name: person.name ?? phone, draft: null }
  const draft = wanted.draft ?? (phone === invented.phone ? invented.name : null)
  return { phone, name: draft ?? phone, draft }
}

type Frame = Parameters<typeof chatView>[1]

function readChat(deps: WebDeps, simulator: Simulator, phone: string, frame: Frame): Chat {
  const log = deps.conversation(phone)
  return {
    phone,
    typing: simulator.botTypes(phone),
    unread: log.filter(isUnread).length,
    bubbles: chatView(log, frame),
  }
}

function isUnread(entry: LogEntry): boolean {
  return entry.author === 'bot' && (entry.status === 'acknowledged' || entry.status === 'delivered')
}

function proofsOf({ facts }: Known): readonly Proof[] {
  return facts.flatMap(({ proofs }) => proofs)
}

/** Nobody can be told anything before they have written to the line. */
function silentOwner(deps: WebDeps): string | null {
  const owner = deps.business.staff[0]?.phone
  if (owner === undefined) return null
  const log = deps.conversation(owner)
  return log.every((entry) => entry.author !== 'contact') ? owner : null
}
