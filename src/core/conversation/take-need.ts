import { wordList } from '../business/word-list.js'
import { suggestedBy } from '../funnel/order.js'
import { fold } from '../understanding/normalise.js'
import { type Draft, patchInquiry } from './draft.js'
import type { Heard } from './heard.js'
import { noteSlot, slotOf } from './note-slot.js'
import { tradeWords } from './trade-words.js'

/** The trade's own word ("uniformes"), or what follows "necesito", is a need although no price fits it. */
export function takeNeedInWords(draft: Draft, heard: Heard): void {
  if (draft.inquiry === null || draft.inquiry.items.length > 0) return
  const { business, messages } = draft.context
  const unit = heard.reading.quantities.at(-1)
  const trade = tradeWords(draft)
  const unitWord = unit?.value.unit == null ? null : fold(unit.value.unit)
  if (slotOf(draft, 'need') === undefined && trade.some((word) => namesTrade(heard, word))) {
    return noteSlot(draft, heard, 'need', business.sells, {
      said: unit?.said ?? business.sells,
      confidence: 0.9,
    })
  }
  if (slotOf(draft, 'need') !== undefined) return
  const wanted = wantedThing(draft, heard)
  if (wanted === null && suggestedBy(draft.inquiry.persona, business).length > 0) return
  const asked = wanted ?? askedThing(draft, heard)
  const isGeneric = (unit: string): boolean =>
    trade.some((word) => same(word, unit)) ||
    wordList(messages, 'order.people').some((word) => same(word, unit))
  const thing = asked ?? (unitWord === null || isGeneric(unitWord) ? null : unitWord)
  if (thing === null) return
  patchInquiry(draft, { unknownProduct: thing })
  noteSlot(draft, heard, 'need', thing, { said: thing, confidence: 0.7 })
}

/** "batas de laboratorio" of "¿hacen batas de laboratorio?", when the business file knows no such thing. */
function askedThing(draft: Draft, { folded, words, mentions, reading }: Heard): string | null {
  if (!reading.cues.includes('asks') || mentions.facts.length > 0 || mentions.notMade.length > 0)
    return null
  const makes = wordList(draft.context.messages, 'order.makes')
  const at = words.findIndex((word) => makes.includes(word))
  const clause = folded.split(/[?!.,\n]/).find((part) => makes.some((verb) => part.includes(verb)))
  if (at < 0 || clause === undefined) return null
  const thing = clause
    .split(/\s+/)
    .slice(clause.split(/\s+/).findIndex((word) => makes.includes(word)) + 1)
  const { messages } = draft.context
  const service = wordList(messages, 'order.services').includes(thing[0] ?? '')
  const other = service || isNoThing(draft, thing[0] ?? '')
  return other || thing.length === 0 || thing.length > 5 ? null : thing.join(' ')
}

/** "gorras bordadas" of "necesito unas gorras bordadas para el equipo": what follows the wish, up to where it is told for whom. */
export function wantedThing(draft: Draft, heard: Heard): string | null {
  const { folded, mentions } = heard
  const { messages, business } = draft.context
  const known = [...mentions.products, ...mentions.notMade, ...mentions.facts]
  if (known.length > 0 || namesTrade(heard, fold(business.sells))) return null
  const list = (key: string): readonly string[] => wordList(messages, key)
  const clause = folded.split(/[?!.,;:\n]/).find((part) => list('order.wants').some(within(part)))
  if (clause === undefined) return null
  const words = clause.trim().split(/\s+/)
  const rest = words.slice(words.findIndex((word) => list('order.wants').includes(word)) + 1)
  const from = rest.findIndex((word) => !list('order.before_thing').includes(word))
  // "necesito saber", "quiero que": without an article only what looks like several is a thing.
  const first = rest[from] ?? ''
  const led = from > 0 && list('order.articles').includes(rest[from - 1] ?? '')
  const isThing = /^\p{L}{4,}$/u.test(first) && (led || first.endsWith('s'))
  if (!isThing || isNoThing(draft, first)) return null
  const end = rest.findIndex((word, at) => at > from && list('order.after_thing').includes(word))
  return rest.slice(from, Math.min(end < 0 ? rest.length : end, from + 3)).join(' ')
}

function within(part: string): (word: string) => boolean {
  const words = part.trim().split(/\s+/)
  return (word) => words.includes(word)
}

/** What people want without wanting a thing: "información", "una cita", "algo parecido". */
function isNoThing({ context }: Draft, word: string): boolean {
  return wordList(context.messages, 'order.no_thing').some((each) => same(each, word))
}

export function namesTrade({ words }: Heard, sells: string): boolean {
  const singular = sells.replace(/e?s$/, '')
  return words.some((word) => word === sells || word === singular)
}

function same(a: string, b: string): boolean {
  const stem = (word: string): string => word.replace(/e?s$/, '')
  return stem(a) === stem(b)
}
