import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const dist = join(import.meta.dirname, '../../dist')
const texts = readdirSync(dist)
  .filter((name) => name.endsWith('.js'))
  .map((name) => readFileSync(join(dist, name), 'utf8'))

// A start without a linked number must not pay for it, and no bundle of ours may contain what is under
// the GPL.
test('the client of WhatsApp stays in its package and is loaded when it is needed', () => {
  expect(texts.filter((text) => /import\(["'`]@whiskeysockets\/baileys/.test(text))).toHaveLength(1)
  expect(texts.filter((text) => /from\s*["']@whiskeysockets\/baileys/.test(text))).toEqual([])
  expect(texts.filter((text) => text.includes('makeLibSignalRepository'))).toEqual([])
})
