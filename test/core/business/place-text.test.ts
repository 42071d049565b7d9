import { expect, it } from 'vitest'
import { placeText } from '../../../src/core/business/place-text.js'
import { spanish } from '../schedule/spanish.js'

it.each([
  ['taller', 'taller', 'el taller', 'del taller', 'al taller'],
  ['pastelería', 'pastelería', 'la pastelería', 'de la pastelería', 'a la pastelería'],
  ['estación', 'estación', 'la estación', 'de la estación', 'a la estación'],
  [
    'centro de estética',
    'centro de estética',
    'el centro de estética',
    'del centro de estética',
    'al centro de estética',
  ],
  ['spa', 'spa', 'el spa', 'del spa', 'al spa'],
  ['la nave', 'nave', 'la nave', 'de la nave', 'a la nave'],
  ['las canchas', 'canchas', 'las canchas', 'de las canchas', 'a las canchas'],
])('%s is spoken of with its article', (place, ...expected) => {
  const forms = (['bare', 'the', 'of', 'to'] as const).map((form) =>
    placeText(place, form, spanish),
  )
  expect(forms).toEqual(expected)
})
