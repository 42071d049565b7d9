import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { driveLoad, type LoadSize } from './load.js'

const report = process.env.LOAD_REPORT
const SIZE: LoadSize =
  report === undefined
    ? { messages: 100, people: 20, together: 5, reconnects: 2 }
    : {
        messages: Number(process.env.LOAD_MESSAGES ?? 10_000),
        people: 200,
        together: 10,
        reconnects: 500,
      }

test('many messages and many reconnects leave the line as it was', {
  timeout: report === undefined ? 120_000 : 3_600_000,
}, async () => {
  const load = await driveLoad(SIZE)
  expect(load.messages).toBe(SIZE.messages)
  if (report === undefined) return
  const { standTogether } = await import('./many-lines.js')
  const { firstMb, eachMb } = await standTogether(10)
  const lines = { together: 10, firstMb, eachMb }
  writeFileSync(report, JSON.stringify({ bench: 'whatsapp', ...SIZE, ...load, lines }))
  // Once warm it holds no more, whatever has gone through it.
  const [warm = 0] = load.held.slice(3)
  expect(Math.max(...load.held.slice(4))).toBeLessThan(warm * 1.1)
})
