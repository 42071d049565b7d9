import { wordList } from '../business/word-list.js'
import type { AskStep } from '../flow/types.js'
import { namedInWords } from './choice-in-words.js'
import { type Draft, flowOf } from './draft.js'
import type { Heard } from './heard.js'
import { noteSlot, slotOf } from './note-slot.js'

/** A shorter word names nothing by itself. */
const SHORTEST = 4

/**
 * "Tengo Swiss Medical", while something else is asked or before anything is: a choice that this talk asks for elsewhere
 * is taken where they name it, and not asked any more. What they ask about they have not chosen.
 */
export function takeNamedOptions(draft: Draft, heard: Heard): void {
  if (heard.reading.cues.includes('asks') || heard.reading.intents.includes('price')) return
  const flow = flowOf(draft)
  for (const step of Object.values(flow.steps)) {
    if (step.kind !== 'ask' || step.id === heard.asked?.step.id) continue
    const [slot, ...others] = step.slots
    if (slot === undefined || others.length > 0 || flow.slots[slot] !== 'option') continue
    if (slotOf(draft, slot) !== undefined) continue
    const id = namedInWords(draft, heard, telling(draft, step))
    const value = step.options.find((option) => option.id === id)?.value ?? null
    if (value !== null) noteSlot(draft, heard, slot, value, { said: heard.text, confidence: 0.9 })
  }
}

/** The step with those words of its options alone that name a thing: "otra" and "no" say so only where it was asked. */
function telling({ context: { messages } }: Draft, step: AskStep): AskStep {
  const small = [
    ...wordList(messages, 'order.small_words'),
    ...wordList(messages, 'order.fact_filler'),
  ]
  const names = (phrase: string): boolean =>
    phrase.split(' ').some((word) => word.length >= SHORTEST && !small.includes(word))
  return {
    ...step,
    options: step.options.map((option) => ({ ...option, words: option.words.filter(names) })),
  }
}
