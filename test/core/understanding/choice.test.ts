import { describe, expect, test } from 'vitest'
import { createChooser } from '../../../src/core/understanding/choice.js'
import { lexicon } from './lexicon.js'

const choose = createChooser(lexicon, 'CO')

const options = [
  { id: 'soon', label: 'En menos de dos semanas' },
  { id: 'month', label: 'En un mes' },
  { id: 'quarter', label: 'En dos o tres meses', words: ['trimestre'] },
  { id: 'unknown', label: 'Todavía no se sabe' },
]

describe('picking from a list', () => {
  test.each([
    ['2', 'month'],
    ['la 2', 'month'],
    ['2.', 'month'],
    ['2️⃣', 'month'],
    ['opción 2', 'month'],
    ['el segundo', 'month'],
    ['la segunda por favor', 'month'],
    ['dos', 'month'],
    ['la última', 'unknown'],
    ['en un mes', 'month'],
    ['trimestre', 'quarter'],
    ['trimesre', 'quarter'],
    ['todavía no se sabe', 'unknown'],
    ['la 1, no me escriban más', 'soon'],
    ['9', null],
    ['0', null],
    ['jajaja vea pues', null],
    ['son 3 camisas', null],
    ['', null],
  ])('%s', (text, id) => {
    expect(choose(text, options)).toBe(id)
  })

  test('yes and no are the options’ own words', () => {
    const pair = [
      { id: 'yes', label: 'Sí, borrar' },
      { id: 'no', label: 'No, dejarlo así' },
    ]
    expect(choose('1', pair)).toBe('yes')
    expect(choose('borrar', pair)).toBe('yes')
    expect(choose('no', pair)).toBe('no')
  })
})
