import { expect, test } from 'vitest'
import { dayOf } from '../../../src/commands/bench/score-lines.js'
import { findPhrases, openAutomaton } from '../../../src/core/understanding/automaton.js'
import { readTokens, vocabularyOf } from '../../../src/core/understanding/lexicon.js'
import { pack } from '../../../src/core/understanding/pack.js'
import { parsePhrase } from '../../../src/core/understanding/phrase.js'
import { createReader } from '../../../src/core/understanding/reader.js'
import { addPhrase, createTrie, type Node } from '../../../src/core/understanding/trie.js'
import { lexiconFiles, readLexiconFiles } from '../../../src/project/lexicon-files.js'
import { lexicon, linesOf, read } from './lexicon.js'

function automatonOf(phrases: Readonly<Record<string, string>>): Node {
  const trie = createTrie()
  for (const [phrase, tag] of Object.entries(phrases)) {
    addPhrase(trie, parsePhrase(phrase), { tag, value: '' })
  }
  return trie.root
}

/** What a small automaton finds in a text whose words know only their groups. */
function findIn(phrases: Readonly<Record<string, string>>, text: string): readonly string[] {
  const ready = openAutomaton(pack(automatonOf(phrases)))
  const groups: { readonly [word: string]: ReadonlySet<string> } = { socio: new Set(['person']) }
  const tokens = readTokens(text, vocabularyOf({ languages: {} }, '')).map((token) => ({
    ...token,
    groups: groups[token.word] ?? null,
  }))
  return findPhrases([ready], tokens).map(({ tag, from, to }) => `${tag} ${from}-${to}`)
}

test('an automaton finds words, alternatives, groups and any word, of each tag the longest', () => {
  const phrases = { 'no (más|mas) de': 'max', 'no * <person>': 'other', no: 'max', 'a de': 'x' }
  expect(findIn(phrases, 'no mas de')).toEqual(['max 0-3'])
  expect(findIn(phrases, 'no mi socio')).toEqual(['max 0-1', 'other 0-3'])
  expect(findIn(phrases, 'no , socio')).toEqual(['max 0-1'])
  expect(findIn(phrases, 'a b de')).toEqual([])
})

test('what leads on in the same way is told once', () => {
  const { begins } = openAutomaton(pack(automatonOf({ '(a|b|c) d e': 'x', 'f d e': 'x' })))
  expect(begins).toHaveLength(4)
})

test('more states than a cell can tell are refused', () => {
  const many = Object.fromEntries(Array.from({ length: 66_000 }, (_, i) => [`w${i}`, 'x']))
  expect(() => pack(automatonOf(many))).toThrow('more than')
})

test('the lexicon made ready reads every labelled line as the lexicon itself does', () => {
  const ready = readLexiconFiles(lexiconFiles(lexicon))
  const readReady = createReader(ready)
  for (const name of ['dev', 'own', 'blind-3-south']) {
    for (const line of linesOf(`test/fixtures/utterances/${name}.jsonl`)) {
      const { text, context: question, country, reference } = line
      const options = { question, country, today: dayOf(reference) }
      expect(readReady(text, options)).toEqual(read(text, options))
    }
  }
})
