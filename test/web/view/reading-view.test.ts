import { expect, test } from 'vitest'
import { createExplainer } from '../../../src/core/understanding/explain.js'
import type { Cue, Intent, Question } from '../../../src/core/understanding/types.js'
import { QUESTIONS } from '../../../src/web/reading-asked.js'
import { readingView } from '../../../src/web/view/reading-view.js'
import { lexicon, linesOf, TUESDAY } from '../../core/understanding/lexicon.js'
import { business, messages } from '../_house.js'

const explain = createExplainer(lexicon)

function viewOf(text: string, question: Question = 'open') {
  const frame = { messages, business, country: 'CO' }
  return readingView(explain(text, { question, country: 'CO', today: TUESDAY }), frame)
}

test('cuts the text where something was read and loses none of it', () => {
  const text = 'Hola, soy Ana: 20 camisas, unos 3 millones para el viernes'
  const view = viewOf(text)
  expect(view.text.map((one) => one.text).join('')).toBe(text)
  expect(view.text.filter(({ slot }) => slot !== null)).toEqual([
    { text: 'Ana', slot: 'name' },
    { text: '20 camisas', slot: 'quantity' },
    { text: 'unos 3 millones', slot: 'budget' },
    { text: 'para el viernes', slot: 'urgency' },
  ])
})

test('words every value as people do', () => {
  const values = (text: string, question?: Question) =>
    viewOf(text, question).lines.map(({ label, value }) => `${label}: ${value}`)
  expect(values('3 docenas de camisas')).toContain('Cantidad: 36 camisas')
  expect(values('tal vez', 'yesno')).toContain('Sí o no: Ni sí ni no')
  expect(values('un 9', 'nps')).toContain('Nota: 9')
  expect(values('¿cuánto vale?')).toContain('Qué quiere: Un precio o una cotización')
})

/** Every name in one list, so that a new one without words fails here. */
const INTENTS: readonly Intent[] = [
  ...(['opt_out', 'handoff', 'price', 'meeting'] as const),
  ...(['complaint', 'correction', 'greeting', 'thanks'] as const),
]
const CUES: readonly Cue[] = [
  ...(['greets', 'asks', 'unsure', 'declines', 'later', 'waits', 'cancels', 'restarts'] as const),
  ...(['back', 'angry', 'laughs', 'same', 'ambiguous_exit', 'sells', 'seeks_work'] as const),
  ...(['opts_in', 'my_data', 'erase_me', 'automatic', 'closes', 'opens'] as const),
]

test('there are words for everything that can be read or asked', () => {
  const keys = [
    ...INTENTS.map((name) => `web.reading.intent.${name}`),
    ...CUES.map((name) => `web.reading.cue.${name}`),
    ...QUESTIONS.map((name) => `web.reading.question.${name}`),
  ]
  expect(keys.filter((key) => !(key in messages))).toEqual([])
})

test('shows every labelled line without a fault', () => {
  for (const { text, context } of linesOf('test/fixtures/utterances/dev.jsonl')) {
    expect(
      viewOf(text, context)
        .text.map((one) => one.text)
        .join(''),
    ).toBe(text)
  }
})
