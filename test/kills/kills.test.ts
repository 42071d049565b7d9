import { writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { driveKills, type Outcome, type Size } from './driver.js'
import { judge, type Verdict } from './judge.js'

const full = Number(process.env.KILLS ?? 0)
const SIZE: Size =
  full > 0
    ? { kills: full, unfinished: Math.ceil((full * 2) / 3), mostKills: full * 4, seed: 20260310 }
    : { kills: 8, unfinished: 4, mostKills: 14, seed: 20260310 }
const TIMEOUT_MS = full > 0 ? 15 * 60_000 : 150_000

describe('a process that is killed again and again', () => {
  let outcome: Outcome
  let verdict: Verdict

  beforeAll(async () => {
    outcome = await driveKills(SIZE)
    verdict = judge(outcome)
    const report = process.env.KILLS_REPORT
    if (report !== undefined) writeFileSync(report, JSON.stringify(lineOf(outcome, verdict)))
  }, TIMEOUT_MS)

  test('dies often enough, and often with work on its hands', () => {
    expect(outcome.kills).toBeGreaterThanOrEqual(SIZE.kills)
    expect(outcome.unfinishedKills).toBeGreaterThanOrEqual(SIZE.unfinished)
    expect(outcome.conversations.length).toBeGreaterThanOrEqual(10)
  })

  test('answers every message of a conversation that nobody disturbs', () => {
    for (const { bubbles } of outcome.references) expect(bubbles.length).toBeGreaterThanOrEqual(5)
  })

  test('loses no message', () => {
    expect(verdict.lost).toEqual([])
  })

  test('answers none twice, not even one that was posted three times', () => {
    expect(verdict.repeated).toEqual([])
  })

  test('keeps the order of every conversation', () => {
    expect(verdict.disordered).toEqual([])
  })

  test('finds every conversation again where it was', () => {
    expect(verdict.misplaced).toEqual([])
  })
})

function lineOf({ kills, unfinishedKills, readyMs, conversations }: Outcome, verdict: Verdict) {
  return {
    bench: 'kills',
    kills,
    unfinishedKills,
    conversations: conversations.length,
    lost: verdict.lost.length,
    repeated: verdict.repeated.length,
    disordered: verdict.disordered.length,
    misplaced: verdict.misplaced.length,
    readyMs: readyMs.toSorted((a, b) => a - b)[Math.floor(readyMs.length / 2)],
  }
}
