import { type Draft, tell } from './draft.js'
import type { Event } from './events.js'
import type { Turn } from './llm.js'
import { verifySummary } from './verify.js'

/** What is left of one message that goes to a model beside others, and of all of them. */
const LONGEST = 400
const LONGEST_TALK = 4_000
/** Of fewer messages the card says everything. */
const FEWEST = 3

/** Two lines fit under a card. */
const MOST_LINES = 2

/** What a model made of the talk reaches whoever has the card, if nothing in it is made up. */
export function takeSummary(
  draft: Draft,
  { question, answer }: Extract<Event, { kind: 'summarised' }>,
): void {
  if (draft.inquiry === null || !answer.ok || !('text' in answer)) return
  const text = answer.text.trim()
  if (text === '') return
  const said = question.talk.map((turn) => turn.text).join('\n')
  const long = text.split(/\n+/).length > MOST_LINES
  const rule = long ? 'length' : verifySummary(text, said, draft.context)
  if (rule === null) tell(draft, { kind: 'summary', text })
  else draft.effects.push({ kind: 'llm_refused', question: question.id, rule })
}

/** The end of a talk, as long as a model is told it; null where there is nothing to sum up. */
export function talkToSum(talk: readonly Turn[]): readonly Turn[] | null {
  const said = talk.filter(({ who }) => who === 'person')
  return said.length < FEWEST ? null : lastOf(talk)
}

/** As much of the end of a talk as a model is told, each message cut. */
export function lastOf(talk: readonly Turn[]): readonly Turn[] {
  const kept: Turn[] = []
  let letters = 0
  for (const { who, text } of talk.toReversed()) {
    const cut = text.slice(0, LONGEST)
    letters += cut.length
    if (letters > LONGEST_TALK) break
    kept.unshift({ who, text: cut })
  }
  return kept
}
