import { describe, expect, test } from 'vitest'
import { ask } from './lexicon.js'

describe('what kind of business they have', () => {
  test.each([
    ['tengo un restaurante', 'restaurante'],
    ['somos una pizzería', 'restaurante'],
    ['tengo una clínica veterinaria', 'veterinaria'],
    ['es para mi hotel', 'hotel'],
    ['restaurante', 'restaurante'],
    ['uniformes para un colegio', 'educación'],
    ['nos vemos en el restaurante', null],
    ['queda al lado del hotel Tequendama', null],
  ])('«%s»', (text, sector) => {
    expect(ask(text).sector?.value ?? null).toBe(sector)
  })
})

describe('the same in the other languages', () => {
  test.each([
    ['tenho uma padaria em São Paulo, e você?', 'cafetería', null],
    ['somos 40 funcionários e não temos uniforme', null, '40 funcionários'],
    ['hello, we own a coffee shop and we have 3 locations', 'cafetería', '3 locations'],
  ])('«%s»', (text, sector, size) => {
    const reading = ask(text)
    expect([reading.sector?.value ?? null, reading.size?.value ?? null]).toEqual([sector, size])
  })
})

describe('how big their business is', () => {
  test.each([
    ['tenemos 3 locales', '3 locales', []],
    ['somos 40 empleados', '40 empleados', [40]],
    ['somos una empresa de 200 personas', '200 personas', []],
    ['empresa de 200 personas, necesito 20 camisas', '200 personas', [20]],
    ['somos 40', null, [40]],
    ['20 uniformes', null, [20]],
    ['para 40 personas', null, [40]],
  ])('«%s»', (text, size, counts) => {
    const reading = ask(text)
    expect(reading.size?.value ?? null).toBe(size)
    expect(reading.quantities.map(({ value }) => value.count)).toEqual(counts)
    expect(reading.budget).toBeNull()
  })

  test('is never a budget, and people are counted where they were asked for', () => {
    expect(ask('tenemos 3 locales', { question: 'budget' }).budget).toBeNull()
    const asked = ask('somos una empresa de 200 personas', { question: 'quantity' })
    expect(asked.quantities.map(({ value }) => value.count)).toEqual([200])
  })
})
