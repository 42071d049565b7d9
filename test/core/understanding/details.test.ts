import { describe, expect, test } from 'vitest'
import type { Question } from '../../../src/core/understanding/types.js'
import { read } from './lexicon.js'

const TODAY = 20522

function reading(text: string, question: Question = 'open') {
  return read(text, { question, country: 'CO', today: TODAY })
}

test.each([
  ['camisas azul oscuro talla L manga larga', ['azul oscuro', 'talla L', 'manga larga']],
  ['estampadas no bordadas', ['estampadas']],
  ['en algodón, cuello redondo', ['en algodón', 'cuello redondo']],
  ['soy Rosa Blanco', []],
  ['de la Ferretería Casa Azul', []],
  ['20 camisetas para el viernes', []],
])('«%s»: how it should be', (text, details) => {
  expect(reading(text).details).toEqual(details)
})

describe('who opens a talk and says nothing yet', () => {
  test.each(['buenas tardes, una pregunta', 'hola, me puede ayudar?', 'me interesa'])(
    '«%s»',
    (text) => {
      const { cues } = reading(text)
      expect(cues).toContain('opens')
      expect(cues).not.toContain('asks')
    },
  )

  test.each(['tengo una duda, hacen envíos?', 'me interesa el delantal'])(
    '«%s» says something',
    (text) => {
      expect(reading(text).cues).not.toContain('opens')
    },
  )
})

test.each([
  ['uno no más, para probar', 1],
  ['una solita', 1],
  ['hacemos una carrera y somos 80 corredores', 80],
])('«%s» counts', (text, count) => {
  expect(reading(text, 'quantity').quantities.map(({ value }) => value.count)).toEqual([count])
})

test('a cloth that is soft is no hurry that there is not', () => {
  expect(reading('¿y la tela es suave?', 'urgency').urgency).toBeNull()
  expect(reading('suave', 'urgency').urgency?.value.bucket).toBe('none')
})
