import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { createProgress } from '../../src/commands/contacts/progress.js'
import { MESSAGES } from '../core/flow/written.js'
import { createTerminal } from './terminal.js'

function shown(isTTY: boolean): string {
  const { io } = createTerminal(MESSAGES)
  const stderr = Object.assign(new PassThrough(), { isTTY })
  const progress = createProgress({ ...io, stderr }, 400)
  for (const done of [200, 400]) progress.show(done)
  progress.end()
  return String(stderr.read() ?? '')
}

test('a bar grows on the terminal and is wiped away in the end', () => {
  expect(shown(true).split('\r').slice(1)).toEqual([
    `${'█'.repeat(15)}${'░'.repeat(15)} 200 de 400`,
    `${'█'.repeat(30)} 400 de 400`,
    '\u001b[2K',
  ])
})

test('where nobody looks there is none', () => {
  expect(shown(false)).toBe('')
})
