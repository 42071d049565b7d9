import { createHash } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import type { FlowFileText, Written } from './load.js'

/** What the running code was built from; only a build puts it here. */
declare const BUILD_ID: string

const FILE = fileURLToPath(new URL('../kept-flows.json', import.meta.url))

type Kept = { readonly key: string; readonly written: Written }

/**
 * What these very texts were found to say before, by this very build; null when that is not known.
 * Reading and checking them anew takes longer than all the rest of a start.
 */
export async function keptFlows(texts: readonly FlowFileText[]): Promise<Written | null> {
  const key = keyOf(texts)
  if (key === null) return null
  try {
    const kept = JSON.parse(await readFile(FILE, 'utf8')) as Kept
    return kept.key === key ? kept.written : null
  } catch {
    // Not there yet, or not whole: they are read again.
    return null
  }
}

/** Remembers what they say, without problems, for the next start. Losing it costs only time. */
export async function keepFlows(texts: readonly FlowFileText[], written: Written): Promise<void> {
  const key = keyOf(texts)
  if (key === null) return
  const text = JSON.stringify({ key, written })
  if (!isDeepStrictEqual(JSON.parse(text), { key, written })) return
  const next = `${FILE}.${process.pid}`
  try {
    // Whole or not at all: another process may be reading.
    await writeFile(next, text)
    await rename(next, FILE)
  } catch {
    await rm(next, { force: true }).catch(() => {})
  }
}

/** Null when run from the sources, where nothing tells one version of the code from the next. */
function keyOf(texts: readonly FlowFileText[]): string | null {
  if (typeof BUILD_ID === 'undefined') return null
  // Names count: steps know the file they stand in. So does Node: it knows the time zones.
  const said = JSON.stringify([BUILD_ID, process.version, texts])
  return createHash('sha256').update(said).digest('hex')
}
