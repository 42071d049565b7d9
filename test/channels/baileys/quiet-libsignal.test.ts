import { createRequire } from 'node:module'
import { expect, onTestFinished, test } from 'vitest'
import { quietLibsignal } from '../../../src/channels/baileys/quiet-libsignal.js'

const { SessionRecord } = createRequire(import.meta.url)('libsignal')

test('libsignal is kept from the console, and nobody else', () => {
  const heard: unknown[] = []
  const terminal = console
  const before = terminal.info
  onTestFinished(() => {
    terminal.info = before
  })
  terminal.info = (text) => heard.push(text)
  quietLibsignal()
  new SessionRecord().closeSession({ indexInfo: { closed: -1, baseKey: Buffer.alloc(33) } })
  terminal.info('ours')
  expect(heard).toEqual(['ours'])
})
