import type { Treatment } from '../types.js'
import { type Answered, tookNothingWanted } from './answered.js'
import { type Draft, quoteText, speak, tell } from './draft.js'
import { askedBeside, asksInWords, countSaid, guessOf } from './guessed.js'
import { handOver } from './hand-over.js'
import type { Heard } from './heard.js'

/** "y el domingo hasta qué hora", without a mark: asked where a fact answers it, and else no question. */
export function soundsAsked(draft: Draft, heard: Heard): boolean {
  // "Necesito turno" wants one, and asks nothing of it.
  if (heard.reading.intents.includes('meeting')) return false
  if (!tookNothingWanted(draft) || !asksInWords(draft, heard.text)) return false
  return guessOf(draft, heard)?.sure === true && sayGuessed(draft, heard)
}

/** What the index finds where the words of no fact were said; a model, where there is one, knows better than what is only likely. */
export function sayGuessed(draft: Draft, heard: Heard): boolean {
  const beside = askedBeside(draft, heard)
  const guess = tookNothingWanted(draft) ? guessOf(draft, heard) : null
  const isDoubtful = guess !== null && !guess.sure && beside.length === 0
  if (isDoubtful && draft.context.model === 'on') return false
  const ids = beside.length > 0 ? beside : guess === null ? [] : [guess.id]
  if (ids.length === 0) return false
  sayFacts(draft, heard, ids)
  if (isDoubtful) speak(draft, 'chat.perhaps')
  return true
}

/** Every fact they asked for, as far as a person would take them in at once. */
export function sayFacts(draft: Draft, heard: Heard, ids: readonly string[]): Answered {
  const { facts } = draft.context.business
  for (const fact of [...new Set(ids)]
    .slice(0, MOST_FACTS)
    .flatMap((id) => facts.filter((each) => each.id === id))) {
    sayFact(draft, heard, fact)
    countSaid(draft, fact.id)
  }
  return 'answered'
}

const MOST_FACTS = 3

function sayFact(
  draft: Draft,
  heard: Heard,
  fact: { id: string; text: Forms; passesOn: boolean },
): Answered {
  quoteText(draft, ({ facts, treatment }) => textOf(facts, fact.id, treatment))
  const text = fact.text[draft.context.business.treatment]
  // Whoever is promised that a person writes has to be known to that person.
  if (text.includes('{promesa}')) handOver(draft)
  // Of a moved appointment they hear anyway.
  const passesOn = fact.passesOn && !heard.reading.cues.includes('moves')
  if (passesOn) tell(draft, { kind: 'passed_on', fact: fact.id, said: heard.text })
  return 'answered'
}

type Forms = { readonly [T in Treatment]: string }

export function textOf(
  list: readonly { readonly id: string; readonly text: Forms }[],
  id: string,
  treatment: Treatment,
): string {
  return list.find((each) => each.id === id)?.text[treatment] ?? ''
}
