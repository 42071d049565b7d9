import { type FSWatcher, watch } from 'node:fs'

/** One save touches a folder several times, and an editor may write several files at once. */
const QUIET_MS = 150
/** How often a folder that went away is looked for. */
const AWAY_MS = 1_000

/**
 * Calls back a moment after something in the folder changed, once for all that changed together.
 * A folder that is replaced, as by a checkout, is followed to its new self. Gives the way to stop.
 */
export function watchFolder(path: string, changed: () => void): () => void {
  let watcher: FSWatcher | null = null
  let timer: NodeJS.Timeout | null = null
  const later = (wait: number): void => {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(look, wait)
    timer.unref()
  }
  const follow = (): boolean => {
    watcher?.close()
    watcher = openWatcher(path, () => later(QUIET_MS))
    return watcher !== null
  }
  const look = (): void => {
    timer = null
    // Before anybody reads: what changes meanwhile is noticed too.
    if (!follow()) later(AWAY_MS)
    changed()
  }
  if (!follow()) later(AWAY_MS)
  return () => {
    if (timer !== null) clearTimeout(timer)
    watcher?.close()
  }
}

function openWatcher(path: string, heard: () => void): FSWatcher | null {
  try {
    return watch(path, { persistent: false }, heard).on('error', heard)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}
