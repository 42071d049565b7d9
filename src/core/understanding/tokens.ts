import { foldWord } from './normalise.js'

/** A word, a run of digits with its separators, or one mark (punctuation, symbol, emoji). */
export type Lexeme = {
  readonly kind: 'word' | 'number' | 'mark'
  /** Folded text. */
  readonly text: string
  /** UTF-16 offsets into the source. */
  readonly start: number
  readonly end: number
  /** No white space stands before it. */
  readonly glued: boolean
}

const SPACE = 0
const LETTER = 1
const DIGIT = 2
const HIDDEN = 3
const MARK = 4

/** Cuts a text into lexemes in one pass. */
export function tokenise(text: string): Lexeme[] {
  const out: Lexeme[] = []
  let i = 0
  let glued = false
  while (i < text.length) {
    const kind = classOf(text.charCodeAt(i))
    const start = i
    if (kind === SPACE || kind === HIDDEN) {
      i += 1
      if (kind === SPACE) glued = false
      continue
    }
    if (kind === LETTER) {
      i = endOfWord(text, i)
      const word = foldWord(text.slice(start, i)).replaceAll("'", '').replaceAll('\u2019', '')
      out.push({ kind: 'word', text: word, start, end: i, glued })
    } else if (kind === DIGIT) {
      i = endOfNumber(text, i)
      out.push({ kind: 'number', text: plainNumber(text.slice(start, i)), start, end: i, glued })
    } else {
      i += isPair(text, i) ? 2 : 1
      const mark = text.slice(start, i)
      if (isSkinTone(mark)) continue
      const ten = mark === '\u{1f51f}'
      out.push({ kind: ten ? 'number' : 'mark', text: ten ? '10' : mark, start, end: i, glued })
    }
    glued = true
  }
  return out
}

function classOf(code: number): number {
  if (code < 128) return asciiClass(code)
  if (code === 0xa0 || code === 0x3000 || code === 0x2028 || code === 0x2029) return SPACE
  if (code === 0xaa || code === 0xba) return LETTER
  if (code < 0xc0) return code === 0xad ? HIDDEN : MARK
  if (code === 0xd7 || code === 0xf7) return MARK
  if (code < 0x300) return LETTER
  if (code < 0x370) return HIDDEN
  if (code < 0x2000) return LETTER
  if (code <= 0x200a) return SPACE
  if (isHidden(code)) return HIDDEN
  if (code < 0x2c00) return MARK
  if (code >= 0xd800 && code <= 0xf8ff) return MARK
  return code >= 0x3040 || code < 0x2e00 ? LETTER : MARK
}

function asciiClass(code: number): number {
  if (code <= 32 || code === 127) return SPACE
  if (code >= 48 && code <= 57) return DIGIT
  const lower = code | 32
  return lower >= 97 && lower <= 122 ? LETTER : MARK
}

function isHidden(code: number): boolean {
  if (code >= 0x200b && code <= 0x200f) return true
  if (code >= 0x202a && code <= 0x202e) return true
  if (code >= 0x2060 && code <= 0x2064) return true
  return code === 0xfe0e || code === 0xfe0f || code === 0xfeff || code === 0x20e3
}

function endOfWord(text: string, from: number): number {
  let i = from + 1
  while (i < text.length) {
    const code = text.charCodeAt(i)
    const kind = classOf(code)
    const apostrophe = code === 39 || code === 0x2019
    // "pa' ayer": a clipped word keeps its apostrophe, a quoted one does not.
    const joins = apostrophe && (i === from + 2 || classOf(text.charCodeAt(i + 1)) === LETTER)
    if (kind !== LETTER && kind !== HIDDEN && !joins) break
    i += 1
  }
  return i
}

function endOfNumber(text: string, from: number): number {
  let i = from + 1
  while (i < text.length) {
    const code = text.charCodeAt(i)
    const kind = classOf(code)
    const joins = isSeparator(code) && classOf(text.charCodeAt(i + 1)) === DIGIT
    if (kind !== DIGIT && kind !== HIDDEN && !joins) break
    i += 1
  }
  return i
}

/** Dot, comma, and the apostrophes with which some countries mark the millions. */
function isSeparator(code: number): boolean {
  return code === 46 || code === 44 || code === 39 || code === 0x2019 || code === 0xb4
}

function plainNumber(raw: string): string {
  let out = ''
  for (let i = 0; i < raw.length; i += 1) {
    const code = raw.charCodeAt(i)
    if (code >= 48 && code <= 57) out += raw[i]
    else if (code === 46 || code === 44) out += raw[i]
    else if (isSeparator(code)) out += "'"
  }
  return out
}

function isPair(text: string, i: number): boolean {
  const high = text.charCodeAt(i)
  const low = text.charCodeAt(i + 1)
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff
}

function isSkinTone(mark: string): boolean {
  const code = mark.codePointAt(0) ?? 0
  return code >= 0x1f3fb && code <= 0x1f3ff
}
