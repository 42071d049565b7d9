import { describe, expect, test } from 'vitest'
import type { App } from '../../src/app/app.js'
import { ANA, inbound, LUIS, NOW, openApp, writes } from '../turn/_house.js'

const WAITING = { settle: { kind: 'fixed', ms: 60_000 } } as const

/** The value of every figure by its name. */
function figuresOf(app: App): { readonly [name: string]: number } {
  const lines = app
    .metrics()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  return Object.fromEntries(
    lines.map((line) => [line.split(' ')[0], Number(line.split(' ')[1])] as const),
  )
}

describe('metrics', () => {
  test('are Prometheus text: every figure with its help and its type', () => {
    const lines = openApp().metrics().split('\n')
    expect(lines.pop()).toBe('')
    expect(lines.length).toBeGreaterThan(0)
    for (let at = 0; at < lines.length; at += 3) {
      const name = lines[at + 2]?.split(' ')[0] ?? ''
      expect(lines[at]).toMatch(new RegExp(`^# HELP ${name} .+\\.$`))
      expect(lines[at + 1]).toBe(`# TYPE ${name} ${name.endsWith('_total') ? 'counter' : 'gauge'}`)
      expect(lines[at + 2]).toMatch(/^[a-z_]+ \d+(\.\d{1,3})?$/)
    }
  })

  test('count what waits to be answered', async () => {
    const app = openApp({ config: WAITING })
    expect(figuresOf(app)).toMatchObject({ porquesi_inbox_pending: 0, porquesi_timers_pending: 0 })
    await app.turns.receive(inbound(ANA, 'necesito 15 camisas', 'm1'))
    await app.turns.receive(inbound(LUIS, 'hola', 'm1'))
    const { porquesi_inbox_pending, porquesi_commits_total = 0 } = figuresOf(app)
    expect(porquesi_inbox_pending).toBe(2)
    await app.settle()
    const after = figuresOf(app)
    expect(after).toMatchObject({ porquesi_inbox_pending: 0, porquesi_outbox_unfinished: 0 })
    expect(after.porquesi_timers_pending).toBeGreaterThan(0)
    expect(after.porquesi_commits_total).toBeGreaterThan(porquesi_commits_total)
  })

  test('say how late the oldest timer is and how far the clock was moved', async () => {
    let real = NOW
    const app = openApp({ now: () => new Date(real) })
    await writes(app, ANA, 'necesito 15 camisas')
    expect(figuresOf(app)).toMatchObject({
      porquesi_timers_late_seconds: 0,
      porquesi_clock_offset_seconds: 0,
    })
    await app.advance('PT1H')
    expect(figuresOf(app).porquesi_clock_offset_seconds).toBe(3_600)
    // The reminder was due a day after the message; nothing fired it.
    real += 24 * 3_600_000
    expect(figuresOf(app).porquesi_timers_late_seconds).toBe(3_600)
    await app.turns.fire()
    expect(figuresOf(app).porquesi_timers_late_seconds).toBe(0)
  })

  test('name nobody', async () => {
    const app = openApp()
    await writes(app, ANA, 'necesito 15 camisas')
    expect(app.metrics()).not.toContain('5550101')
  })
})
