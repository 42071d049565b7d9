import { accessSync, constants, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const MEMORY = '/dev/shm'
/** A year of four hundred people leaves a twentieth of that, its weekly copies included. */
const ENOUGH_BYTES = 1024 ** 3

/**
 * Where a town's files stand: in memory, where the machine has a folder for that and room in it. A kill of
 * the process takes nothing from there that it leaves on a disk, and a year of waiting for disks proves nothing.
 */
export function memoryFolder(): string {
  try {
    accessSync(MEMORY, constants.W_OK)
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize >= ENOUGH_BYTES ? MEMORY : tmpdir()
  } catch {
    // Not every system has it.
    return tmpdir()
  }
}
