import { expect, test } from 'vitest'
import { addNote, notesOf, voidNote } from '../../src/store/notes.js'
import { at, newContact, temporaryDatabase } from './_fixture.js'

test('keeps notes of one contact apart, the oldest first, without those taken back', () => {
  const db = temporaryDatabase()
  const [ana, luis, owner] = ['+573001112233', '+573001112244', '+573000000001'].map((phone) =>
    newContact(db, phone),
  )
  if (!ana || !luis || !owner) throw new Error('three contacts were made')
  addNote(db, { ref: 'm1', contactId: ana, by: owner, text: 'uno', at: at(1) })
  addNote(db, { ref: 'm2', contactId: ana, by: owner, text: 'dos', at: at(2) })
  addNote(db, { ref: 'm1', contactId: luis, by: owner, text: 'tres', at: at(3) })
  voidNote(db, 'm1', ana, at(4))
  expect(notesOf(db, ana)).toEqual([{ by: owner, text: 'dos', at: at(2) }])
  expect(notesOf(db, luis)).toEqual([{ by: owner, text: 'tres', at: at(3) }])
})
