import { writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { DRAIN_WITHIN_MS, driveCrashes, type Outcome, POINTS, type Size } from './crash/drive.js'

const FULL = process.env.CRASH_REPORT !== undefined
const SEED = Number(process.env.CRASH_SEED ?? 20261130)
const SIZE: Size = FULL
  ? { chats: 40, messages: 15, random: 200, each: 4, seed: SEED }
  : { chats: 8, messages: 5, random: 5, each: 1, seed: SEED }
const TIMEOUT_MS = FULL ? 120 * 60_000 : 300_000

describe('a linked bot that is killed again and again', () => {
  let outcome: Outcome

  beforeAll(async () => {
    outcome = await driveCrashes(SIZE)
    const report = process.env.CRASH_REPORT
    if (report !== undefined) writeFileSync(report, JSON.stringify(lineOf(outcome)))
    // Seen only where something fails.
    if (outcome.complaints !== '') process.stderr.write(outcome.complaints)
  }, TIMEOUT_MS)

  test('dies often enough, at every point', () => {
    expect(outcome.kills).toBe(SIZE.random + SIZE.each * POINTS.length)
    for (const point of POINTS) expect([point, outcome.at[point] > 0]).toEqual([point, true])
    expect(outcome.sent).toBe(SIZE.chats * SIZE.messages)
  })

  test('loses no message, not even the first of somebody new', () => {
    expect(outcome.verdict.lost).toEqual([])
  })

  test('takes none twice and gives no answer a second id', () => {
    expect(outcome.verdict.repeated).toEqual([])
  })

  test('keeps the order of every chat', () => {
    expect(outcome.verdict.disordered).toEqual([])
  })

  test('has caught up within a minute', () => {
    expect(outcome.drainedMs ?? Number.POSITIVE_INFINITY).toBeLessThan(DRAIN_WITHIN_MS)
  })
})

function lineOf({ verdict, sent, kills, at, unfinished, untaken, replays, drainedMs }: Outcome) {
  return {
    bench: 'crash',
    chats: SIZE.chats,
    messages: sent,
    kills,
    at,
    unfinishedShare: Number((unfinished / kills).toFixed(2)),
    untakenShare: Number((untaken / kills).toFixed(2)),
    lost: verdict.lost.length,
    repeated: verdict.repeated.length,
    disordered: verdict.disordered.length,
    sentAgain: replays,
    drainedMs,
    seed: SIZE.seed,
  }
}
