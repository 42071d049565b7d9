import { expect, test } from 'vitest'
import type { OwnerAction } from '../../src/core/conversation/events.js'
import type { InquiryId } from '../../src/core/types.js'
import {
  addOwnerWord,
  isAboutHouse,
  lastUndoable,
  markUndone,
  type NewOwnerWord,
  ownerWordById,
  ownerWordByReaction,
  ownerWordByReply,
  reactionWord,
} from '../../src/store/owner-words.js'
import { at, id, newContact, REMEMBERED, temporaryDatabase } from './_fixture.js'

test('the last word to undo goes back several levels, past the undone and the undos', () => {
  const { db, by, say } = setUp()
  const take = say('tomar', { kind: 'take' })
  const won = say('ganado', { kind: 'won', amount: 900_000, saleId: 's1' })
  expect(lastUndoable(db, by)?.id).toBe(won)
  markUndone(db, won, at(5))
  say('deshacer', { kind: 'undo', of: { kind: 'take' }, before: REMEMBERED })
  expect(lastUndoable(db, by)).toMatchObject({ id: take, undoneAt: null, action: { kind: 'take' } })
  markUndone(db, take, at(6))
  expect(lastUndoable(db, by)).toBe(null)
})

test('belongs to who said it', () => {
  const { db, by, say } = setUp()
  say('tomar', { kind: 'take' }, { by: newContact(db, '+573000000002') })
  expect(lastUndoable(db, by)).toBe(null)
})

test('is found by the answer to it or by the word itself, with what it changed', () => {
  const { db, say } = setUp()
  say('tomar', { kind: 'take' })
  const lost = say(
    'perdido precio',
    { kind: 'lost', reason: 'precio' },
    { messageId: id('w2'), replyMessageId: id('r2') },
  )
  const found = ownerWordByReply(db, id('r2'))
  expect(found).toMatchObject({
    id: lost,
    word: 'perdido precio',
    action: { kind: 'lost', reason: 'precio' },
    before: REMEMBERED,
  })
  expect(ownerWordByReply(db, id('w2'))).toEqual(found)
  expect(ownerWordByReply(db, id('r9'))).toBe(null)
})

test('a word about the house stands in the same line, and an answer that was promised in none', () => {
  const { db, by, say } = setUp()
  const word = { by, about: by, inquiryId: null, word: 'pausa todo', at: at(2) }
  const sent = { messageId: null, replyMessageId: null }
  const silence = addOwnerWord(db, {
    ...word,
    ...sent,
    action: { kind: 'silence' },
    before: { silence: null },
  })
  say('sí', { kind: 'answer', fact: 'f1' })
  const last = lastUndoable(db, by)
  expect(last?.id).toBe(silence)
  expect(last !== null && isAboutHouse(last)).toBe(true)
  expect(ownerWordById(db, silence)).toEqual(last)
  expect(ownerWordById(db, 99)).toBe(null)
})

test('a reaction is found by the message it was put on, by who put it there', () => {
  const { db, by, say } = setUp()
  const took = say(reactionWord(id('card-1')), { kind: 'take' })
  expect(ownerWordByReaction(db, by, id('card-1'))?.id).toBe(took)
  expect(ownerWordByReaction(db, by, id('card-2'))).toBe(null)
  expect(ownerWordByReaction(db, newContact(db, '+573000000002'), id('card-1'))).toBe(null)
  markUndone(db, took, at(5))
  expect(ownerWordByReaction(db, by, id('card-1'))).toBe(null)
})

function setUp() {
  const db = temporaryDatabase()
  const by = newContact(db, '+573000000001')
  const about = newContact(db)
  const say = (
    word: string,
    action: OwnerAction,
    change: Partial<
      Pick<NewOwnerWord, 'by' | 'messageId' | 'replyMessageId' | 'at' | 'about'>
    > = {},
  ) =>
    addOwnerWord(db, {
      by,
      about,
      inquiryId: `${about}.1` as InquiryId,
      word,
      action,
      before: REMEMBERED,
      messageId: null,
      replyMessageId: null,
      at: at(1),
      ...change,
    })
  return { db, by, say }
}
