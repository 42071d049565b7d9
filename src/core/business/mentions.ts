import { oneLetterAway } from '../owner/one-letter-away.js'
import { fold } from '../understanding/normalise.js'
import type { Business } from './types.js'

/** Something of the business file named in a text; `span` are offsets into the folded text. */
export type Mention = { readonly id: string; readonly span: readonly [start: number, end: number] }

export type Mentions = {
  readonly products: readonly Mention[]
  readonly notMade: readonly Mention[]
  /** Ids, each once, in order of appearance. */
  readonly personas: readonly string[]
  readonly facts: readonly Mention[]
}

type Kind = 'products' | 'notMade' | 'personas' | 'facts'
type Mark = { readonly kind: Kind; readonly id: string }
type Node = { readonly next: Map<string, Node>; readonly marks: Mark[] }
/** Where all phrases begin, with their long first words by length: the ones that may be misspelt. */
type Root = Node & { readonly long: Map<number, Known[]> }
type Known = { readonly word: string; readonly node: Node }
type Token = { readonly text: string; readonly start: number; readonly end: number }
type Hit = { readonly marks: readonly Mark[]; readonly last: number }

const NOTHING: Mentions = { products: [], notMade: [], personas: [], facts: [] }

/**
 * Finds what a text names of the business file, in one pass over its words. Where phrases overlap
 * the longest wins, except that kinds of buyer are looked for on their own. The text comes folded.
 */
export function createMentions(business: Business): (folded: string) => Mentions {
  const things: Root = { ...emptyNode(), long: new Map() }
  const buyers: Root = { ...emptyNode(), long: new Map() }
  for (const { id, words } of business.products) addAll(things, words, { kind: 'products', id })
  for (const { id, words } of business.notMade) addAll(things, words, { kind: 'notMade', id })
  for (const { id, words } of business.facts) addAll(things, words, { kind: 'facts', id })
  for (const { id, words } of business.personas) addAll(buyers, words, { kind: 'personas', id })
  for (const root of [things, buyers]) fileByLength(root)

  return (folded) => {
    const tokens = tokensOf(folded)
    const found = [...walk(things, tokens), ...walk(buyers, tokens)]
    if (found.length === 0) return NOTHING
    const of = (kind: Kind): readonly Mention[] =>
      found.filter((each) => each.kind === kind).map(({ id, span }) => ({ id, span }))
    const personas = [...new Set(of('personas').map(({ id }) => id))]
    return { products: of('products'), notMade: of('notMade'), personas, facts: of('facts') }
  }
}

function addAll(root: Node, phrases: readonly string[], mark: Mark): void {
  for (const phrase of phrases) {
    const words = tokensOf(fold(phrase))
    if (words.length === 0) continue
    const node = words.reduce((at, { text }) => childOf(at, text), root)
    if (!node.marks.some(({ kind, id }) => kind === mark.kind && id === mark.id)) {
      node.marks.push(mark)
    }
  }
}

function fileByLength({ next, long }: Root): void {
  for (const [word, node] of next) {
    if (word.length < LONG_ENOUGH) continue
    const same = long.get(word.length)
    if (same === undefined) long.set(word.length, [{ word, node }])
    else same.push({ word, node })
  }
}

function childOf(node: Node, word: string): Node {
  const child = node.next.get(word) ?? emptyNode()
  // A word given in the plural is known by its singular too, unless that is a word of its own.
  for (const form of numberForms(word)) if (!node.next.has(form)) node.next.set(form, child)
  return child
}

function walk(root: Root, tokens: readonly Token[]): readonly (Mark & Mention)[] {
  const found: (Mark & Mention)[] = []
  for (let first = 0; first < tokens.length; first++) {
    const hit = longest(root, tokens, first)
    if (hit === null) continue
    const span = [tokens[first]?.start ?? 0, tokens[hit.last]?.end ?? 0] as const
    for (const mark of hit.marks) found.push({ ...mark, span })
    first = hit.last
  }
  return found
}

function longest(root: Root, tokens: readonly Token[], first: number): Hit | null {
  let node: Node | undefined = root
  let best: Hit | null = null
  for (let at = first; at < tokens.length; at++) {
    const word = tokens[at]?.text ?? ''
    node =
      step(node, word) ??
      plain(node, word) ??
      bare(node, word) ??
      (at === first ? misspelt(root, word) : undefined)
    if (node === undefined) break
    if (node.marks.length > 0) best = { marks: node.marks, last: at }
  }
  return best
}

function step(node: Node, word: string): Node | undefined {
  const same = node.next.get(word)
  if (same !== undefined || !word.endsWith('s')) return same
  for (const form of numberForms(word)) {
    const next = node.next.get(form)
    if (next !== undefined) return next
  }
  return undefined
}

/** "camiseticas", "delantalcito", "pantaloncitos": a thing of ours said fondly. */
function plain(node: Node, word: string): Node | undefined {
  const last = word.at(word.endsWith('s') ? -2 : -1)
  if (last !== 'o' && last !== 'a') return undefined
  const parts = /^(\p{L}{3,}?)(?:e?c)?i(?:t|c|ll)([oa])(s?)$/u.exec(word)
  if (parts === null) return undefined
  const [, stem = '', vowel = '', plural = ''] = parts
  for (const form of [`${stem}${vowel}`, stem, `${stem}e`, `${stem}${vowel === 'o' ? 'a' : 'o'}`]) {
    const next = step(node, `${form}${plural}`) ?? step(node, form)
    if (next !== undefined) return next
  }
  return undefined
}

/** "blanquearme", "sacármela": a verb of ours with whom and what it is done to behind it. */
function bare({ next }: Node, word: string): Node | undefined {
  let verb = word
  for (let behind = 0; behind < 2; behind++) {
    const pronoun = PRONOUNS.find((each) => verb.endsWith(each))
    if (pronoun === undefined) return undefined
    verb = verb.slice(0, -pronoun.length)
    if (/[aei]r$/.test(verb)) return next.get(verb)
  }
  return undefined
}

const PRONOUNS = ['me', 'te', 'se', 'le', 'lo', 'la', 'nos', 'les', 'los', 'las'] as const

/** Shorter words are too easily another one. */
const LONG_ENOUGH = 6

/** "camizas": a long first word that is one letter away from exactly one of ours. */
function misspelt({ long }: Root, text: string): Node | undefined {
  if (text.length < LONG_ENOUGH) return undefined
  let near: Node | undefined
  for (let length = text.length - 1; length <= text.length + 1; length += 1) {
    for (const { word, node } of long.get(length) ?? NONE) {
      if (node === near || !oneLetterAway(word, text)) continue
      if (near !== undefined) return undefined
      near = node
    }
  }
  return near
}

const NONE: readonly Known[] = []

/** The word itself and what it may be the plural of: "delantales" also "delantale", "delantal". */
function numberForms(word: string): readonly string[] {
  if (word.length < 4 || !word.endsWith('s')) return [word]
  if (word.length < 6 || !word.endsWith('es')) return [word, word.slice(0, -1)]
  return [word, word.slice(0, -1), word.slice(0, -2)]
}

/** Every message comes through here, so it is read by character codes. */
function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let start = -1
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && isWordUnit(text, at)) {
      if (start < 0) start = at
    } else if (start >= 0) {
      tokens.push({ text: text.slice(start, at), start, end: at })
      start = -1
    }
  }
  return tokens
}

function isWordUnit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return (code > 96 && code < 123) || (code > 47 && code < 58)
  return /[\p{L}\p{N}]/u.test(text.charAt(at))
}

function emptyNode(): Node {
  return { next: new Map(), marks: [] }
}
