import { describe, expect, test } from 'vitest'
import { scoreLines, share } from '../../../src/commands/bench/score-lines.js'
import { linesOf, read } from './lexicon.js'

const BLIND_3 = ['andes', 'caribbean-spain', 'hard', 'mexico-central-america', 'south']

const score = scoreLines(read, linesOf('test/fixtures/utterances/dev.jsonl'))

describe('development lines', () => {
  test('no line of the development set is misread', () => {
    expect(score.misses).toEqual([])
    expect(share(score, 'whole utterance')).toBe(1)
  })

  test.each([...score.slots.keys()])('%s is right everywhere', (slot) => {
    expect(share(score, slot)).toBe(1)
  })
})

const own = scoreLines(read, linesOf('test/fixtures/utterances/own.jsonl'))

describe('our own lines of many countries', () => {
  test('at least 98 of 100 are read as they were when reviewed', () => {
    expect(own.misses.length / own.total, own.misses.join('\n')).toBeLessThan(0.02)
  })
})

const sayings = scoreLines(read, linesOf('test/fixtures/utterances/sayings.jsonl'))

/* Ways of saying one thing each, written to learn from: marks, sums and what is none, who decides, corrections. */
describe('sayings', () => {
  test('each is read', () => {
    expect(sayings.misses).toEqual([])
  })
})

/*
 * Written before the reader saw them and never edited since. Whole utterances right at the first run:
 * blind-1 395 of 423 (93.4 %), blind-2 192 of 212 (90.6 %, after blind-1 had been learned from).
 */
describe.each(['blind-1', 'blind-2'])('%s, lines written blind', (file) => {
  const blind = scoreLines(read, linesOf(`test/fixtures/utterances/${file}.jsonl`))

  test('at least 98 of 100 are read whole', () => {
    expect(blind.misses.length / blind.total, blind.misses.join('\n')).toBeLessThan(0.02)
  })

  test('nothing is reported where nothing is', () => {
    const absent = [...blind.slots.keys()].filter((slot) => slot.endsWith('(absent)'))
    expect(absent.map((slot) => [slot, share(blind, slot) >= 0.99])).toEqual(
      absent.map((slot) => [slot, true]),
    )
  })
})

/*
 * Written by others who never saw the reader. Odd lines were learned from; of even ones only rates were ever looked
 * at. First run: 75.4 % whole.
 */
describe('blind-3, lines of 21 countries written by others', () => {
  const lines = BLIND_3.flatMap((part) => linesOf(`test/fixtures/utterances/blind-3-${part}.jsonl`))
  const unread = lines.filter(({ id }) => Number(id.slice(1)) % 2 === 0)
  const score = scoreLines(read, unread)

  test.each([
    ['budget', 0.89],
    ['budget (absent)', 0.985],
    ['urgency', 0.93],
    ['urgency (absent)', 0.985],
    ['urgency:deadline days', 0.95],
    ['authority', 0.88],
    ['authority (absent)', 0.99],
    ['yes', 0.92],
    ['name', 0.87],
    ['name (absent)', 0.99],
    ['nps', 0.93],
    ['nps (absent)', 1],
    ['intent', 0.89],
    ['intent (none)', 0.975],
    ['whole utterance', 0.87],
  ])('of the lines never read %s is right in %f', (slot, least) => {
    expect(share(score, slot)).toBeGreaterThanOrEqual(least)
  })

  test('every country with thirty such lines is read whole in at least three of four', () => {
    const countries = [...new Set(unread.map(({ country }) => country))]
    const rates = countries.flatMap((country) => {
      const own = unread.filter((line) => line.country === country)
      return own.length < 30
        ? []
        : [{ country, rate: share(scoreLines(read, own), 'whole utterance') }]
    })
    expect(rates.length).toBeGreaterThan(12)
    expect(rates.filter(({ rate }) => rate < 0.75)).toEqual([])
  })
})

/*
 * Written by six more who never saw the reader, a third of it to be tempting. First run: marks 78.8 % whole, budgets
 * 87.5 %, negatives 81.4 %, dates 91.2 %; after those were learned from, tempting 83.6 %, budgets again 85.6 %.
 * Learned from: marks and both budgets whole, of the others the odd lines.
 */
describe('blind-4 and blind-5, lines of 21 countries written by others', () => {
  const linesIn = (file: string) => linesOf(`test/fixtures/utterances/${file}.jsonl`)
  const unread = ['blind-4-negatives', 'blind-4-dates', 'blind-5-tempting']
    .flatMap(linesIn)
    .filter(({ id }) => Number(id.slice(1)) % 2 === 0)
  const score = scoreLines(read, unread)

  test.each([
    ['budget', 0.89],
    ['budget (absent)', 0.98],
    ['urgency', 0.96],
    ['urgency (absent)', 0.975],
    ['urgency:deadline days', 0.91],
    ['authority', 0.93],
    ['authority (absent)', 0.985],
    ['yes', 0.82],
    ['name', 0.86],
    ['name (absent)', 0.985],
    ['nps', 0.95],
    ['nps (absent)', 0.998],
    ['intent', 0.86],
    ['intent (none)', 0.96],
    ['whole utterance', 0.85],
  ])('of the lines never read %s is right in %f', (slot, least) => {
    expect(share(score, slot)).toBeGreaterThanOrEqual(least)
  })

  test.each([
    ['blind-4-marks', 0.89],
    ['blind-4-budgets', 0.95],
    ['blind-5-budgets', 0.92],
  ])('of %s, which were learned from, %f are read whole', (file, least) => {
    expect(share(scoreLines(read, linesIn(file)), 'whole utterance')).toBeGreaterThanOrEqual(least)
  })
})

/*
 * Answers written by one more who never saw the reader: yes and no, who decides, names, marks, what is wanted. First
 * run: 84.2 % whole. Learned from: the odd lines.
 */
describe('blind-6-answers, lines of 22 countries written by others', () => {
  const lines = linesOf('test/fixtures/utterances/blind-6-answers.jsonl')
  const score = scoreLines(
    read,
    lines.filter(({ id }) => Number(id.slice(1)) % 2 === 0),
  )

  test.each([
    ['authority', 0.86],
    ['authority (absent)', 0.99],
    ['yes', 0.9],
    ['nps', 0.92],
    ['nps (absent)', 1],
    ['name', 0.87],
    ['name (absent)', 0.99],
    ['intent', 0.85],
    ['intent (none)', 1],
    ['whole utterance', 0.83],
  ])('of the lines never read %s is right in %f', (slot, least) => {
    expect(share(score, slot)).toBeGreaterThanOrEqual(least)
  })
})

/*
 * Written by one more who never saw the reader, read first after all of the above had been learned from: budget 97.3 %,
 * none reported 97.4 %, deadline 97.2 %, whole 93.3 %. Odd lines were learned from since.
 */
describe('blind-6-money, sums, dates and what is neither', () => {
  const lines = linesOf('test/fixtures/utterances/blind-6-money.jsonl')
  const score = scoreLines(
    read,
    lines.filter(({ id }) => Number(id.slice(1)) % 2 === 0),
  )

  test.each([
    ['budget', 0.95],
    ['budget (absent)', 0.96],
    ['urgency', 0.97],
    ['urgency (absent)', 0.98],
    ['urgency:deadline days', 0.97],
    ['whole utterance', 0.9],
  ])('of the lines never read %s is right in %f', (slot, least) => {
    expect(share(score, slot)).toBeGreaterThanOrEqual(least)
  })
})
