import { wordList } from '../business/word-list.js'
import { answeringOf } from './answering.js'
import type { Draft } from './draft.js'
import type { Heard } from './heard.js'
import { tradeWords } from './trade-words.js'

/** A thing takes no more words: "batas de laboratorio blancas". */
const MOST_WORDS = 5
/** Where a clause ends. */
const MARKS = /[?!.,;:\n]/
/** Behind a wish more of them would tell for whom and for what. */
const WISHED_WORDS = 3

/** A thing that they ask for ("¿hacen batas?") and that no list of the business file names; in their words. */
export function askedThing(draft: Draft, heard: Heard): string | null {
  const { mentions, reading } = heard
  const list = listsOf(draft)
  if (!reading.cues.includes('asks') || mentions.facts.length > 0 || mentions.notMade.length > 0)
    return null
  const found = behind(heard, /[?!.,\n]/, list('order.makes'))
  if (found === null || found.words.length > MOST_WORDS) return null
  const [first = ''] = found.words
  // "¿tienen parqueadero?" asks for no thing to buy; "¿tienen batas?" does.
  const several = list('order.has').includes(found.verb) ? first.endsWith('s') : first !== ''
  const other = list('order.services').includes(first) || isNoThing(draft, first)
  if (!several || other) return null
  // "¿hacen radiografías?", of which a fact tells: nothing that they would order.
  if (answeringOf({ context: draft.context, language: draft.dialogue.language }, heard) !== null)
    return null
  const end = found.words.findLastIndex((word) => !list('order.places').includes(word)) + 1
  return inTheirWords(heard, found.words.slice(0, end))
}

/** "gorras bordadas" of "necesito unas gorras bordadas para el equipo": up to where it is told for whom. */
export function wantedThing(draft: Draft, heard: Heard): string | null {
  const { mentions } = heard
  const list = listsOf(draft)
  const known = [...mentions.products, ...mentions.notMade, ...mentions.facts]
  if (known.length > 0 || namesTrade(draft, heard)) return null
  const found = behind(heard, MARKS, list('order.wants')) ?? answeredWith(draft, heard)
  if (found === null) return null
  const { words } = found
  const from = words.findIndex((word) => !list('order.before_thing').includes(word))
  const first = words[from] ?? ''
  // "necesito saber", "quiero que": without an article only what looks like several is a thing.
  const led = from > 0 && list('order.articles').includes(words[from - 1] ?? '')
  const isThing = /^\p{L}{4,}$/u.test(first) && (led || first.endsWith('s'))
  if (!isThing || isNoThing(draft, first)) return null
  const end = words.findIndex((word, at) => at > from && list('order.after_thing').includes(word))
  const last = Math.min(end < 0 ? words.length : end, from + WISHED_WORDS)
  return inTheirWords(heard, words.slice(from, last))
}

/** "algo como unas batitas", to what they need, is a wish without its verb; "para una cafetería" is none. */
function answeredWith(draft: Draft, heard: Heard): Behind | null {
  const list = listsOf(draft)
  const asked = heard.asked?.step.slots.includes('need') === true
  if (!asked || heard.mentions.personas.length > 0) return null
  for (const clause of heard.folded.split(MARKS)) {
    const words = clause.trim().split(/\s+/)
    const at = words.findIndex((word) => list('order.articles').includes(word))
    const before = words[at - 1]
    if (at === 0 || (before !== undefined && list('order.likes').includes(before)))
      return { verb: '', words: words.slice(at) }
  }
  return null
}

/** "necesito factura", "me manda fotos": nothing to buy, and yet something that somebody has to answer. */
export function wantsService(draft: Draft, heard: Heard): boolean {
  const list = listsOf(draft)
  const found = behind(heard, MARKS, [...list('order.wants'), ...list('order.sends')])
  const services = list('order.services')
  return found?.words.slice(0, WISHED_WORDS).some((word) => services.includes(word)) === true
}

/** The trade's own word: "uniformes". */
export function namesTrade(draft: Draft, { words }: Heard): boolean {
  const trade = tradeWords(draft)
  return words.some((word) => trade.some((sold) => sameWord(word, sold)))
}

/** "¿hacen uniformes?" asks for no special ones. */
export function endsWithTrade(draft: Draft, { folded }: Heard): boolean {
  const trade = tradeWords(draft)
  return folded.split(MARKS).some((clause) => {
    const last = clause.trim().split(' ').at(-1) ?? ''
    return trade.some((sold) => sameWord(last, sold))
  })
}

/** One of a thing or several of it. */
export function sameWord(a: string, b: string): boolean {
  const isPluralOf = (many: string, one: string): boolean =>
    many === `${one}s` || many === `${one}es`
  return a === b || isPluralOf(a, b) || isPluralOf(b, a)
}

type Behind = { readonly verb: string; readonly words: readonly string[] }

/** What stands in a clause behind the first of those verbs. */
function behind({ folded }: Heard, marks: RegExp, verbs: readonly string[]): Behind | null {
  for (const clause of folded.split(marks)) {
    const words = clause.trim().split(/\s+/)
    const at = words.findIndex((word) => verbs.includes(word))
    if (at >= 0) return { verb: words[at] ?? '', words: words.slice(at + 1) }
  }
  return null
}

/** Folding takes accents and the ñ: what the owner reads is what they wrote. */
function inTheirWords({ text, folded }: Heard, words: readonly string[]): string | null {
  const thing = words.join(' ')
  const at = folded.indexOf(thing)
  if (thing === '') return null
  return at < 0 || text.length !== folded.length ? thing : text.slice(at, at + thing.length)
}

/** What people want without wanting a thing: "información", "una cita", "algo parecido". */
function isNoThing(draft: Draft, word: string): boolean {
  return listsOf(draft)('order.no_thing').some((each) => sameWord(each, word))
}

function listsOf({ context }: Draft): (key: string) => readonly string[] {
  return (key) => wordList(context.messages, key)
}
