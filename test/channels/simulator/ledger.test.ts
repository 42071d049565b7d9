import { appendFileSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { openLedger } from '../../../src/channels/simulator/ledger.js'
import type { Iso, MessageId } from '../../../src/core/types.js'

const ANA = '+573105550101'
const LUZ = '+573105550102'
let path = ''

beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'porquesi-ledger-')), 'deep', 'ledger.jsonl')
})

function line(id: string, to: string, text = id) {
  return { id: id as MessageId, to, text, at: '2026-03-10T15:00:00.000Z' as Iso }
}

describe('the ledger of the simulated phones', () => {
  test('gives each phone its own lines, oldest first, after a seq that is exclusive', () => {
    const ledger = openLedger(path)
    expect(ledger.append(line('a', ANA))).toBe(1)
    expect(ledger.append(line('b', LUZ))).toBe(2)
    expect(ledger.append(line('c', ANA))).toBe(3)
    expect(ledger.after(ANA, 0).map((one) => [one.seq, one.id])).toEqual([
      [1, 'a'],
      [3, 'c'],
    ])
    expect(ledger.after(ANA, 1).map((one) => one.id)).toEqual(['c'])
    expect(ledger.after(ANA, 3)).toEqual([])
    expect(ledger.after('+573105550999', 0)).toEqual([])
    ledger.close()
  })

  test('keeps a repeated hand-over as a second line with the same id', () => {
    const ledger = openLedger(path)
    ledger.append(line('a', ANA))
    ledger.append(line('a', ANA))
    expect(ledger.after(ANA, 0).map((one) => [one.seq, one.id])).toEqual([
      [1, 'a'],
      [2, 'a'],
    ])
    expect([ledger.has('a' as MessageId), ledger.has('z' as MessageId)]).toEqual([true, false])
    ledger.close()
  })

  test('has written a line by the time append returns, before any close', () => {
    const ledger = openLedger(path)
    ledger.append(line('a', ANA, 'tildes y 🎉\nen dos renglones'))
    const beside = openLedger(path)
    expect(beside.after(ANA, 0)).toEqual(ledger.after(ANA, 0))
    beside.close()
    ledger.close()
  })

  test('goes on counting after a restart, with options and replies in place', () => {
    const first = openLedger(path)
    const asked = { options: [{ id: 'si', label: 'Sí' }], replyTo: 'q' as MessageId }
    first.append({ ...line('a', ANA), ...asked })
    first.close()
    const second = openLedger(path)
    expect(second.after(ANA, 0)).toEqual([{ seq: 1, ...line('a', ANA), ...asked }])
    expect(second.append(line('b', ANA))).toBe(2)
    second.close()
  })

  test('cuts off a line torn by a crash and writes the next one whole', () => {
    const first = openLedger(path)
    first.append(line('a', ANA))
    first.close()
    const whole = statSync(path).size
    appendFileSync(path, '{"seq":2,"id":"b","to":"+5731')
    const second = openLedger(path)
    expect(statSync(path).size).toBe(whole)
    expect(second.after(ANA, 0).map((one) => one.id)).toEqual(['a'])
    expect(second.append(line('b', ANA))).toBe(2)
    second.close()
    expect(
      openLedger(path)
        .after(ANA, 0)
        .map((one) => one.id),
    ).toEqual(['a', 'b'])
  })

  test('passes over a line that no ledger wrote', () => {
    const first = openLedger(path)
    first.append(line('a', ANA))
    first.close()
    writeFileSync(path, `${readFileSync(path, 'utf8')}\u0000\u0000\n{"seq":"x"}\n`)
    const second = openLedger(path)
    expect(second.append(line('b', ANA))).toBe(2)
    second.close()
  })

  test('reads back lines longer than one chunk, cut inside a letter of two bytes', () => {
    const first = openLedger(path)
    const long = `x${'ñ'.repeat(100_000)}`
    first.append(line('a', ANA, long))
    first.append(line('b', ANA, 'corto'))
    first.close()
    const second = openLedger(path)
    expect(second.after(ANA, 0).map((one) => one.text)).toEqual([long, 'corto'])
    second.close()
  })

  test('throws when the file takes no more, and forgets the line', () => {
    const ledger = openLedger(path)
    ledger.append(line('a', ANA))
    ledger.close()
    expect(() => ledger.append(line('b', ANA))).toThrow()
    expect(ledger.has('b' as MessageId)).toBe(false)
    expect(ledger.after(ANA, 0).map((one) => one.id)).toEqual(['a'])
  })
})
