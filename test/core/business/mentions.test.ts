import { describe, expect, it } from 'vitest'
import { findFact } from '../../../src/core/business/find-fact.js'
import { createMentions } from '../../../src/core/business/mentions.js'
import { fold } from '../../../src/core/understanding/normalise.js'
import type { Reading } from '../../../src/core/understanding/types.js'
import { hilvan } from './hilvan.js'

const mentionsIn = createMentions(hilvan)
const named = (text: string): readonly string[] => {
  const found = mentionsIn(fold(text))
  return [...found.products, ...found.notMade, ...found.facts].map(({ id }) => id)
}

describe('what a text names', () => {
  it.each([
    ['20 camisetas polo', ['polo']],
    ['CAMISETA POLO', ['polo']],
    ['unos delantales y camisas', ['delantal', 'camisa']],
    ['un delantal', ['delantal']],
    ['un pantalón', ['pantalon']],
    ['pantalones drill', ['pantalon']],
    ['camisas de dotación', ['camisa']],
    ['camisas de dotaciones', ['camisa']],
    ['una camisa de seda', ['zapatos']],
    ['camisón', []],
    ['miscamisas', []],
    ['¿a qué hora abren?', ['horario', 'horario']],
    ['polos, mandiles', ['polo', 'delantal']],
    ['', []],
    ['camisa', ['camisa']],
    ['camisitas y un delantalcito', ['camisa', 'delantal']],
    ['pantaloncitos', ['pantalon']],
    ['la bonita capita', []],
    ['camisa de', ['camisa']],
    ['camisa de delantal', ['camisa', 'delantal']],
    ['camiza y delantl', ['camisa', 'delantal']],
    ['camisaa', ['camisa']],
    ['camias', ['camisa']],
    ['camizaz', []],
  ])('%j names %j', (text, ids) => {
    expect(named(text)).toEqual(ids)
  })

  it('gives where it stands in the folded text', () => {
    const folded = fold('Hola,  necesito CAMISETAS polo')
    const [mention] = mentionsIn(folded).products
    expect(mention && folded.slice(...mention.span)).toBe('camisetas polo')
  })

  it('knows a kind of buyer once, and beside what they want', () => {
    const found = mentionsIn(fold('del restaurante La Alacena, otro restaurante: 20 polos'))
    expect(found.personas).toEqual(['restaurante'])
    expect(found.products.map(({ id }) => id)).toEqual(['polo'])
  })

  it('stays linear on a long text', () => {
    const found = mentionsIn('camisa de '.repeat(20_000))
    expect(found.products).toHaveLength(20_000)
  })
})

describe('the fact that answers', () => {
  const read = (
    cues: Reading['cues'],
    intents: Reading['intents'],
  ): Pick<Reading, 'cues' | 'intents'> => ({
    cues,
    intents,
  })
  const answer = (text: string, reading: Pick<Reading, 'cues' | 'intents'>): unknown => {
    const found = findFact(hilvan, mentionsIn(fold(text)), reading)
    if (found === null) return null
    return found.kind === 'fact' ? found.fact.id : found.products.map(({ id }) => id)
  }

  it.each([
    ['cuánto valen las camisas', read(['asks'], ['price']), ['camisa']],
    ['precio de camisas y delantales', read(['asks'], ['price']), ['camisa', 'delantal']],
    ['cuánto valen las camisas con logo', read(['asks'], ['price']), ['camisa']],
    ['y hacen delantales?', read(['asks'], []), ['delantal']],
    ['cuánto se demoran los delantales', read(['asks'], []), 'entrega'],
    ['a qué hora abren', read(['asks'], []), 'horario'],
    ['20 delantales', read([], []), null],
    ['cuánto vale', read(['asks'], ['price']), null],
    ['hacen envíos?', read(['asks'], []), null],
  ] as const)('%s', (text, reading, expected) => {
    expect(answer(text, reading)).toEqual(expected)
  })
})
