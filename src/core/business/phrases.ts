import type { Word } from './words.js'

/** A phrase of a table where it stands in a text: `at` is its first word, `marks` what it was filed under. */
type PhraseHit<M> = {
  readonly marks: readonly M[]
  readonly at: number
  readonly length: number
}

export type Phrases<M> = {
  readonly add: (words: readonly Word[], mark: M) => void
  /** From left to right; where several stand in each other's way the one that says more counts. */
  readonly find: (words: readonly Word[], counts: (mark: M) => boolean) => readonly PhraseHit<M>[]
  /** Every stem of every phrase. */
  readonly stems: ReadonlySet<string>
}

type Node<M> = { readonly next: Map<string, Node<M>>; readonly marks: M[] }

/** Phrases by the stems of their words, found in one pass. */
export function createPhrases<M>(): Phrases<M> {
  const root: Node<M> = { next: new Map(), marks: [] }
  const stems = new Set<string>()
  const add = (words: readonly Word[], mark: M): void => {
    if (words.length === 0) return
    const end = words.reduce((node, { stem }) => childOf(node, stem), root)
    end.marks.push(mark)
    for (const { stem } of words) stems.add(stem)
  }
  return { add, stems, find: (words, counts) => findIn(root, words, counts) }
}

function childOf<M>(node: Node<M>, stem: string): Node<M> {
  const known = node.next.get(stem)
  if (known !== undefined) return known
  const made: Node<M> = { next: new Map(), marks: [] }
  node.next.set(stem, made)
  return made
}

function findIn<M>(
  root: Node<M>,
  words: readonly Word[],
  counts: (mark: M) => boolean,
): readonly PhraseHit<M>[] {
  const taken = new Set<number>()
  const hits: PhraseHit<M>[] = []
  const all = words.flatMap((_, at) => allAt(root, words, at, counts))
  for (const hit of all.toSorted(byTelling(words))) {
    const places = Array.from({ length: hit.length }, (_, at) => hit.at + at)
    if (places.some((at) => taken.has(at))) continue
    for (const at of places) taken.add(at)
    hits.push(hit)
  }
  return hits.toSorted((a, b) => a.at - b.at)
}

/** Those with more words that are not small first, then the longer ones, then from left to right. */
function byTelling(words: readonly Word[]): (a: PlaceOf, b: PlaceOf) => number {
  const content = ({ at, length }: PlaceOf): number =>
    words.slice(at, at + length).filter(({ small }) => !small).length
  return (a, b) => content(b) - content(a) || b.length - a.length || a.at - b.at
}

type PlaceOf = { readonly at: number; readonly length: number }

/** Every phrase that begins at a word. */
function allAt<M>(
  root: Node<M>,
  words: readonly Word[],
  first: number,
  counts: (mark: M) => boolean,
): readonly PhraseHit<M>[] {
  const found: PhraseHit<M>[] = []
  let node: Node<M> | undefined = root
  for (let at = first; at < words.length; at++) {
    const stem: string = words[at]?.stem ?? ''
    node = node.next.get(stem) ?? (DIGITS.test(stem) ? node.next.get(ANY_NUMBER) : undefined)
    if (node === undefined) break
    const marks = node.marks.filter(counts)
    if (marks.length > 0) found.push({ marks, at: first, length: at - first + 1 })
  }
  return found
}

/** In a phrase of a table it stands for every number that is written in digits. */
const ANY_NUMBER = '0'
const DIGITS = /^\d+$/
