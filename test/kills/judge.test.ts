import { expect, test } from 'vitest'
import type { Outcome, Told } from './driver.js'
import { judge } from './judge.js'

const KNOWN = { stage: 'lead', slots: { budget: { value: 900 } } }

function told(phone: string, texts: readonly string[], known = KNOWN): Told {
  const bubbles = texts.map((text, i) => ({ seq: i + 1, id: `${phone}${i}`, to: phone, text }))
  return { phone, bubbles, known }
}

function verdictOn(conversation: Told): readonly string[] {
  const outcome: Outcome = {
    kills: 1,
    unfinishedKills: 1,
    readyMs: [],
    references: [told('r', ['buenos días', 'b', 'c']), told('s', ['buenas tardes', 'b', 'c'])],
    conversations: [conversation],
  }
  return Object.entries(judge(outcome))
    .filter(([, lines]) => lines.length > 0)
    .map(([name]) => name)
}

test.each<[string, Told, readonly string[]]>([
  ['an equal conversation', told('p', ['buenos días', 'b', 'c']), []],
  ['one like the later reference', told('p', ['buenas tardes', 'b', 'c']), []],
  ['an answer that never came', told('p', ['buenos días', 'b']), ['lost']],
  ['an answer too many', told('p', ['buenos días', 'b', 'c', 'd']), ['repeated', 'disordered']],
  ['the same text twice', told('p', ['buenos días', 'b', 'b']), ['repeated', 'disordered']],
  ['answers that changed places', told('p', ['buenos días', 'c', 'b']), ['disordered']],
  [
    'a slot that is gone',
    told('p', ['buenos días', 'b', 'c'], { stage: 'lead', slots: { budget: { value: 0 } } }),
    ['misplaced'],
  ],
])('%s is seen', (_, conversation, verdict) => {
  expect(verdictOn(conversation)).toEqual(verdict)
})

test('the same id twice is seen', () => {
  const conversation = told('p', ['buenos días', 'b', 'c'])
  const bubbles = conversation.bubbles.map((bubble) => ({ ...bubble, id: 'one' }))
  expect(verdictOn({ ...conversation, bubbles })).toEqual(['repeated'])
})
