#!/usr/bin/env node
/** Every command starts here: builds first when what is built is not current, then runs it. */
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { isStale } from './build.mjs'

// Left alone, what is short-lived spreads over 32 MB that are never given back. Kept within its
// first few, a start takes 12 MB less and a flood of messages 26, and neither takes longer.
const FLAGS = ['--semi-space-growth-factor=1']

const args = process.argv.slice(2)
if (isStale() && !(await build())) process.exitCode = 1
else if (args[0] === 'start') await runBelow()
else await runHere()

async function runHere() {
  for (const flag of FLAGS) setFlagsFromString(flag)
  await import('../dist/main.js')
}

async function runBelow() {
  const { keepRunning } = await import('./keep-running.mjs')
  await keepRunning(fileURLToPath(new URL('../dist/main.js', import.meta.url)), FLAGS, args)
}

/** In a process of its own: compilers would leave this one with five times the memory it needs. */
async function build() {
  const { spawnSync } = await import('node:child_process')
  const script = fileURLToPath(new URL('build.mjs', import.meta.url))
  return (
    spawnSync(process.execPath, [script], { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  )
}
