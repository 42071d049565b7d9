import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Delivery } from '../../../src/channels/channel.js'
import { type Ledger, openLedger } from '../../../src/channels/simulator/ledger.js'
import { createSimulator, type Simulator } from '../../../src/channels/simulator/simulator.js'
import type { Inbound, LineId, MessageId } from '../../../src/core/types.js'

const ANA = '+573105550101'
let ledger: Ledger
let simulator: Simulator
let now = 0
let stored: Inbound[] = []
let typed: string[] = []
let changes = 0
let receipts: string[] = []
let disk: Error | null = null

beforeEach(() => {
  ledger = openLedger(join(mkdtempSync(join(tmpdir(), 'porquesi-simulator-')), 'ledger.jsonl'))
  now = Date.parse('2026-03-10T15:00:00.000Z')
  stored = []
  typed = []
  changes = 0
  receipts = []
  disk = null
  let ids = 0
  simulator = createSimulator({
    lineId: 'simulator' as LineId,
    ledger,
    now: () => new Date(now),
    newId: () => `made-${++ids}`,
    changed: () => {
      changes += 1
    },
    events: {
      standing: async () => undefined,
      unrestricted: async () => undefined,
      inbound: async (message) => {
        if (disk !== null) throw disk
        stored.push(message)
      },
      typing: (_line, chat) => typed.push(chat),
      receipt: async (_line, id, status) => void receipts.push(`${id} ${status}`),
    },
  })
})

const question: Delivery = {
  chat: ANA,
  messageId: 'out-1' as MessageId,
  replyTo: 'in-1' as MessageId,
  message: {
    kind: 'options',
    text: '¿Para cuándo?',
    options: [
      { id: 'mes', label: 'En un mes' },
      { id: 'no', label: 'No se sabe' },
    ],
  },
}

describe('the simulated line', () => {
  test('hands a message over as a linked device shows it, with its options beside it', async () => {
    expect(await simulator.send(question)).toEqual({ ok: true, at: '2026-03-10T15:00:00.000Z' })
    expect(simulator.handedOver(ANA, 0)).toEqual([
      {
        seq: 1,
        id: 'out-1',
        to: ANA,
        text: '¿Para cuándo?\n1. En un mes\n2. No se sabe',
        options: [
          { id: 'mes', label: 'En un mes' },
          { id: 'no', label: 'No se sabe' },
        ],
        replyTo: 'in-1',
        at: '2026-03-10T15:00:00.000Z',
      },
    ])
    expect(changes).toBe(1)
  })

  test('knows what became of a message, and writes a replay down again', async () => {
    expect(await simulator.whereabouts(ANA, question.messageId)).toBe('absent')
    await simulator.send(question)
    expect(await simulator.whereabouts(ANA, question.messageId)).toBe('handed_over')
    await simulator.send(question)
    expect(simulator.handedOver(ANA, 0).map((line) => [line.seq, line.id])).toEqual([
      [1, 'out-1'],
      [2, 'out-1'],
    ])
  })

  test('reports a hand-over as delivered, and as read once its phone is looked at', async () => {
    await simulator.send(question)
    expect(receipts).toEqual(['out-1 delivered'])
    expect(await simulator.personReads({ from: ANA })).toEqual({ ok: true, value: null })
    expect(await simulator.personReads({ from: ANA })).toEqual({ ok: true, value: null })
    expect(receipts).toEqual(['out-1 delivered', 'out-1 read'])
    expect(await simulator.personReads({ from: 'Ana' })).toMatchObject({
      error: { problem: 'phone', at: 'from' },
    })
  })

  test('cannot be reached when its ledger takes no more', async () => {
    await simulator.close()
    expect(await simulator.send(question)).toMatchObject({
      ok: false,
      error: { kind: 'unreachable', cause: expect.any(Error) },
    })
    expect(await simulator.whereabouts(ANA, question.messageId)).toBe('absent')
  })

  test('passes a message on and answers with its id, made up when none came', async () => {
    expect(await simulator.receive({ from: ANA, text: 'hola' })).toEqual({
      ok: true,
      value: { id: 'made-1' },
    })
    expect(await simulator.receive({ from: ANA, text: 'hola', id: 'x' })).toEqual({
      ok: true,
      value: { id: 'x' },
    })
    expect(stored.map((message) => message.messageId)).toEqual(['made-1', 'x'])
  })

  test('resolves a choice by the options that phone was sent', async () => {
    await simulator.send(question)
    await simulator.receive({ from: ANA, choice: 'no' })
    expect(stored[0]?.content).toEqual({ kind: 'choice', option: 'no', label: 'No se sabe' })
  })

  test('lets the failure to store a message through', async () => {
    disk = new Error('disk full')
    await expect(simulator.receive({ from: ANA, text: 'hola' })).rejects.toBe(disk)
    await expect(simulator.humanWrites({ to: ANA, text: 'hola' })).rejects.toBe(disk)
  })

  test('tells who types, on either side', async () => {
    expect(simulator.personTypes({ from: ANA })).toEqual({ ok: true, value: null })
    expect(typed).toEqual([ANA])
    expect(simulator.botTypes(ANA)).toBe(false)
    await simulator.typing(ANA)
    expect(simulator.botTypes(ANA)).toBe(true)
    await simulator.send(question)
    expect(simulator.botTypes(ANA)).toBe(false)
  })

  test('does not type for ever when no message follows', async () => {
    await simulator.typing(ANA)
    now += 3_600_000
    expect(simulator.botTypes(ANA)).toBe(false)
  })
})
