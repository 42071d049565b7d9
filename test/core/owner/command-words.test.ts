import { describe, expect, it } from 'vitest'
import {
  createCommandWords,
  KINDS,
  phrasesOf,
  wordsOf,
} from '../../../src/core/owner/command-words.js'
import { oneLetterAway } from '../../../src/core/owner/one-letter-away.js'
import { spanish } from '../schedule/spanish.js'
import { parser, readAmount } from './people.js'

const known = KINDS.flatMap((kind) => phrasesOf(kind, spanish).map((phrase) => ({ kind, phrase })))

describe('the ways of writing a word', () => {
  it('belong to one word each', () => {
    const twice = known.filter(({ phrase, kind }) =>
      known.some((other) => other.phrase === phrase && other.kind !== kind),
    )
    expect(twice).toEqual([])
  })

  it('are read as the word they stand for', () => {
    const words = createCommandWords(spanish)
    const wrong = known.filter(({ phrase, kind }) => words.at(wordsOf(phrase), 0)?.kind !== kind)
    expect(wrong).toEqual([])
  })

  it('ask when a slip lies between two of them', () => {
    const single = known.filter(({ phrase }) => !phrase.includes(' ') && phrase.length >= 5)
    const slips = single.flatMap(({ phrase }) =>
      Array.from(phrase, (_, at) => phrase.slice(0, at) + phrase.slice(at + 1)),
    )
    const unclear = slips.filter((slip) => {
      const kinds = new Set(
        single.filter(({ phrase }) => oneLetterAway(slip, phrase)).map(({ kind }) => kind),
      )
      return kinds.size > 1 && !known.some(({ phrase }) => phrase === slip)
    })
    for (const slip of unclear) expect(parser(slip, readAmount).kind).toBe('ambiguous')
  })
})
