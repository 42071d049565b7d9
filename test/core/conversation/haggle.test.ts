import { describe, expect, test } from 'vitest'
import { atBakery } from './_bakery.js'
import { atSolandes } from './_solar.js'

const said = (...texts: readonly string[]) => atSolandes(...texts).said.join('\n')

describe('wanting it for less', () => {
  test.each([
    'cuanto es lo ultimo',
    'una rebajita pues',
    'me lo deja en 2000?',
    'ultimo precio caserita',
  ])('«%s» is answered by what the business says of discounts', (text) => {
    expect(said('quiero una terma', text)).toContain('Los descuentos los ve Lucía')
  })

  test('beside a price too', () => {
    const text = 'cuánto está la terma de 90 y si me hacen precio en efectivo'
    expect(said(text)).toContain('S/ 1,750')
    expect(said(text)).toContain('Los descuentos los ve Lucía')
  })

  test('goes to a person where nothing is said of them', () => {
    const chat = atBakery('quiero una rosca', 'cuánto es lo menos?')
    expect(chat.effects.some((effect) => effect.kind === 'unanswered')).toBe(true)
  })

  test('is not meant by everything that has its words', () => {
    expect(said('quiero una terma', 'para enero más o menos')).not.toContain('descuentos')
  })
})

describe('a price that was told is called dear', () => {
  test('and the objection of the business answers before there is a quote', () => {
    expect(said('hola precio terma', 'muy caro, en promart está a 1200')).toContain(
      '¿Es por el total',
    )
  })

  test('but nobody is answered so before a price was told', () => {
    expect(said('hola', 'es muy caro?')).not.toContain('¿Es por el total')
  })
})

test('of two questions both are answered', () => {
  const text = 'cuánto cuesta la terma de 90? dan factura?'
  expect(said(text)).toContain('S/ 1,750')
  expect(said(text)).toContain('Damos boleta o factura')
})

test('a name in a fact is enough to find it', () => {
  expect(said('hola', 'y me lo mandan a Camaná?')).toContain('También instalamos en Camaná')
})
