/**
 * Loaded before the bot (`node --import`), and only by the bench: at SIGUSR2 it throws away what nobody
 * holds any more and writes what is left to the file TELL_MEMORY, in bytes. What a process has resident
 * swings with the collector by a third; this does not.
 */
import { renameSync, writeFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const path = process.env.TELL_MEMORY
// What the launcher does for everybody.
setFlagsFromString('--semi-space-growth-factor=1')
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')

process.on('SIGUSR2', () => {
  collect()
  // What the first round let go of may have held something by a finaliser.
  collect()
  const { heapUsed, external, arrayBuffers } = process.memoryUsage()
  writeFileSync(`${path}.part`, JSON.stringify({ held: heapUsed + external + arrayBuffers }))
  renameSync(`${path}.part`, path)
})
