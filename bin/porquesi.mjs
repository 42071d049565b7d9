#!/usr/bin/env node
/** Every command starts here. What serves is a process of its own: it may be killed and stand up again. */
import { fileURLToPath } from 'node:url'

const args = process.argv.slice(2)
if (args[0] !== 'start') await import('./run.mjs')
else {
  const { keepRunning } = await import('./keep-running.mjs')
  await keepRunning(fileURLToPath(new URL('run.mjs', import.meta.url)), args)
}
