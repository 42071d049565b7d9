import { expect, test } from 'vitest'
import { dayOf } from '../../../src/commands/bench/score-lines.js'
import { toDay } from '../../../src/core/understanding/civil.js'
import { createExplainer, type Explanation } from '../../../src/core/understanding/explain.js'
import type { Question } from '../../../src/core/understanding/types.js'
import { lexicon, linesOf, read } from './lexicon.js'

const explain = createExplainer(lexicon)
const today = toDay(2026, 3, 10)

function heard(text: string, question: Question = 'open'): Explanation {
  return explain(text, { question, country: 'CO', today })
}

test('names the words that a budget and its bound rest on', () => {
  const { explained } = heard('soy Ana, no más de 3 millones')
  const budget = explained.find(({ slot }) => slot === 'budget')
  expect(budget?.said).toBe('no más de 3 millones')
  expect(budget?.grounds).toEqual([
    { tag: 'limit_before', value: 'max', said: 'no más de', span: [9, 18] },
    { tag: 'number', value: '3000000', said: '3 millones', span: [19, 29] },
  ])
  expect(explained.map(({ slot }) => slot)).toEqual(['name', 'budget'])
})

test('gives an intent and a cue the place of the phrase that says so', () => {
  const { explained } = heard('pésimo servicio, quiero hablar con una persona')
  const intent = explained.find(({ slot, value }) => slot === 'intent' && value === 'handoff')
  expect(intent?.said).toContain('hablar con una persona')
  expect(intent?.grounds[0]?.tag).toBe('handoff')
})

test('reads exactly what the reader reads', () => {
  for (const { text, context, country, reference } of linesOf(
    'test/fixtures/utterances/dev.jsonl',
  )) {
    const options = { question: context, country, today: dayOf(reference) }
    expect(explain(text, options).reading).toEqual(read(text, options))
  }
})

/** A name, a weekday or a month is a word by itself: no phrase carries it. */
const SPOKEN = ['budget', 'authority', 'yes', 'nps', 'quantity']

test('finds words under whatever was read, in all that was ever labelled', () => {
  const bare = ['dev', 'own', 'blind-1', 'blind-2'].flatMap((name) =>
    linesOf(`test/fixtures/utterances/${name}.jsonl`).flatMap((line) => {
      const { text, context, country, reference } = line
      const { explained } = explain(text, { question: context, country, today: dayOf(reference) })
      const without = explained.filter(
        ({ slot, grounds }) => SPOKEN.includes(slot) && !grounds.length,
      )
      return without.map(({ slot, said }) => `${text}: ${slot} «${said}»`)
    }),
  )
  expect(bare).toEqual([])
})

test('every place it names is where those words stand', () => {
  const text = 'Hola 👋, necesito 3 docenas pa’l viernes; unos 900 y decido yo'
  for (const { said, span, grounds } of heard(text).explained) {
    expect(text.slice(...span)).toBe(said)
    for (const ground of grounds) expect(text.slice(...ground.span)).toBe(ground.said)
  }
})
