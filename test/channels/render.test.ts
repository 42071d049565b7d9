import { describe, expect, test } from 'vitest'
import { renderNumbered } from '../../src/channels/render.js'

describe('renderNumbered', () => {
  test('leaves a text as it is', () => {
    expect(renderNumbered({ kind: 'text', text: 'Buenas.' })).toBe('Buenas.')
  })

  test('numbers the options under the text', () => {
    const options = [
      { id: 'a', label: 'En un mes' },
      { id: 'b', label: 'Todavía no se sabe' },
    ]
    expect(renderNumbered({ kind: 'options', text: '¿Para cuándo?', options })).toBe(
      '¿Para cuándo?\n1. En un mes\n2. Todavía no se sabe',
    )
  })
})
