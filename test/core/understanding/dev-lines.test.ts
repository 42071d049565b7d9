import { describe, expect, test } from 'vitest'
import { linesOf, read } from './lexicon.js'
import { scoreLines, share } from './score.js'

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
