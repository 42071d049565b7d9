import { wordList } from '../business/word-list.js'
import { suggestedBy } from '../funnel/order.js'
import { fold } from '../understanding/normalise.js'
import type { Found, Quantity } from '../understanding/types.js'
import { type Draft, patchInquiry } from './draft.js'
import type { Heard } from './heard.js'
import { noteSlot, slotOf } from './note-slot.js'
import { tradeWords } from './trade-words.js'
import { askedThing, namesTrade, sameWord, wantedThing } from './unlisted-thing.js'

/** The trade's own word ("uniformes"), or what follows "necesito", is a need although no price fits it. */
export function takeNeedInWords(draft: Draft, heard: Heard): void {
  if (draft.inquiry === null || draft.inquiry.items.length > 0) return
  // "quisiera ofrecerles guantes": theirs to sell.
  const { cues } = heard.reading
  if (cues.includes('sells') || cues.includes('seeks_work')) return
  const { business } = draft.context
  const unit = heard.reading.quantities.at(-1)
  if (asksOfThePast(draft, heard)) return
  if (slotOf(draft, 'need') === undefined && namesTrade(draft, heard)) {
    const one = unit?.value.count === 1 ? unit.value.unit : null
    const sold = soldIn(draft, heard)
    return noteSlot(draft, heard, 'need', one ?? sold, {
      said: unit?.said ?? sold,
      confidence: 0.9,
    })
  }
  if (slotOf(draft, 'need') !== undefined) return
  const wanted = wantedThing(draft, heard)
  if (wanted === null && suggestedBy(draft.inquiry.persona, business).length > 0) return
  const thing = wanted ?? askedThing(draft, heard) ?? countedThing(draft, unit)
  if (thing === null) return
  patchInquiry(draft, { unknownProduct: thing })
  noteSlot(draft, heard, 'need', thing, { said: thing, confidence: 0.7 })
}

/** "¿ustedes hicieron los uniformes del colegio?" orders none. */
function asksOfThePast({ context }: Draft, { reading, words }: Heard): boolean {
  if (!reading.cues.includes('asks') || reading.quantities.length > 0) return false
  const made = wordList(context.messages, 'order.made_before')
  return words.some((word) => made.includes(word))
}

/** What it sells; of several things the one that they name. */
function soldIn(draft: Draft, { words }: Heard): string {
  const { sells } = draft.context.business
  const things = tradeWords({ context: draft.context, spoken: draft.context.business })
  if (things.length < 2) return sells
  return things.find((thing) => words.some((word) => sameWord(word, thing))) ?? sells
}

/** "30 manteles": what is counted is what they want, unless people are. */
function countedThing(draft: Draft, counted: Found<Quantity> | undefined): string | null {
  const unit = counted?.value.unit ?? null
  if (unit === null) return null
  const { messages } = draft.context
  const others = [
    ...tradeWords(draft),
    ...wordList(messages, 'order.people'),
    ...wordList(messages, 'order.kinds'),
    ...wordList(messages, 'order.everybody'),
    ...wordList(messages, 'order.asides'),
  ]
  return others.some((word) => sameWord(fold(word), fold(unit))) ? null : unit
}
