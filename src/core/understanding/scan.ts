import { readTokens, type Vocabulary } from './lexicon.js'
import { type Num, readNumbers } from './numbers.js'
import type { Token } from './token.js'
import { findPhrases, type Hit } from './trie.js'
import type { Found, ReadOptions } from './types.js'

/** What a token was spent on; a number that was spent is read by nobody else. */
export type Use = 'free' | 'masked' | 'date' | 'money' | 'count' | 'name'

/** A message cut up once, handed from reader to reader. */
export type Scan = {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly hits: ReadonlyMap<string, readonly Hit[]>
  readonly numbers: readonly Num[]
  readonly uses: Use[]
  readonly vocabulary: Vocabulary
  readonly options: ReadOptions
}

const NOTHING: readonly Hit[] = []

export function createScan(text: string, vocabulary: Vocabulary, options: ReadOptions): Scan {
  const tokens = readTokens(text, vocabulary)
  const hits = new Map<string, Hit[]>()
  for (const hit of findPhrases(vocabulary.phrases, tokens)) {
    const list = hits.get(hit.tag)
    if (list === undefined) hits.set(hit.tag, [hit])
    else list.push(hit)
  }
  const numbers = readNumbers(tokens, hits.get('number') ?? NOTHING)
  const uses = new Array<Use>(tokens.length).fill('free')
  return { text, tokens, hits, numbers, uses, vocabulary, options }
}

export function hitsOf(scan: Scan, tag: string): readonly Hit[] {
  return scan.hits.get(tag) ?? NOTHING
}

/** The phrase of that tag that ends just before `at`, or null. */
export function hitBefore(scan: Scan, tag: string, at: number): Hit | null {
  for (const hit of hitsOf(scan, tag)) if (hit.to === at) return hit
  return null
}

/** The phrase of that tag that starts at `at`, or null. */
export function hitAt(scan: Scan, tag: string, at: number): Hit | null {
  for (const hit of hitsOf(scan, tag)) if (hit.from === at) return hit
  return null
}

/** Whether a phrase of that tag covers the token. */
export function isWithin(scan: Scan, tag: string, at: number): boolean {
  return hitsOf(scan, tag).some((hit) => hit.from <= at && at < hit.to)
}

export function spend(scan: Scan, from: number, to: number, use: Use): void {
  for (let i = from; i < to; i += 1) scan.uses[i] = use
}

export function isFree(scan: Scan, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (scan.uses[i] !== 'free') return false
  return true
}

/** A value with the words that carry it: tokens `from` to `to` (exclusive). */
export function found<V>(
  scan: Scan,
  value: V,
  from: number,
  to: number,
  confidence: number,
): Found<V> {
  const start = scan.tokens[from]?.start ?? 0
  const end = Math.max(scan.tokens[to - 1]?.end ?? start, start)
  return { value, said: scan.text.slice(start, end), span: [start, end], confidence }
}
