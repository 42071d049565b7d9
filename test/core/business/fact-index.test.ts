import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createFactIndex, PRICE_OF } from '../../../src/core/business/fact-index.js'
import { contextOf, NOW } from '../conversation/_engine.js'
import { MESSAGES } from '../flow/written.js'

const { business } = contextOf(NOW)
const find = createFactIndex(business, MESSAGES)

type Line = { readonly question: string; readonly fact: string }
/** Written from the texts of the facts alone, before anything looked for them. */
const LINES = readFileSync(
  join(import.meta.dirname, '../../fixtures/questions/hilvan.jsonl'),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line): Line => JSON.parse(line))

/** Both say that one's own garment is embroidered for so much. */
const SAME = new Map([[`${PRICE_OF}bordado`, 'prenda-propia']])

function place({ question, fact }: Line): number {
  return find(question, 8).findIndex(({ id }) => (SAME.get(id) ?? id) === fact)
}

describe('of two hundred questions', () => {
  const places = LINES.map(place)
  const first = (of: readonly number[]): number => of.filter((at) => at === 0).length / of.length

  test('the fact that answers is among the first eight for 95 in 100', () => {
    const found = places.filter((at) => at >= 0).length
    expect(LINES.length).toBeGreaterThanOrEqual(200)
    expect(found / LINES.length).toBeGreaterThanOrEqual(0.95)
  })

  test('it is the first one for 93 in 100', () => {
    expect(first(places)).toBeGreaterThanOrEqual(0.93)
  })

  // The index was made better while looking at the others only.
  test('it is the first one for 90 in 100 of those that nobody looked at', () => {
    expect(first(places.filter((_, at) => at % 2 === 1))).toBeGreaterThanOrEqual(0.9)
  })
})

test.each([
  ['a word with another ending', 'ubicados?', 'direccion'],
  ['no accents', 'la direccion', 'direccion'],
  ['a word that means the same', 'hay que dar adelanto?', 'pago'],
  ['a letter wrong', 'tienen catálgo?', 'catalogo'],
])('finds it with %s', (_, question, fact) => {
  expect(find(question, 1)[0]?.id).toBe(fact)
})

test('finds nothing in words that it does not know', () => {
  expect(find('xyzzy', 3)).toEqual([])
})

test('finds what an owner taught, which has no words of its own', () => {
  const forms = { usted: 'Enviamos a Pasto.', tú: 'Enviamos a Pasto.', vos: 'Enviamos a Pasto.' }
  const taught = { id: 'f1', words: [], text: forms, passesOn: false }
  const index = createFactIndex({ ...business, facts: [...business.facts, taught] }, MESSAGES)
  expect(index('hacen envíos a pasto?', 1)[0]?.id).toBe('f1')
})
