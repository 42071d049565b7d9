import { expect, test } from 'vitest'
import { attributesText } from '../../../src/core/owner/attributes-text.js'
import { hilvan } from '../business/hilvan.js'
import { spanish } from '../schedule/spanish.js'

const ASKED = [
  { id: 'confeccion', name: 'la confección' },
  { id: 'cumplimiento', name: 'el cumplimiento con la fecha' },
  { id: 'atencion', name: 'la atención' },
]

test('attributes are told by what they do for customers', () => {
  const kinds = {
    ...({ cumplimiento: 'basic', confeccion: 'delight', atencion: 'basic' } as const),
    ...({ 'no longer asked': 'performance' } as const),
  }
  const business = { ...hilvan, attributes: ASKED }
  expect(attributesText({ kinds, business, messages: spanish })).toEqual([
    '*Lo que miran los clientes:* lo básico, que no puede fallar: el cumplimiento con la fecha y la atención · lo que sorprende: la confección',
  ])
  expect(attributesText({ kinds: {}, business, messages: spanish })).toEqual([])
})
