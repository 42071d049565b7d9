import { tokenise } from './tokens.js'

/** A literal word or mark, `<group>`, `*` (any one word), or alternatives (an empty one: it may be missing). */
type Part = string | readonly Sequence[]
export type Sequence = readonly Part[]

/**
 * Parses a line of the lexicon. `(a|b c)` are alternatives, `[x]` and `(x)?` may be missing, `<group>` is
 * any word of that group, `*` any one word.
 */
export function parsePhrase(phrase: string): Sequence {
  if (isPlain(phrase)) return phrase.split(' ')
  const [alternatives, end] = readAlternatives(phrase, 0, '')
  if (end < phrase.length) throw new Error(`unbalanced "${phrase[end]}" in "${phrase}"`)
  return alternatives.length === 1 ? (alternatives[0] ?? []) : [alternatives]
}

export function isGroup(step: string): boolean {
  return step.length > 2 && step.startsWith('<') && step.endsWith('>')
}

function readAlternatives(text: string, from: number, close: string): [Sequence[], number] {
  const done: Sequence[] = []
  let current: Part[] = []
  let i = from
  while (i < text.length) {
    const c = text[i] ?? ''
    if (c === close) break
    if (c === '|') {
      done.push(current)
      current = []
      i += 1
    } else if (c === '(' || c === '[') {
      const [inner, end] = readAlternatives(text, i + 1, c === '(' ? ')' : ']')
      if (end >= text.length) throw new Error(`unclosed "${c}" in "${text}"`)
      const optional = c === '[' || text[end + 1] === '?'
      current.push(optional ? [[], ...inner] : inner)
      i = c === '(' && optional ? end + 2 : end + 1
    } else {
      const end = endOfLiteral(text, i)
      current.push(...literal(text.slice(i, end)))
      i = end
    }
  }
  done.push(current)
  return [done, i]
}

function endOfLiteral(text: string, from: number): number {
  let i = from
  while (i < text.length && !'|()[]'.includes(text[i] ?? '')) i += 1
  return Math.max(i, from + 1)
}

/** Small unaccented letters, and single spaces between them, only: nothing to cut or fold. */
function isPlain(part: string): boolean {
  for (let i = 0; i < part.length; i += 1) {
    const code = part.charCodeAt(i)
    if (code >= 97 && code <= 122) continue
    if (code !== 32 || i === 0 || i + 1 === part.length || part.charCodeAt(i - 1) === 32)
      return false
  }
  return true
}

function literal(text: string): string[] {
  if (isPlain(text)) return text.split(' ')
  const steps: string[] = []
  for (const part of text.split(' ')) {
    if (part === '') continue
    if (part === '*' || isGroup(part) || isPlain(part)) steps.push(part)
    else for (const token of tokenise(part)) steps.push(token.text)
  }
  return steps
}
