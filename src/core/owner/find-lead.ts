import { type Messages, message } from '../messages.js'
import { wordsOfName } from './account-entry.js'
import { wordsOf } from './command-words.js'
import { firstOf, where } from './lazily.js'
import { oneLetterAway } from './one-letter-away.js'
import type { Candidates, Hint } from './people.js'
import type { OpenLead } from './types.js'

/** The hints by which a name that was written is looked for. */
type Written = Exclude<Hint, { kind: 'phone' | 'called' }>

/** Fewer digits than this are a place in a list, not the end of a phone. */
const LEAST_PHONE_DIGITS = 4
/** Shorter words of a name are too near to one another to be corrected. */
export const SHORTEST_CORRECTED = 5
const SHORTEST_PREFIX = 3

/**
 * Those whom the words may mean: the best kind of match that anybody has, from names written in full
 * to names begun or with one wrong letter. Every word must fit the same person. Read one by one.
 */
export function findLeads(people: Candidates, name: string): Iterable<OpenLead> {
  const hint = hintFor(people, name)
  return hint === null ? [] : fitting(people, hint)
}

/** Whether the words may mean this one: nobody else is read than it takes to know. */
export function mayMean(people: Candidates, name: string, lead: OpenLead): boolean {
  const hint = hintFor(people, name)
  return hint !== null && fits(lead, hint)
}

/** Whether anybody has every one of the words in their name or organization, or that phone. */
export function isNamed(people: Candidates, name: string): boolean {
  const hint = exactly(name)
  return hint !== null && isAnybody(people, hint)
}

/** Those with every one of the words in their name or organization, or with that phone. Read one by one. */
export function findExactly(people: Candidates, name: string): Iterable<OpenLead> {
  const hint = exactly(name)
  return hint === null ? [] : fitting(people, hint)
}

/** People who are known already, to be looked among. */
export function among(leads: readonly OpenLead[]): Candidates {
  return { likely: () => leads }
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

/** Whether a word as it was written is the beginning of a word of a name. */
export function isBeginning(written: string, known: string): boolean {
  return written === known || (written.length >= SHORTEST_PREFIX && known.startsWith(written))
}

/** Whether a word as it was written is a word of a name, or one with a slip. */
export function isSlip(written: string, known: string): boolean {
  return written === known || (known.length >= SHORTEST_CORRECTED && oneLetterAway(written, known))
}

/** The best kind of match that anybody has; null when nobody has any. */
function hintFor(people: Candidates, name: string): Written | null {
  const words = wordsOf(name).map(({ text }) => text)
  const hints: readonly (Written | null)[] = [
    exactly(name),
    { kind: 'begun', words },
    { kind: 'slips', words },
  ]
  return hints.find((hint) => hint !== null && isAnybody(people, hint)) ?? null
}

/** null for digits that are too few to be anybody's. */
function exactly(name: string): Written | null {
  const digits = name.replace(/[\s+().-]/g, '')
  if (!/^\d+$/.test(digits)) {
    return { kind: 'words', words: wordsOf(name).map(({ text }) => text) }
  }
  return digits.length < LEAST_PHONE_DIGITS ? null : { kind: 'digits', digits }
}

function fitting(people: Candidates, hint: Written): Iterable<OpenLead> {
  return where(people.likely(hint), (lead) => fits(lead, hint))
}

function isAnybody(people: Candidates, hint: Written): boolean {
  return firstOf(fitting(people, hint), 1).length > 0
}

function fits(lead: OpenLead, hint: Written): boolean {
  switch (hint.kind) {
    case 'digits':
      return lead.phone?.replace(/\D/g, '').endsWith(hint.digits) ?? false
    case 'words':
      return fitsWords(lead, hint.words, (written, known) => written === known)
    case 'begun':
      return fitsWords(lead, hint.words, isBeginning)
    case 'slips':
      return fitsWords(lead, hint.words, isSlip)
  }
}

function fitsWords(
  lead: OpenLead,
  words: readonly string[],
  isSame: (written: string, known: string) => boolean,
): boolean {
  const known = wordsOfName(lead)
  return words.length > 0 && words.every((written) => known.some((word) => isSame(written, word)))
}
