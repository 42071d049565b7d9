import { describe, expect, test } from 'vitest'
import { afterClose, FRESH, remember } from '../../../src/channels/baileys/reconnect.js'

const MOST = 1

function failing(code: number, times: number) {
  let history = FRESH
  for (let time = 0; time < times; time += 1) history = remember(code, history)
  return history
}

test.each([401, 402, 403, 406, 411])('%i ends the session', (code) => {
  expect(afterClose(code, FRESH, MOST)).toEqual({ kind: 'stop' })
})

test('515 is tried again at once, and only once', () => {
  expect(afterClose(515, FRESH, MOST)).toEqual({ kind: 'now' })
  expect(afterClose(515, failing(515, 1), MOST)).toEqual({ kind: 'after', ms: 2_000 })
})

describe.each([408, 428, 500, 503, 405, 0])('%i', (code) => {
  test('is tried again after a second, then ever later, five minutes at most, for ever', () => {
    const waits = [0, 1, 2, 3, 8, 9, 500].map((times) =>
      afterClose(code, failing(code, times), MOST),
    )
    expect(waits.map((next) => (next.kind === 'after' ? next.ms : null))).toEqual([
      1_000, 2_000, 4_000, 8_000, 256_000, 300_000, 300_000,
    ])
  })

  test('comes back anywhere within its wait, so that not all come at once', () => {
    expect(afterClose(code, FRESH, 0)).toEqual({ kind: 'after', ms: 0 })
    expect(afterClose(code, FRESH, 0.25)).toEqual({ kind: 'after', ms: 250 })
  })
})

test('a session that another program has is tried slowly, and never given up', () => {
  const waits = [0, 1, 4, 50].map((times) => afterClose(440, failing(440, times), 0))
  expect(waits).toEqual([30_000, 60_000, 450_000, 450_000].map((ms) => ({ kind: 'after', ms })))
})
