import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs'

type LineFile = {
  /** Writes one line whole or not at all; throws what the file system said. */
  append(line: string): void
  close(): void
}

const CHUNK = 1 << 16
const NEWLINE = 0x0a

/**
 * A text file that only grows, one line at a time. `each` gets the lines already there; what
 * follows the last line break is the stump of an interrupted write and is cut off.
 */
export function openLineFile(path: string, each: (line: string) => void): LineFile {
  const fd = openSync(path, 'a+', 0o600)
  let size = readLines(fd, each)
  if (fstatSync(fd).size > size) ftruncateSync(fd, size)
  let torn = false
  let closed = false
  return {
    append: (line) => {
      // The number of a closed file may by now belong to another one.
      if (closed) throw new Error('the ledger is closed')
      if (torn) ftruncateSync(fd, size)
      torn = true
      size += writeWhole(fd, Buffer.from(`${line}\n`))
      torn = false
    },
    close: () => {
      if (!closed) closeSync(fd)
      closed = true
    },
  }
}

// A full disk takes part of a line and refuses the rest only at the next call.
function writeWhole(fd: number, bytes: Buffer): number {
  let written = 0
  while (written < bytes.length) written += writeSync(fd, bytes, written)
  return written
}

function readLines(fd: number, each: (line: string) => void): number {
  const chunk = Buffer.alloc(CHUNK)
  let pending: Buffer[] = []
  let position = 0
  let whole = 0
  for (;;) {
    const read = readSync(fd, chunk, 0, CHUNK, position)
    if (read === 0) return whole
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end !== -1 && end < read; ) {
      each(Buffer.concat([...pending, chunk.subarray(start, end)]).toString('utf8'))
      pending = []
      start = end + 1
      whole = position + start
      end = chunk.indexOf(NEWLINE, start)
    }
    pending.push(Buffer.from(chunk.subarray(start, read)))
    position += read
  }
}
