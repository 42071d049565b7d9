import { expect, test } from 'vitest'
import type { Dialogue } from '../../src/core/conversation/types.js'
import type { Flow } from '../../src/core/flow/types.js'
import type { FlowHash } from '../../src/core/types.js'
import { saveCase } from '../../src/store/cases.js'
import { flowVersion, keepFlowVersion, liveVersions } from '../../src/store/flow-versions.js'
import type { Database } from '../../src/store/sqlite/database.js'
import { at, caseOf, newContact, temporaryDatabase } from './_fixture.js'

const FLOW: Flow = {
  id: 'talk',
  title: 'Calificación',
  hash: 'h1' as FlowHash,
  mode: 'talk',
  start: 'end',
  steps: {
    end: { id: 'end', where: { file: 'talk.yaml', line: 3 }, label: null, kind: 'end', as: 'done' },
  },
  order: ['end'],
  slots: { need: 'text' },
  slotWords: {},
  questions: 4,
  echoes: [],
  scorecard: null,
  qualification: null,
  disqualifiers: [],
  onSilence: null,
  onSale: null,
  afterTickets: false,
}

test('keeps a flow under its hash, once', () => {
  const db = temporaryDatabase()
  keepFlowVersion(db, FLOW, at(1))
  keepFlowVersion(db, { ...FLOW, title: 'changed without changing its hash' }, at(2))
  expect(flowVersion(db, FLOW.hash)).toEqual(FLOW)
  expect(flowVersion(db, 'h2' as FlowHash)).toBe(null)
})

test('counts the conversations that stand on each version, those at rest left out', () => {
  const db = temporaryDatabase()
  begin(db, '+573000000011', 'h1', 'talking')
  begin(db, '+573000000012', 'h2', 'handed')
  begin(db, '+573000000013', 'h2', 'talking')
  begin(db, '+573000000014', 'h3', 'resting')
  expect(liveVersions(db)).toEqual([
    { hash: 'h2', flow: 'talk', conversations: 2 },
    { hash: 'h1', flow: 'talk', conversations: 1 },
  ])
})

function begin(db: Database, phone: string, hash: string, status: Dialogue['status']): void {
  const before = caseOf(db, newContact(db, phone))
  const dialogue = { ...before.dialogue, hash: hash as FlowHash, status }
  saveCase(db, before, { ...before, dialogue }, at(1))
}
