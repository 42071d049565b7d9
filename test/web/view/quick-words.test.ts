import { expect, test } from 'vitest'
import { createCommandParser } from '../../../src/core/owner/commands.js'
import { quickWords } from '../../../src/web/view/quick-words.js'
import { messages } from '../_house.js'

test('the words to tap are words that the bot knows', () => {
  const words = quickWords(messages)
  expect(words).toContainEqual({ text: 'tomar', whole: true })
  expect(words).toContainEqual({ text: 'ganado', whole: false })
  const parse = createCommandParser(messages)
  for (const { text } of words) expect(parse(text, () => null).kind).toBe('command')
})

test('a word the bot does not know is not offered', () => {
  const fewer = { ...messages, 'web.words': 'tomar · volar … · perdido por …' }
  expect(quickWords(fewer)).toEqual([
    { text: 'tomar', whole: true },
    { text: 'perdido por', whole: false },
  ])
})
