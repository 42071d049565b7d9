import { expect, test } from 'vitest'
import { createKeptCache } from '../../../src/channels/baileys/kept-cache.js'

function createShelf() {
  let text: string | null = null
  let time = Date.parse('2026-03-10T15:00:00Z')
  const open = (most = 10) =>
    createKeptCache({
      most,
      ttlMs: 1_000,
      now: () => new Date(time),
      read: () => text,
      keep: async (written) => {
        text = written
      },
    })
  return {
    open,
    text: () => text,
    later: (ms: number) => {
      time += ms
    },
  }
}

test('what one process counted the next one knows', async () => {
  const shelf = createShelf()
  await shelf.open().set('3EB0:1@lid', 3)
  const next = shelf.open()
  expect(next.get('3EB0:1@lid')).toBe(3)
  await next.del('3EB0:1@lid')
  expect(shelf.open().get('3EB0:1@lid')).toBeUndefined()
})

test('bytes come back as bytes, and whom it was about is not written down', async () => {
  const shelf = createShelf()
  await shelf.open().set('3EB0:573005550101', { key: Buffer.from('x') })
  expect(shelf.text()).not.toContain('573005550101')
  expect(shelf.open().get('3EB0:573005550101')).toEqual({ key: Buffer.from('x') })
})

test('it holds so many, and each for so long', async () => {
  const shelf = createShelf()
  const cache = shelf.open(2)
  for (const key of ['a', 'b', 'c']) await cache.set(key, key)
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([undefined, 'b', 'c'])
  shelf.later(1_001)
  expect(cache.get('c')).toBeUndefined()
})

test('what cannot be read counts as nothing', () => {
  const read = () => '{"of":"another version"}'
  const keep = async () => {}
  const cache = createKeptCache({ most: 1, ttlMs: 1, now: () => new Date(), read, keep })
  expect(cache.get('a')).toBeUndefined()
})
