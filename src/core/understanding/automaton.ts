import { NOWHERE, type Packed } from './pack.js'
import type { Token } from './token.js'
import type { Mark } from './trie.js'

/** A phrase found in a message: token indexes, `to` exclusive. */
export type Hit = {
  readonly tag: string
  readonly value: string
  readonly from: number
  readonly to: number
}

/**
 * All phrases of one file, ready to be looked for. Its states are numbers in one array and not objects:
 * there are a hundred thousand ways on, and a table for each state takes twenty times the memory.
 */
export type Automaton = {
  readonly words: ReadonlyMap<string, number>
  readonly groups: ReadonlyMap<string, number>
  readonly marks: readonly Mark[]
  /** As in `Packed`. */
  readonly cells: Uint16Array
  /** Where each state begins in `cells`. */
  readonly begins: Uint32Array
  readonly root: number
}

/** @throws Error when it has no state at all. */
export function openAutomaton({ words, groups, marks, cells }: Packed): Automaton {
  const begins: number[] = []
  for (let at = 0; at < cells.length; at = afterState(cells, at)) begins.push(at)
  if (begins.length === 0) throw new Error('an automaton without states')
  return {
    words: placesIn(words),
    groups: placesIn(groups),
    marks,
    cells,
    begins: Uint32Array.from(begins),
    root: begins.length - 1,
  }
}

function placesIn(keys: readonly string[]): ReadonlyMap<string, number> {
  return new Map(keys.map((key, place) => [key, place]))
}

function afterState(cells: Uint16Array, state: number): number {
  const groups = afterEdges(cells, state + 1)
  const marks = afterEdges(cells, groups)
  return marks + 1 + (cells[marks] ?? 0)
}

function afterEdges(cells: Uint16Array, at: number): number {
  return at + 1 + 2 * (cells[at] ?? 0)
}

/**
 * Every phrase that stands in the tokens; of each tag only the longest at each place, of the first
 * automaton that has it.
 */
export function findPhrases(automata: readonly Automaton[], tokens: readonly Token[]): Hit[] {
  const searches = automata.map((automaton) => createSearch(automaton, tokens))
  const hits: Hit[] = []
  for (let from = 0; from < tokens.length; from += 1) {
    const first = hits.length
    for (const search of searches) walk(search, search.automaton.root, from, from, hits, first)
  }
  return hits
}

const UNHEARD = -1
const NO_GROUPS: readonly number[] = []

/** A message in the numbers of one automaton: each token's word as understood, as written, and its groups. */
type Search = {
  readonly automaton: Automaton
  readonly length: number
  readonly words: readonly number[]
  readonly written: readonly number[]
  readonly groups: readonly (readonly number[])[]
  readonly isMark: readonly boolean[]
}

function createSearch(automaton: Automaton, tokens: readonly Token[]): Search {
  const wordAt = (word: string): number => automaton.words.get(word) ?? UNHEARD
  return {
    automaton,
    length: tokens.length,
    words: tokens.map(({ word }) => wordAt(word)),
    written: tokens.map(({ word, text }) => (text === word ? UNHEARD : wordAt(text))),
    groups: tokens.map(({ groups }) => (groups === null ? NO_GROUPS : placesOf(groups, automaton))),
    isMark: tokens.map(({ kind }) => kind === 'mark'),
  }
}

function placesOf(groups: ReadonlySet<string>, automaton: Automaton): readonly number[] {
  const places: number[] = []
  for (const group of groups) {
    const place = automaton.groups.get(group)
    if (place !== undefined) places.push(place)
  }
  return places
}

function walk(
  search: Search,
  state: number,
  from: number,
  at: number,
  hits: Hit[],
  first: number,
): void {
  const { automaton } = search
  const { cells } = automaton
  const begin = automaton.begins[state] ?? 0
  const words = begin + 1
  const groups = afterEdges(cells, words)
  keepMarks(automaton, afterEdges(cells, groups), from, at, hits, first)
  if (at === search.length) return
  const on = (next: number): void => {
    if (next !== NOWHERE) walk(search, next, from, at + 1, hits, first)
  }
  on(follow(cells, words, search.words[at] ?? UNHEARD))
  on(follow(cells, words, search.written[at] ?? UNHEARD))
  for (const group of search.groups[at] ?? NO_GROUPS) on(follow(cells, groups, group))
  if (!search.isMark[at]) on(cells[begin] ?? NOWHERE)
}

/** Where the edges that begin at `edges` lead by this key, or `NOWHERE`. They stand in order. */
function follow(cells: Uint16Array, edges: number, key: number): number {
  if (key === UNHEARD) return NOWHERE
  let low = 0
  let high = (cells[edges] ?? 0) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const at = edges + 1 + 2 * middle
    const found = cells[at] ?? 0
    if (found === key) return cells[at + 1] ?? NOWHERE
    if (found < key) low = middle + 1
    else high = middle - 1
  }
  return NOWHERE
}

function keepMarks(
  { cells, marks }: Automaton,
  list: number,
  from: number,
  to: number,
  hits: Hit[],
  first: number,
): void {
  const end = list + (cells[list] ?? 0)
  for (let at = list + 1; at <= end; at += 1) {
    const mark = marks[cells[at] ?? 0]
    if (mark !== undefined) keepLongest(hits, first, mark, from, to)
  }
}

function keepLongest(hits: Hit[], first: number, mark: Mark, from: number, to: number): void {
  for (let i = first; i < hits.length; i += 1) {
    const hit = hits[i]
    if (hit === undefined || hit.tag !== mark.tag) continue
    if (hit.to < to) hits[i] = { tag: mark.tag, value: mark.value, from, to }
    return
  }
  hits.push({ tag: mark.tag, value: mark.value, from, to })
}
