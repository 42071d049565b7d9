import type { Mentions } from '../business/mentions.js'
import type { Iso } from '../types.js'
import type { Reading } from '../understanding/types.js'

/** Nobody types faster, nor dictates: letters per second. */
const FASTEST = 15
/** What is so short may have been typed while we wrote. */
const LEAST_TYPED = 40
/** Lines that begin with a number or a letter to choose by. */
const CHOICE = /^\s*[*_([]{0,2}(?:\d{1,2}|[a-h])(?:\uFE0F?\u20E3|[*_]{0,2}\s?[).:\]–-])/i
const LEAST_CHOICES = 2

type Written = {
  readonly text: string
  readonly reading: Pick<Reading, 'cues' | 'budget'>
  readonly mentions: Pick<Mentions, 'products'>
}

/**
 * Whether a text sounds like the answer of a machine: the words that such answers have, or a menu of
 * numbered lines. A list of what somebody wants to buy is none.
 */
export function soundsAutomatic({ text, reading, mentions }: Written): boolean {
  if (reading.cues.includes('automatic')) return true
  if (mentions.products.length > 0 || reading.budget !== null || !text.includes('\n')) return false
  return text.split('\n').filter((line) => CHOICE.test(line)).length >= LEAST_CHOICES
}

/** Whether a text came sooner after our last words than a person can have typed it. */
export function isTooFast(text: string, at: Iso | undefined, spokeAt: Iso | null): boolean {
  if (at === undefined || spokeAt === null || text.length < LEAST_TYPED) return false
  const seconds = (Date.parse(at) - Date.parse(spokeAt)) / 1000
  // Within a second is two clocks, or a script that plays a talk: it says nothing.
  return seconds >= 1 && text.length / seconds > FASTEST
}
