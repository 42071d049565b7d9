import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { statement } from '../../../src/store/sqlite/statement.js'
import { temporaryDatabase } from '../_fixture.js'

const put = statement<{ key: string; value: string }>()((query, arg) =>
  query.insertInto('settings').values({ key: arg('key'), value: arg('value') }),
)
// The value stands before the key, and a constant between them.
const change = statement<{ key: string; value: string }>()((query, arg) =>
  query
    .updateTable('settings')
    .set({ value: arg('value') })
    .where('value', '<>', 'fixed')
    .where('key', '=', arg('key')),
)
const get = statement<{ key: string }>()((query, arg) =>
  query.selectFrom('settings').select(['key', 'value']).where('key', '=', arg('key')),
)
const twice = statement<{ key: string }>()((query, arg) =>
  query
    .selectFrom('settings')
    .select(sql<number>`count(*)`.as('n'))
    .where((row) => row.or([row('key', '=', arg('key')), row('value', '=', arg('key'))])),
)

test('binds arguments by name, wherever they stand, beside constants', () => {
  const db = temporaryDatabase()
  expect(put(db).run({ value: 'one', key: 'a' }).changes).toBe(1)
  expect(change(db).run({ key: 'a', value: 'fixed' }).changes).toBe(1)
  expect(change(db).run({ key: 'a', value: 'again' }).changes).toBe(0)
  expect(get(db).get({ key: 'a' })).toEqual({ key: 'a', value: 'fixed' })
})

test('binds one argument in two places', () => {
  const db = temporaryDatabase()
  put(db).run({ key: 'a', value: 'b' })
  put(db).run({ key: 'b', value: 'c' })
  expect(twice(db).all({ key: 'b' })).toEqual([{ n: 2 }])
})

test('takes what it is given as a value, never as SQL', () => {
  const db = temporaryDatabase()
  const key = `'; drop table settings; --`
  put(db).run({ key, value: 'x' })
  expect(get(db).get({ key })?.value).toBe('x')
})

test('is prepared once per database, and not shared between two', () => {
  const [one, other] = [temporaryDatabase(), temporaryDatabase()]
  expect(get(one)).toBe(get(one))
  put(one).run({ key: 'a', value: 'one' })
  expect(get(other).get({ key: 'a' })).toBe(undefined)
})

test('writes a constant into the text as it is, quotes included', () => {
  const db = temporaryDatabase()
  const key = `it's`
  put(db).run({ key, value: 'x' })
  const fixed = statement<Record<never, never>>()((query) =>
    query.selectFrom('settings').select('value').where('key', '=', key).limit(1),
  )
  expect(fixed(db).all({})).toEqual([{ value: 'x' }])
})

test('refuses a text in which question marks would be counted wrongly', () => {
  const db = temporaryDatabase()
  const wrong = statement<Record<never, never>>()((query) =>
    query.selectFrom('settings').select(sql<string>`'why?'`.as('value')).where('key', '=', 'a'),
  )
  expect(() => wrong(db)).toThrow('question mark')
})
