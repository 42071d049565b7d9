import type { Simulator } from '../../channels/simulator/simulator.js'
import { message } from '../../core/messages.js'
import { stageText } from '../../core/owner/stage-text.js'
import type { LogEntry, Person, WebDeps } from '../deps.js'
import { type Bubble, chatView } from './chat-view.js'
import { inventedPerson } from './invented-person.js'
import { type Known, knownView } from './known-view.js'

export type PersonChip = {
  readonly phone: string
  readonly name: string
  readonly initials: string
  readonly stage: string
}

export type Chat = {
  readonly phone: string
  readonly typing: boolean
  readonly bubbles: readonly Bubble[]
}

/** Everything the simulator page shows at one moment. */
export type SimulatorView = {
  readonly now: string
  readonly people: readonly PersonChip[]
  /** The next invented person, for whoever does not want to think one up. */
  readonly next: { readonly phone: string; readonly name: string }
  /** Null when nobody has written and nobody was chosen. */
  readonly prospect: Chat | null
  readonly known: Known | null
  readonly owner: Chat | null
  /** The owner's phone when it has never written, so that the page says hello from it. */
  readonly greetFrom: string | null
}

export type Wanted = {
  readonly phone: string | null
  readonly staff: string | null
  /** Profile name of a person who has not written yet. */
  readonly draft: string | null
}

/** Reads the chosen chats and what is known; without a choice, the latest prospect and the owner. */
export async function simulatorView(
  deps: WebDeps,
  simulator: Simulator,
  wanted: Wanted,
): Promise<SimulatorView> {
  const { messages, business } = deps
  const staff = business.staff.map((member) => member.phone as string)
  const people = (await deps.people()).filter((person) => !staff.includes(person.phone))
  const latest = [...people].sort((a, b) => (b.lastAt ?? '').localeCompare(a.lastAt ?? ''))
  const phone = wanted.phone ?? latest[0]?.phone ?? null
  const staffPhone = staff.find((one) => one === wanted.staff) ?? staff[0] ?? null
  const known = phone === null ? null : knownView(await deps.contactView(phone), messages, business)
  const said = known?.facts.map((fact) => fact.said) ?? []
  const chat = async (of: string, marked: readonly string[]): Promise<Chat> => ({
    phone: of,
    typing: simulator.botTypes(of),
    bubbles: chatView(await deps.conversation(of), { messages, business, said: marked }),
  })
  return {
    now: deps.now().toISOString(),
    people: chips(latest, phone, wanted.draft, deps),
    next: inventedPerson(
      messages,
      people.map((person) => person.phone),
    ),
    prospect: phone === null ? null : await chat(phone, said),
    known,
    owner: staffPhone === null ? null : await chat(staffPhone, []),
    greetFrom: staff[0] !== undefined && (await isSilent(deps, staff[0])) ? staff[0] : null,
  }
}

async function isSilent(deps: WebDeps, phone: string): Promise<boolean> {
  const log: readonly LogEntry[] = await deps.conversation(phone)
  return log.every((entry) => entry.author !== 'contact')
}

function chips(
  people: readonly Person[],
  phone: string | null,
  draft: string | null,
  { messages }: WebDeps,
): readonly PersonChip[] {
  const known = people.map((person) => ({
    phone: person.phone,
    name: person.name ?? person.phone,
    initials: initials(person.name ?? ''),
    stage: person.stage === null ? '' : stageText(person.stage, messages),
  }))
  if (phone === null || people.some((person) => person.phone === phone)) return known
  const name = draft ?? phone
  const stage = message(messages, 'web.people.new')
  return [{ phone, name, initials: initials(draft ?? ''), stage }, ...known]
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word))
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return (
    letters
      .map((word) => [...(word ?? '')][0] ?? '')
      .join('')
      .toUpperCase() || '+'
  )
}
