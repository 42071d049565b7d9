import { describe, expect, test } from 'vitest'
import { linesOf, read } from './lexicon.js'
import { scoreLines, share } from './score.js'

const score = scoreLines(read, linesOf('test/fixtures/utterances/dev.jsonl'))

describe('development lines', () => {
  test('most utterances are read wholly right', () => {
    if (process.env['VERBOSE']) process.stdout.write(`${score.misses.join('\n')}\n${[...score.slots].map(([k,v])=>`${k} ${v.right}/${v.total}`).join('\n')}\n`)
    expect(share(score, 'whole utterance')).toBeGreaterThan(0.85)
  })
})
