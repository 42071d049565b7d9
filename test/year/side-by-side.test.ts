import { expect, test } from 'vitest'
import { sideBySide } from './side-by-side.js'

test('no more than so many are at it, in the order they were given', async () => {
  const inTurn = sideBySide(2)
  const begun: number[] = []
  const ends: (() => void)[] = []
  const jobs = [0, 1, 2, 3].map((job) =>
    inTurn(async () => {
      begun.push(job)
      await new Promise<void>((resolve) => ends.push(resolve))
      return job
    }),
  )
  expect(begun).toEqual([0, 1])
  ends[1]?.()
  expect(await jobs[1]).toBe(1)
  await expect.poll(() => begun).toEqual([0, 1, 2])
  ends[0]?.()
  ends[2]?.()
  await expect.poll(() => begun).toEqual([0, 1, 2, 3])
  ends[3]?.()
  expect(await Promise.all(jobs)).toEqual([0, 1, 2, 3])
})

test('one that fails makes room for the next', async () => {
  const inTurn = sideBySide(1)
  const broken = inTurn(() => Promise.reject(new Error('no')))
  const next = inTurn(async () => 'yes')
  await expect(broken).rejects.toThrow('no')
  expect(await next).toBe('yes')
})
