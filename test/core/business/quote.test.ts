import { describe, expect, it } from 'vitest'
import {
  agreementOf,
  articleOf,
  itemsText,
  itemsWithArticles,
  quote,
} from '../../../src/core/business/quote.js'
import type { Item } from '../../../src/core/conversation/types.js'
import { spanish } from '../schedule/spanish.js'
import { hilvan } from './hilvan.js'

const of = (product: string, quantity: number | null): Item => ({ product, quantity })

describe('what an order costs', () => {
  it.each([
    [[of('polo', 20)], 840_000],
    [[of('polo', 20), of('delantal', 20)], 1_420_000],
    [[of('pantalon', 12), of('camisa', 12)], 1_464_000],
  ])('%j costs %d', (items, total) => {
    expect(quote(hilvan, items)).toEqual({ total, priced: true, under: [] })
  })

  it('says which lines are under the fewest pieces of the price', () => {
    const items = [of('polo', 11), of('delantal', 12)]
    expect(quote(hilvan, items)?.under).toEqual([of('polo', 11)])
  })

  it('says when a line has no price', () => {
    const found = quote(hilvan, [of('polo', 20), of('bata', 5)])
    expect(found).toEqual({ total: 840_000, priced: false, under: [] })
  })

  it.each([[[]], [[of('polo', null)]], [[of('bata', 5)]], [[of('polo', 20), of('camisa', null)]]])(
    'is unknown for %j',
    (items) => {
      expect(quote(hilvan, items)).toBeNull()
    },
  )
})

describe('an order in words', () => {
  it.each([
    [[of('polo', 20)], '20 camisetas polo', 'las 20 camisetas polo'],
    [[of('polo', 1)], '1 camiseta polo', 'la camiseta polo'],
    [[of('delantal', 1)], '1 delantal', 'el delantal'],
    [[of('polo', null)], 'camisetas polo', 'las camisetas polo'],
    [
      [of('polo', 20), of('delantal', 20)],
      '20 camisetas polo y 20 delantales',
      'las 20 camisetas polo y los 20 delantales',
    ],
    [
      [of('polo', 1), of('camisa', 2), of('pantalon', 3)],
      '1 camiseta polo, 2 camisas de dotación y 3 pantalones drill',
      'la camiseta polo, las 2 camisas de dotación y los 3 pantalones drill',
    ],
    [[of('batas', 5)], '5 batas', 'los 5 batas'],
    [[], '', ''],
  ])('%j', (items, plain, articles) => {
    expect(itemsText(hilvan, items, spanish)).toBe(plain)
    expect(itemsWithArticles(hilvan, items, spanish)).toBe(articles)
  })

  it.each([
    [[of('polo', 20)], 'las'],
    [[of('polo', 1)], 'la'],
    [[of('delantal', 1)], 'el'],
    [[of('polo', 20), of('camisa', 1)], 'las'],
    [[of('polo', 20), of('delantal', 20)], 'los'],
  ])('%j takes the article %s', (items, article) => {
    expect(articleOf(agreementOf(hilvan, items), spanish)).toBe(article)
  })
})
