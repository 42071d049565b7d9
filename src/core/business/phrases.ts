import type { Word } from './words.js'

/** A phrase of a table where it stands in a text: `at` is its first word, `marks` what it was filed under. */
export type PhraseHit<M> = {
  readonly marks: readonly M[]
  readonly at: number
  readonly length: number
}

export type Phrases<M> = {
  readonly add: (words: readonly Word[], mark: M) => void
  /** From left to right; of several that begin at a word the longest counts, and what it covers is spoken for. */
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
  const hits: PhraseHit<M>[] = []
  for (let at = 0; at < words.length; at++) {
    const hit = longest(root, words, at, counts)
    if (hit === null) continue
    hits.push(hit)
    at += hit.length - 1
  }
  return hits
}

function longest<M>(
  root: Node<M>,
  words: readonly Word[],
  first: number,
  counts: (mark: M) => boolean,
): PhraseHit<M> | null {
  let best: PhraseHit<M> | null = null
  let node: Node<M> | undefined = root
  for (let at = first; at < words.length; at++) {
    node = node.next.get(words[at]?.stem ?? '')
    if (node === undefined) break
    const marks = node.marks.filter(counts)
    if (marks.length > 0) best = { marks, at: first, length: at - first + 1 }
  }
  return best
}
