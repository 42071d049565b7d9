import { expect, test } from 'vitest'
import { addStageChange, type StageChange, stageChanges } from '../../src/store/stage-changes.js'
import { at, id, newContact, temporaryDatabase } from './_fixture.js'

test('keeps every change in order with reason, proof and actor', () => {
  const db = temporaryDatabase()
  const contactId = newContact(db)
  const staff = { kind: 'staff', id: contactId, name: 'Ximena' } as const
  const changes: readonly StageChange[] = [
    {
      contactId,
      from: null,
      to: 'visitor',
      reason: 'wrote',
      evidence: id('m1'),
      actor: { kind: 'contact' },
      at: at(1),
    },
    {
      contactId,
      from: 'visitor',
      to: 'lead',
      reason: 'said what',
      evidence: null,
      actor: { kind: 'bot' },
      at: at(1),
    },
    {
      contactId,
      from: 'lead',
      to: 'customer',
      reason: 'sale',
      evidence: null,
      actor: staff,
      at: at(2),
    },
  ]
  for (const change of changes) addStageChange(db, change)
  expect(stageChanges(db, contactId)).toEqual(changes)
  expect(stageChanges(db, newContact(db, '+573009998877'))).toEqual([])
})
