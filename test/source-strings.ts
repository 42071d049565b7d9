/** A string or template literal of a TypeScript file. */
export type Literal = {
  /** The texts between the `${…}` of a template; one text for a plain string. */
  readonly texts: readonly string[]
  readonly line: number
}

/** Every literal of a source text, those inside `${…}` included; comments and patterns left out. */
export function stringsIn(source: string): readonly Literal[] {
  const literals: Literal[] = []
  scanCode(source, 0, literals)
  return literals
}

/** Reads code from `start` to the brace that closes it, or to the end; answers where it stopped. */
function scanCode(source: string, start: number, found: Literal[]): number {
  let depth = 0
  let before = ''
  for (let at = start; at < source.length; ) {
    const two = source.slice(at, at + 2)
    const char = source.charAt(at)
    if (two === '//') at = endOf(source, '\n', at)
    else if (two === '/*') at = endOf(source, '*/', at + 2)
    else if (char === "'" || char === '"') at = scanString(source, at, found)
    else if (char === '`') at = scanTemplate(source, at, found)
    else if (char === '/' && PATTERN_MAY_FOLLOW.test(before)) at = scanPattern(source, at)
    else {
      if (char === '}' && depth === 0) return at
      depth += char === '{' ? 1 : char === '}' ? -1 : 0
      at += 1
      if (!/\s/.test(char)) before = (before + char).slice(-8)
      continue
    }
    if (two !== '//' && two !== '/*') before = '"'
  }
  return source.length
}

/** After these a slash begins a pattern; after a name, a number or a closing bracket it divides. */
const PATTERN_MAY_FOLLOW = /(^|[(,=:[!&|?{};+\-*%<>~^]|return|case|typeof)$/

function scanString(source: string, start: number, found: Literal[]): number {
  const quote = source.charAt(start)
  let at = start + 1
  while (at < source.length && source.charAt(at) !== quote) at += source.charAt(at) === '\\' ? 2 : 1
  found.push({ texts: [source.slice(start + 1, at)], line: lineAt(source, start) })
  return at + 1
}

function scanTemplate(source: string, start: number, found: Literal[]): number {
  const texts: string[] = []
  let from = start + 1
  let at = from
  while (at < source.length && source.charAt(at) !== '`') {
    if (source.slice(at, at + 2) === '${') {
      texts.push(source.slice(from, at))
      at = scanCode(source, at + 2, found) + 1
      from = at
    } else at += source.charAt(at) === '\\' ? 2 : 1
  }
  found.push({ texts: [...texts, source.slice(from, at)], line: lineAt(source, start) })
  return at + 1
}

function scanPattern(source: string, start: number): number {
  let inClass = false
  let at = start + 1
  for (; at < source.length; at++) {
    const char = source.charAt(at)
    if (char === '\\') at++
    else if (char === '[') inClass = true
    else if (char === ']') inClass = false
    else if (char === '/' && !inClass) break
  }
  return at + 1
}

function endOf(source: string, mark: string, from: number): number {
  const end = source.indexOf(mark, from)
  return end < 0 ? source.length : end + mark.length
}

function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length
}
