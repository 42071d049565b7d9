import { describe, expect, test } from 'vitest'
import { type Message, messagesIn } from '../src/core/messages.js'
import { MESSAGES } from './core/flow/written.js'

/** What a prospect or customer may read stands under these. */
const READ = /^(chat|time|permission)\./

/** Never read by such a person: the owner's, or words by which people are understood in every language at once. */
const EXCEPT = [
  'chat.timer.',
  'chat.reason.',
  'chat.authority.',
  'chat.origin.code_words',
  'chat.origin.leading',
  'chat.origin.polite',
  'chat.origin.came',
  'chat.origin.began',
  'chat.origin.recommended',
  'chat.origin.errand',
  'chat.origin.ways.',
  'chat.referral.friend_',
  'time.short_date',
  'time.weekdays_short',
  'time.months_short',
]

/** What sentences are put together with. */
const GLUE = [
  'order.and',
  'order.comma',
  'order.counted',
  'order.for',
  'order.feminine',
  'order.masculine',
  'order.pronoun_feminine',
  'order.pronoun_masculine',
  'order.how_many_feminine',
  'order.how_many_masculine',
]

const KEYS = Object.keys(MESSAGES).filter((key) => READ.test(key) || GLUE.includes(key))
const OWED = KEYS.filter((key) => !EXCEPT.some((prefix) => key.startsWith(prefix)))

describe.each(['pt', 'en'] as const)('in %s', (language) => {
  test('everything is there that somebody may read who is no owner', () => {
    const missing = OWED.filter((key) => MESSAGES[`${language}:${key}`] === undefined)
    expect(missing).toEqual([])
  })

  test('no sentence names what its Spanish one does not', () => {
    const strange = OWED.flatMap((key) => {
      const known = namesIn(MESSAGES[key])
      const named = namesIn(MESSAGES[`${language}:${key}`])
      return named.filter((name) => !known.includes(name)).map((name) => `${key}: {${name}}`)
    })
    expect(strange).toEqual([])
  })

  test('as many days and months are named', () => {
    const own = messagesIn(MESSAGES, language)
    expect(own['time.weekdays']).toHaveLength(7)
    expect(own['time.months']).toHaveLength(12)
  })
})

/** Names that any sentence may use, whatever it is about. */
const ALWAYS = ['dueño', 'dueño_corto', 'dueña', 'promesa', 'negocio', 'vende', 'pedido', 'total']

function namesIn(entry: Message | undefined): readonly string[] {
  const names = [...JSON.stringify(entry).matchAll(/\{([\p{L}_]+)\}/gu)].map(([, name = '']) =>
    name.toLowerCase(),
  )
  return names.filter((name) => !ALWAYS.includes(name))
}
