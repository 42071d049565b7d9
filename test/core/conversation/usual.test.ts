import { describe, expect, test } from 'vitest'
import { slots } from './_engine.js'
import { atSolandes } from './_solar.js'

const needs = (...texts: readonly string[]) => atSolandes(...texts).state.inquiry?.items ?? []
const said = (...texts: readonly string[]) => atSolandes(...texts).said.join('\n')

describe('of what a home buys once, people and rooms count no pieces', () => {
  test.each([
    ['buenas, una terma solar, somos 5 en casa', 'S/ 2,350.'],
    ['quiero una terma para 6 personas', 'S/ 2,350.'],
    ['quiero ver paneles solares para mi hostal de 12 habitaciones', 'S/ 14,900.'],
    ['cuánto sale una terma para 4 hijos y 2 baños?', 'S/ 2,350.'],
    ['necesito 2 termas, vivimos 8', 'S/ 4,700.'],
    ['quiero termas, 3 para cada departamento', 'S/ 7,050.'],
  ])('%s', (text, price) => {
    expect(said(text)).toContain(price)
  })

  test('and nobody is asked how many', () => {
    expect(said('hola, quiero una terma solar')).not.toContain('cuántas')
  })

  test('but a number of pieces that is said counts', () => {
    expect(slots(atSolandes('quiero una terma, somos 5', 'que sean 2')).quantity).toBe(2)
  })
})

describe('a size names the product of that size', () => {
  test.each([
    [['precio de terma 200 lts'], 'terma200'],
    [['precio de la terma de 200'], 'terma200'],
    [['quiero una terma', 'mejor la de 200'], 'terma200'],
    [['quiero una terma', 'la de 90 nomás'], 'terma90'],
    [['quiero una terma', '200 litros'], 'terma200'],
    [['quiero una terma', 'tengo 200 soles'], 'terma150'],
  ])('%s', (texts, id) => {
    expect(needs(...texts).map(({ product }) => product)).toEqual([id])
  })

  test('and is neither a count nor money', () => {
    const chat = atSolandes('quiero una terma', 'mejor la de 200')
    expect(slots(chat).quantity ?? null).toBeNull()
    expect(slots(chat).budget ?? null).toBeNull()
    expect(chat.said.join('\n')).toContain('S/ 2,900')
  })
})

test('where everything is sold singly nobody says so', () => {
  expect(said('cuánto vale la terma de 90?')).not.toContain('desde una unidad')
})
