import { expect, test } from 'vitest'
import { createCommandParser } from '../../../src/core/owner/commands.js'
import type { Desk } from '../../../src/web/deps.js'
import { quickWord, quickWords } from '../../../src/web/view/quick-words.js'
import { messages } from '../_house.js'

test.each(['empty', 'card', 'taken', 'sold'] as const)(
  'the words to tap on a desk with %s are words that the bot knows',
  (desk) => {
    const parse = createCommandParser(messages)
    const words = quickWords(messages, desk)
    expect(words.length).toBeGreaterThan(3)
    for (const { text } of words) expect(parse(text, () => null).kind).toBe('command')
  },
)

test.each<[Desk, readonly string[]]>([
  ['empty', ['hoy', 'leads']],
  ['card', ['tomar', 'cotización']],
  ['taken', ['cotización', 'ganado']],
  ['sold', ['hoy', 'leads']],
  ['asked', ['sí', 'no']],
])('with %s before them the first words are %o', (desk, first) => {
  expect(
    quickWords(messages, desk)
      .slice(0, 2)
      .map(({ text }) => text),
  ).toEqual(first)
})

test('a word that wants an end is not whole', () => {
  expect(quickWord('perdido por…', messages)).toEqual({ text: 'perdido por', whole: false })
  expect(quickWord('posponer 3 días', messages)).toEqual({ text: 'posponer 3 días', whole: true })
})

test('a word the bot does not know is not offered', () => {
  const fewer = { ...messages, 'web.words.card': 'tomar · volar … · perdido por …' }
  expect(quickWords(fewer, 'card')).toEqual([
    { text: 'tomar', whole: true },
    { text: 'perdido por', whole: false },
  ])
})
