/** One record of a table in text; `line` is where it begins, counted from 1. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] }

type Csv =
  | { readonly kind: 'rows'; readonly rows: readonly CsvRow[] }
  /** A quotation mark that nothing closes swallows the rest of the file. */
  | { readonly kind: 'unclosed'; readonly line: number }

const DELIMITERS = [';', ',', '\t', '|'] as const

/**
 * Reads a table as spreadsheets write it: parted by semicolons, commas, tabs or bars, whichever its
 * first line has most of; with quoted cells, line breaks inside them, a byte-order mark and Excel's
 * own "sep=;" line. Empty lines are left out.
 */
export function readCsv(text: string): Csv {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text
  const told = /^sep=(.)\r?\n/i.exec(body)
  const start = told?.[0].length ?? 0
  return readFrom(body, start, told?.[1] ?? delimiterOf(body), told === null ? 1 : 2)
}

function delimiterOf(text: string): string {
  const head = firstRecord(text)
  const counts = DELIMITERS.map((mark) => ({ mark, n: head.split(mark).length }))
  return counts.toSorted((a, b) => b.n - a.n)[0]?.mark ?? ','
}

/** Up to the first line break outside quotation marks, without what stands inside them. */
function firstRecord(text: string): string {
  const unquoted = text.slice(0, 10_000).replace(/"[^"]*"/g, '')
  return unquoted.split(/\r?\n/).find((line) => line.trim() !== '') ?? ''
}

function readFrom(text: string, start: number, mark: string, firstLine: number): Csv {
  const rows: CsvRow[] = []
  let cells: string[] = []
  let line = firstLine
  let begins = firstLine
  let at = start
  const endRow = (): void => {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: begins, cells })
    cells = []
    begins = line
  }
  while (at < text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, mark)
    if (cell === null) return { kind: 'unclosed', line }
    cells.push(cell.value)
    line += cell.breaks
    at = cell.next
    if (text[at] === mark) {
      at += 1
      if (at === text.length) cells.push('')
      continue
    }
    line += 1
    at += text.startsWith('\r\n', at) ? 2 : 1
    endRow()
  }
  endRow()
  return { kind: 'rows', rows }
}

type Cell = { readonly value: string; readonly next: number; readonly breaks: number }

function plainCell(text: string, from: number, mark: string): Cell {
  let at = from
  while (at < text.length && text[at] !== mark && text[at] !== '\n' && text[at] !== '\r') at += 1
  return { value: text.slice(from, at), next: at, breaks: 0 }
}

function quotedCell(text: string, from: number): Cell | null {
  let value = ''
  let at = from + 1
  for (;;) {
    const end = text.indexOf('"', at)
    if (end < 0) return null
    value += text.slice(at, end)
    at = end + 1
    if (text[at] !== '"') break
    value += '"'
    at += 1
  }
  return { value, next: at, breaks: value.split('\n').length - 1 }
}
