import { wordList } from '../business/word-list.js'
import type { ContactId } from '../types.js'
import { wordsOf } from './command-words.js'
import { among, displayName, findLeads } from './find-lead.js'
import type { Aimed } from './target.js'
import type { OpenLead, World } from './types.js'
import { say } from './wording.js'

/** A list longer than this is not a question any more. */
export const MOST_LISTED = 9

const QUESTIONS: { readonly [K in Aimed['kind']]: string } = {
  lead: 'owner.which.lead',
  customer: 'owner.which.lead',
  take: 'owner.which.take',
  release: 'owner.which.release',
  won: 'owner.which.won',
  sale: 'owner.which.sale',
  lost: 'owner.which.lost',
  pause: 'owner.which.pause',
  resume: 'owner.which.resume',
  postpone: 'owner.which.postpone',
  unfollow: 'owner.which.unfollow',
  opt_out: 'owner.which.opt_out',
  erase: 'owner.which.erase',
  note: 'owner.which.note',
  respond: 'owner.which.respond',
  draft: 'owner.which.respond',
  quote: 'owner.which.quote',
  vip: 'owner.which.vip',
  unvip: 'owner.which.unvip',
  deliver: 'owner.which.deliver',
  call: 'owner.which.call',
  called: 'owner.which.called',
  not_called: 'owner.which.called',
  meeting: 'owner.which.meeting',
  cancel_meeting: 'owner.which.meeting',
  drop_call: 'owner.which.lead',
  entrust: 'owner.which.entrust',
  ignore: 'owner.which.ignore',
  attend: 'owner.which.attend',
}

/**
 * Asks which of several is meant: "Hay dos Anas: 1. La Alacena 2. Colegio ¿Cuál?" for namesakes,
 * "¿Cuál se perdió? 1. Camilo, 15 camisas 2. Diana, batas" for others.
 */
export function whichText(command: Aimed, among: readonly OpenLead[], world: World): string {
  const listed = among.slice(0, MOST_LISTED)
  const shared = sharedName(listed)
  const line = (label: string, at: number): string =>
    say(world, 'owner.which.line', { n: at + 1, label })
  if (shared === null) {
    const lines = listed.map((lead, at) => line(label(lead, world), at))
    return [say(world, QUESTIONS[command.kind]), ...lines].join('\n')
  }
  const count = say(world, 'owner.which.count', {}, listed.length - 2)
  const title = /[aeiou]$/i.test(shared)
    ? say(world, 'owner.which.namesakes', { count, names: `${shared}s` })
    : say(world, 'owner.which.same_name', { count, name: shared })
  const names = new Set(listed.map(({ name }) => name))
  // What they do says more of them than a surname, where it is known of all.
  const isByName =
    names.size === listed.length && listed.some(({ organization }) => organization === null)
  const apart = (lead: OpenLead): string =>
    isByName ? label(lead, world) : toldApart(lead, listed)
  const lines = listed.map((lead, at) => line(apart(lead), at))
  return [title, ...lines, say(world, 'owner.which.answer')].join('\n')
}

/** Which of the listed an answer means: its number, "la 2", "el segundo", or words of the name. */
export function chosen(
  text: string,
  candidates: readonly ContactId[],
  world: World,
): OpenLead | null {
  const place = placeIn(text, world)
  const at = (id: ContactId | undefined): OpenLead | null =>
    id === undefined ? null : world.people.byId(id)
  if (place !== null) return at(candidates[place - 1])
  const listed = candidates.flatMap((id) => at(id) ?? [])
  const [only, another] = findLeads(among(listed), withoutFiller(text, world))
  if (only !== undefined) return another === undefined ? only : null
  const [wanting, other] = listed.filter((lead) => wants(lead, withoutFiller(text, world)))
  return wanting !== undefined && other === undefined ? wanting : null
}

/** "el de las camisetas": every word stands in what they want. */
function wants({ summary }: OpenLead, text: string): boolean {
  const wanted = wordsOf(summary).map((word) => word.text)
  const words = wordsOf(text).filter((word) => word.text.length >= SHORTEST_THING)
  return words.length > 0 && words.every((word) => wanted.includes(word.text))
}

/** Shorter words say nothing of what somebody wants. */
const SHORTEST_THING = 4

/** A place in a list, counted from 1, when the text is nothing else; null otherwise. */
export function placeIn(text: string, world: World): number | null {
  const words = wordsOf(withoutFiller(text, world)).map((word) => word.text)
  const [word] = words
  if (word === undefined || words.length > 1) return null
  if (/^\d{1,2}$/.test(word)) return Number(word)
  const ordinals = wordList(world.messages, 'owner.words.ordinals')
  const ordinal = ordinals.indexOf(word.replace(/[oa]$/, ''))
  return ordinal < 0 ? null : ordinal + 1
}

function withoutFiller(text: string, world: World): string {
  const filler = wordList(world.messages, 'owner.words.filler')
  const kept = wordsOf(text).filter((word) => !filler.includes(word.text))
  return kept.map(({ text: word }) => word).join(' ')
}

function sharedName(among: readonly OpenLead[]): string | null {
  const [first, ...others] = among.map(({ name }) => name?.split(/\s+/)[0] ?? null)
  if (first === undefined || first === null || others.length === 0) return null
  return others.every((name) => name?.toLowerCase() === first.toLowerCase()) ? first : null
}

function label(lead: OpenLead, world: World): string {
  const name = displayName(lead, world.messages)
  const told = detail(lead)
  return told === '' || told === name
    ? name
    : say(world, 'owner.which.label', { name, detail: told })
}

/** What tells namesakes apart; where it is the same for two, the end of their number does. */
function toldApart(lead: OpenLead, among: readonly OpenLead[]): string {
  const told = detail(lead)
  const alike = among.filter((each) => detail(each) === told).length > 1
  return alike && lead.phone !== null ? `${told} · ${lead.phone.slice(-4)}` : told
}

function detail(lead: OpenLead): string {
  if (lead.name !== null && lead.organization !== null) return lead.organization
  return lead.summary === '' ? (lead.phone ?? '') : lead.summary
}
