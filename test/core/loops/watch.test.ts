import { describe, expect, test } from 'vitest'
import { PLAIN_LOOPS } from '../../../src/core/loops/rules.js'
import {
  type LoopMemory,
  type LoopReason,
  NO_LOOP,
  quietUntil,
  type Watched,
  watch,
  watchAnswers,
  watchFlood,
} from '../../../src/core/loops/watch.js'
import type { Iso } from '../../../src/core/types.js'

const START = Date.parse('2026-03-10T15:00:00.000Z')

function at(seconds: number): Iso {
  return new Date(START + seconds * 1000).toISOString() as Iso
}

function heard(seconds: number, text: string, rest: Partial<Watched> = {}): Watched {
  return {
    ...{ now: at(seconds), text, folded: text, ledSomewhere: false },
    ...{ automatic: false, tooFast: false, short: false, ...rest },
  }
}

/** The first reason that this chat gives for silence, and at which of its messages. */
function first(all: readonly Watched[]): [number, LoopReason['kind']] | null {
  let memory: LoopMemory = NO_LOOP
  for (const [index, one] of all.entries()) {
    const seen = watch(memory, one, PLAIN_LOOPS)
    if (seen.reason !== null) return [index + 1, seen.reason.kind]
    // What is kept stays small, however long it goes on.
    expect(JSON.stringify(seen.memory).length).toBeLessThan(700)
    memory = seen.memory
  }
  return null
}

function times(n: number, make: (at: number) => Watched): readonly Watched[] {
  return Array.from({ length: n }, (_, index) => make(index))
}

const led = { ledSomewhere: true }

describe('a chat where nobody talks', () => {
  test.each<[string, readonly Watched[], [number, LoopReason['kind']] | null]>([
    ['five in a minute that lead nowhere', times(9, (n) => heard(n * 10, `m${n}`)), [5, 'idle']],
    ['the same, each minute', times(9, (n) => heard(n * 60, `m${n}`)), null],
    ['five in a minute that tell something', times(9, (n) => heard(n * 10, `m${n}`, led)), null],
    [
      'five in a minute that nobody can have typed, whatever they tell',
      times(9, (n) => heard(n * 10, `m${n}`, { ...led, tooFast: true })),
      [5, 'machine'],
    ],
    [
      'three automatic answers, whatever they tell',
      times(9, (n) => heard(n * 100, `m${n}`, { ...led, automatic: true })),
      [3, 'machine'],
    ],
    [
      'an automatic answer now and then',
      times(9, (n) => heard(n * 400, `m${n}`, { automatic: true })),
      null,
    ],
    ['the same text', times(9, (n) => heard(n * 100, 'hola')), [3, 'same']],
    ['the same text that tells something', times(9, (n) => heard(n * 90, 'a', led)), [3, 'same']],
    ['the same text through the day', times(9, (n) => heard(n * 1200, 'hola')), null],
    ['a short answer again', times(9, (n) => heard(n * 70, 'sí', { short: true })), [6, 'same']],
    [
      'a person in between',
      times(20, (n) => heard(n * 11, `m${n}`, { ledSomewhere: n % 4 === 3 })),
      null,
    ],
  ])('%s', (_, all, expected) => {
    expect(first(all)).toEqual(expected)
  })

  test('says what it saw', () => {
    const same = watch(
      { ...NO_LOOP, last: 'x', times: 2, lastAt: at(0) },
      heard(1, 'x'),
      PLAIN_LOOPS,
    )
    expect(same.reason).toEqual({ kind: 'same', n: 3, said: 'x' })
  })
})

test('more messages in a minute than a person writes, however they come', () => {
  const { messagesInMinute } = PLAIN_LOOPS
  expect(watchFlood(NO_LOOP, messagesInMinute, at(0), PLAIN_LOOPS).reason).toBeNull()
  expect(watchFlood(NO_LOOP, 500, at(0), PLAIN_LOOPS).reason).toEqual({ kind: 'flood', n: 500 })
  const half = watchFlood(NO_LOOP, messagesInMinute, at(0), PLAIN_LOOPS).memory
  expect(watchFlood(half, 1, at(30), PLAIN_LOOPS).reason?.kind).toBe('flood')
  expect(watchFlood(half, 1, at(61), PLAIN_LOOPS).reason).toBeNull()
})

test('more answers of ours in an hour than a talk has', () => {
  let memory = NO_LOOP
  for (let n = 0; n < PLAIN_LOOPS.ownAnswersInHour; n += 1) {
    const seen = watchAnswers(memory, at(n * 50), PLAIN_LOOPS)
    expect(seen.reason).toBeNull()
    memory = seen.memory
  }
  expect(watchAnswers(memory, at(3_100), PLAIN_LOOPS).reason).toEqual({ kind: 'endless', n: 60 })
  expect(watchAnswers(memory, at(3_700), PLAIN_LOOPS).reason).toBeNull()
})

test('the silence is short after a flood and long after a machine', () => {
  expect(quietUntil({ kind: 'flood', n: 500 }, at(0), PLAIN_LOOPS)).toBe(at(3_600))
  expect(quietUntil({ kind: 'machine', said: '' }, at(0), PLAIN_LOOPS)).toBe(at(12 * 3_600))
})
