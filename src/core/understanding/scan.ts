import { findPhrases, type Hit } from './automaton.js'
import { readTokens, type Vocabulary } from './lexicon.js'
import { type Num, readNumbers } from './numbers.js'
import { is, type Token } from './token.js'
import type { Found, ReadOptions } from './types.js'

/** What a token was spent on; a number that was spent is read by nobody else. */
type Use = 'free' | 'masked' | 'date' | 'money' | 'count' | 'name'

/** A message cut up once, handed from reader to reader. */
export type Scan = {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly hits: ReadonlyMap<string, readonly Hit[]>
  /** The same phrases by the token where they start, and by the one after their last. */
  readonly starts: readonly (readonly Hit[] | undefined)[]
  readonly ends: readonly (readonly Hit[] | undefined)[]
  /** Which tokens the phrases of a tag cover, for tags with many: filled when first asked for. */
  readonly covers: Map<string, Uint8Array>
  readonly numbers: readonly Num[]
  readonly numberAt: readonly (Num | undefined)[]
  readonly uses: Use[]
  readonly vocabulary: Vocabulary
  readonly options: ReadOptions
}

const NOTHING: readonly Hit[] = []

export function createScan(text: string, vocabulary: Vocabulary, options: ReadOptions): Scan {
  const tokens = readTokens(text, vocabulary)
  const hits = new Map<string, Hit[]>()
  const starts = new Array<Hit[] | undefined>(tokens.length + 1)
  const ends = new Array<Hit[] | undefined>(tokens.length + 1)
  for (const hit of findPhrases(vocabulary.automata, tokens)) {
    if (isFalseDoubt(text, tokens, hit)) continue
    const list = hits.get(hit.tag)
    if (list === undefined) hits.set(hit.tag, [hit])
    else list.push(hit)
    file(starts, hit.from, hit)
    file(ends, hit.to, hit)
  }
  const numbers = readNumbers(tokens, hits.get('number') ?? NOTHING, hits.get('odd') ?? NOTHING)
  const numberAt = new Array<Num | undefined>(tokens.length)
  for (const num of numbers) numberAt[num.from] = num
  const uses = allFree(tokens)
  const covers = new Map<string, Uint8Array>()
  return { text, tokens, hits, starts, ends, covers, numbers, numberAt, uses, vocabulary, options }
}

/** The same message for another question, with nothing spent. */
export function anew(scan: Scan, options: ReadOptions): Scan {
  const { text, tokens, hits, starts, ends, covers, numbers, numberAt, vocabulary } = scan
  const uses = allFree(tokens)
  return { text, tokens, hits, starts, ends, covers, numbers, numberAt, uses, vocabulary, options }
}

function allFree(tokens: readonly Token[]): Use[] {
  return new Array<Use>(tokens.length).fill('free')
}

/** "no se arruga" is not "no sé": without its accent the word must end the clause or lead to a question. */
function isFalseDoubt(text: string, tokens: readonly Token[], hit: Hit): boolean {
  const last = tokens[hit.to - 1]
  if (last === undefined || !is(last, 'doubt') || hit.to - hit.from < 2) return false
  if (!is(tokens[hit.to - 2], 'doubt_lead')) return false
  if (text[last.end - 1] !== 'e' && text[last.end - 1] !== 'E') return false
  const next = tokens[hit.to]
  return next?.kind === 'word' && !is(next, 'after_doubt')
}

export function hitsOf(scan: Scan, tag: string): readonly Hit[] {
  return scan.hits.get(tag) ?? NOTHING
}

/** The phrase of that tag that ends just before `at`, or null. */
export function hitBefore(scan: Scan, tag: string, at: number): Hit | null {
  for (const hit of scan.ends[at] ?? NOTHING) if (hit.tag === tag) return hit
  return null
}

/** The phrase of that tag that starts at `at`, or null. */
export function hitAt(scan: Scan, tag: string, at: number): Hit | null {
  for (const hit of scan.starts[at] ?? NOTHING) if (hit.tag === tag) return hit
  return null
}

function file(table: (Hit[] | undefined)[], at: number, hit: Hit): void {
  const list = table[at]
  if (list === undefined) table[at] = [hit]
  else list.push(hit)
}

/** The number that starts at a token, or null. */
export function numberAt(scan: Scan, at: number): Num | null {
  return scan.numberAt[at] ?? null
}

/** Whether a phrase of that tag covers the token. */
export function isWithin(scan: Scan, tag: string, at: number): boolean {
  const hits = hitsOf(scan, tag)
  if (hits.length <= FEW) return hits.some((hit) => hit.from <= at && at < hit.to)
  let cover = scan.covers.get(tag)
  if (cover === undefined) {
    cover = new Uint8Array(scan.tokens.length)
    for (const { from, to } of hits) cover.fill(1, from, to)
    scan.covers.set(tag, cover)
  }
  return cover[at] === 1
}

/** So many phrases are looked through one by one. */
const FEW = 8

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
