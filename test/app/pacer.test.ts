import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createPacer, type Pacer } from '../../src/app/pacer.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Begins a wait; tells whether it is over. */
function wait(pacer: Pacer, milliseconds = 1_000): () => boolean {
  let over = false
  void pacer.pace(milliseconds).then(() => {
    over = true
  })
  return () => over
}

/** Lets what is already resolved run on; no time passes. */
const breath = () => vi.advanceTimersByTimeAsync(0)

describe('a pacer that writes as a person does', () => {
  test('waits as long as it is told', async () => {
    const over = wait(createPacer(true))
    await vi.advanceTimersByTimeAsync(999)
    expect(over()).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(over()).toBe(true)
  })

  test('hurried, lets go of every wait, and nobody waits until the job is done', async () => {
    const pacer = createPacer(true)
    const before = [wait(pacer), wait(pacer)]
    let finish: (value: string) => void = () => {}
    const job = pacer.hurry(
      () =>
        new Promise<string>((resolve) => {
          finish = resolve
        }),
    )
    const during = wait(pacer)
    await breath()
    expect([...before, during].map((over) => over())).toEqual([true, true, true])
    expect(vi.getTimerCount()).toBe(0)

    finish('done')
    expect(await job).toBe('done')
    const late = wait(pacer)
    await breath()
    expect(late()).toBe(false)
  })

  test('waits again after a hurried job that failed', async () => {
    const pacer = createPacer(true)
    await expect(pacer.hurry(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    const over = wait(pacer)
    await breath()
    expect(over()).toBe(false)
  })

  test('does not wait while the last of two jobs is still hurried', async () => {
    const pacer = createPacer(true)
    let finish: () => void = () => {}
    const long = pacer.hurry(
      () =>
        new Promise<void>((resolve) => {
          finish = resolve
        }),
    )
    await pacer.hurry(async () => undefined)
    const over = wait(pacer)
    await breath()
    expect(over()).toBe(true)
    finish()
    await long
  })

  test('released, never waits any more', async () => {
    const pacer = createPacer(true)
    const early = wait(pacer)
    pacer.release()
    const late = wait(pacer)
    await breath()
    expect([early(), late()]).toEqual([true, true])
    expect(vi.getTimerCount()).toBe(0)
  })
})

test('a pacer that is off never waits', async () => {
  const over = wait(createPacer(false))
  await breath()
  expect(over()).toBe(true)
})
