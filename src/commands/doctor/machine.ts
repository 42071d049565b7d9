import { statfsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What the doctor asks of the machine; a test puts a sick one in its place. */
export type Machine = {
  /** Without the v: "20.19.0". */
  readonly nodeVersion: string
  now(): Date
  /** When this program was built: no clock that is right shows an earlier time. */
  builtAt(): Date
  /** Bytes that may still be written where this path stands, or would. */
  freeBytes(path: string): number
}

/** What the build compiled, beside the program; the sources have none. */
const BUILT = fileURLToPath(new URL('../../data', import.meta.url))

export const thisMachine: Machine = {
  nodeVersion: process.versions.node,
  now: () => new Date(),
  builtAt: () => statSync(BUILT, { throwIfNoEntry: false })?.mtime ?? new Date(0),
  freeBytes: (path) => {
    const { bavail, bsize } = statfsSync(path)
    return bavail * bsize
  },
}
