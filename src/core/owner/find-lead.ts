import { type Messages, message } from '../messages.js'
import { wordsOf } from './command-words.js'
import { oneLetterAway } from './one-letter-away.js'
import type { OpenLead } from './types.js'

/** Fewer digits than this are a place in a list, not the end of a phone. */
const LEAST_PHONE_DIGITS = 4
const SHORTEST_CORRECTED = 5
const SHORTEST_PREFIX = 3

/**
 * Those whom the words may mean: the best kind of match that anybody has, from names written in full
 * to names begun or with one wrong letter. Every word must fit the same person.
 */
export function findLeads(leads: readonly OpenLead[], name: string): readonly OpenLead[] {
  const exact = findExactly(leads, name)
  if (exact.length > 0) return exact
  const words = wordsOf(name).map(({ text }) => text)
  const begun = leads.filter((lead) => fits(lead, words, isBeginning))
  return begun.length > 0 ? begun : leads.filter((lead) => fits(lead, words, isSlip))
}

/** Those with every one of the words in their name or organization, or with that phone. */
export function findExactly(leads: readonly OpenLead[], name: string): readonly OpenLead[] {
  const digits = name.replace(/[\s+().-]/g, '')
  if (/^\d+$/.test(digits)) {
    if (digits.length < LEAST_PHONE_DIGITS) return []
    return leads.filter(({ phone }) => phone?.replace(/\D/g, '').endsWith(digits))
  }
  const words = wordsOf(name).map(({ text }) => text)
  return leads.filter((lead) => fits(lead, words, (written, known) => written === known))
}

/** How a lead is called: name, else organization, else phone. */
export function displayName(lead: OpenLead, messages: Messages): string {
  return lead.name ?? lead.organization ?? lead.phone ?? message(messages, 'owner.nameless')
}

/** What can be written after a command for this lead: the first word of the name, or the phone. */
export function shortName(lead: OpenLead, messages: Messages): string {
  return shortWord(displayName(lead, messages))
}

/** The same of a name that is known already. */
export function shortWord(called: string): string {
  return called.startsWith('+') ? called : (called.split(/\s+/)[0] ?? called).toLowerCase()
}

function fits(
  lead: OpenLead,
  words: readonly string[],
  isSame: (written: string, known: string) => boolean,
): boolean {
  const known = wordsOf(`${lead.name ?? ''} ${lead.organization ?? ''}`).map(({ text }) => text)
  return words.length > 0 && words.every((written) => known.some((word) => isSame(written, word)))
}

function isBeginning(written: string, known: string): boolean {
  return written === known || (written.length >= SHORTEST_PREFIX && known.startsWith(written))
}

function isSlip(written: string, known: string): boolean {
  return written === known || (known.length >= SHORTEST_CORRECTED && oneLetterAway(written, known))
}
