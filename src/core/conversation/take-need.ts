import { wordList } from '../business/word-list.js'
import { suggestedBy } from '../funnel/order.js'
import { fold } from '../understanding/normalise.js'
import { type Draft, patchInquiry } from './draft.js'
import type { Heard } from './heard.js'
import { noteSlot, slotOf } from './note-slot.js'

/** The trade's own word ("uniformes"), or what follows "necesito", is a need although no price fits it. */
export function takeNeedInWords(draft: Draft, heard: Heard): void {
  if (draft.inquiry === null || draft.inquiry.items.length > 0) return
  const { business, messages } = draft.context
  const unit = heard.reading.quantities.at(-1)
  const sells = fold(business.sells)
  const unitWord = unit?.value.unit == null ? null : fold(unit.value.unit)
  if (slotOf(draft, 'need') === undefined && namesTrade(heard, sells)) {
    return noteSlot(draft, heard, 'need', business.sells, {
      said: unit?.said ?? business.sells,
      confidence: 0.9,
    })
  }
  const suggested = suggestedBy(draft.inquiry.persona, business).length > 0
  if (slotOf(draft, 'need') !== undefined || suggested) return
  const asked = askedThing(draft, heard)
  const isGeneric = (unit: string): boolean =>
    same(sells, unit) || wordList(messages, 'order.people').some((word) => same(word, unit))
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
  const service = wordList(draft.context.messages, 'order.services').includes(thing[0] ?? '')
  return service || thing.length === 0 || thing.length > 5 ? null : thing.join(' ')
}

function namesTrade({ words }: Heard, sells: string): boolean {
  const singular = sells.replace(/e?s$/, '')
  return words.some((word) => word === sells || word === singular)
}

function same(a: string, b: string): boolean {
  const stem = (word: string): string => word.replace(/e?s$/, '')
  return stem(a) === stem(b)
}
