import { expect, test } from 'vitest'
import type { Lexicon } from '../../../src/core/understanding/lexicon.js'
import { pack, unpack } from '../../../src/core/understanding/pack.js'
import { packLexicon } from '../../../src/core/understanding/pack-lexicon.js'
import { parsePhrase } from '../../../src/core/understanding/phrase.js'
import { createReader } from '../../../src/core/understanding/reader.js'
import { addPhrase, createTrie, type Node } from '../../../src/core/understanding/trie.js'
import { lexicon, linesOf, read } from './lexicon.js'
import { dayOf } from './score.js'

function automaton(phrases: Readonly<Record<string, string>>): Node {
  const trie = createTrie()
  for (const [phrase, tag] of Object.entries(phrases)) {
    addPhrase(trie, parsePhrase(phrase), { tag, value: '' })
  }
  return trie.root
}

test('an automaton that was told and read back is the same', () => {
  const root = automaton({ 'no (más|mas) de': 'max', 'no * <person>': 'other', no: 'no' })
  expect(unpack(pack(root))).toEqual(root)
})

test('what leads on in the same way is told once', () => {
  const { states } = pack(automaton({ '(a|b|c) d e': 'x', 'f d e': 'x' }))
  expect(states).toHaveLength(4)
})

test('the lexicon made ready reads every labelled line as the lexicon itself does', () => {
  const ready: Lexicon = JSON.parse(JSON.stringify(packLexicon(lexicon)))
  const readReady = createReader(ready)
  for (const name of ['dev', 'own', 'blind-3-south']) {
    for (const line of linesOf(`test/fixtures/utterances/${name}.jsonl`)) {
      const { text, context: question, country, reference } = line
      const options = { question, country, today: dayOf(reference) }
      expect(readReady(text, options)).toEqual(read(text, options))
    }
  }
})
