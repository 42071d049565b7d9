import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Iso, MessageId, Option, SentFile } from '../../core/types.js'
import { openLineFile } from './line-file.js'
import { parseLedgerLine } from './parse-ledger-line.js'

/** One hand-over to a simulated phone. `text` is what a linked device shows, numbers included. */
export type LedgerLine = {
  readonly seq: number
  readonly id: MessageId
  readonly to: string
  readonly text: string
  readonly options?: readonly Option[]
  /** What came with it. */
  readonly file?: SentFile
  readonly replyTo?: MessageId
  readonly at: Iso
}

export type Ledger = {
  /** Writes one line before it returns and gives its `seq`. Throws when the disk refuses. */
  append(line: Omit<LedgerLine, 'seq'>): number
  /** Lines of one phone with a greater `seq`, oldest first. */
  after(to: string, seq: number): readonly LedgerLine[]
  has(id: MessageId): boolean
  close(): void
}

/**
 * The simulated phones' own memory, apart from the database: a repeated hand-over is a second line.
 * `seq` grows over restarts. A line cut short by a crash was never handed over and is removed.
 */
export function openLedger(path: string): Ledger {
  mkdirSync(dirname(path), { recursive: true })
  const lines = new Map<string, LedgerLine[]>()
  const ids = new Set<MessageId>()
  let last = 0
  const remember = (line: LedgerLine): void => {
    const ofPhone = lines.get(line.to)
    if (ofPhone === undefined) lines.set(line.to, [line])
    else ofPhone.push(line)
    ids.add(line.id)
    last = Math.max(last, line.seq)
  }
  const file = openLineFile(path, (text) => {
    const line = parseLedgerLine(text)
    if (line !== null) remember(line)
  })
  return {
    append: (line) => {
      const numbered = { seq: last + 1, ...line }
      file.append(JSON.stringify(numbered))
      remember(numbered)
      return numbered.seq
    },
    after: (to, seq) => since(lines.get(to) ?? [], seq),
    has: (id) => ids.has(id),
    close: file.close,
  }
}

// A reader polls with the last seq it saw, so the few new lines are looked for from the end.
function since(lines: readonly LedgerLine[], seq: number): readonly LedgerLine[] {
  let start = lines.length
  while (start > 0 && (lines[start - 1]?.seq ?? 0) > seq) start -= 1
  return lines.slice(start)
}
