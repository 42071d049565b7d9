#!/usr/bin/env node
/** Every command starts here: builds first when what is built is not current, then runs it. */
import { buildIfStale } from './build.mjs'

const ready = await buildIfStale().then(
  () => true,
  (error) => {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
    return false
  },
)
if (ready) await import('../dist/main.js')
