import { wordList } from '../business/word-list.js'
import { totalOf } from '../funnel/facts-of-case.js'
import { fold } from '../understanding/normalise.js'
import type { Found, Quantity } from '../understanding/types.js'
import type { Draft } from './draft.js'
import type { Heard } from './heard.js'
import { slotOf } from './note-slot.js'
import { readAs } from './read-as.js'

/** More words than that, and a clause says more than a count. */
const FEW = 3

/**
 * While a date is asked, a bare number is no count. It is one all the same where it is all of a
 * clause and the rest names a product or takes something back: "no, perdón, 25, para abril".
 */
export function withCountsAside(draft: Draft, whole: Heard): Heard {
  const heard = withSumMended(draft, withCountForSum(draft, whole))
  const { reading, mentions } = heard
  const corrects = takesBack(heard)
  const ordered = (draft.inquiry?.items.length ?? 0) > 0
  if (reading.quantities.length > 0 || !ordered) return heard
  if (!corrects && mentions.products.length === 0) return heard
  const clauses = [...clausesOf(heard.text), ...afterProducts(heard)]
  if (clauses.length < 2) return heard
  const quantities = clauses.flatMap((clause) => countOf(draft, heard, clause))
  return { ...heard, reading: { ...reading, quantities } }
}

/** "listo, entonces quiero 100", while a date is asked: so many pieces, and no hundred pesos. */
function withCountForSum(draft: Draft, heard: Heard): Heard {
  const { reading, text } = heard
  const { budget } = reading
  const ordered = (draft.inquiry?.items.length ?? 0) > 0
  if (budget === null || !ordered) return heard
  const { min, max, currency } = budget.value
  const isBare = currency === null && min !== null && min === max && /^\d+$/.test(budget.said)
  if (!isBare || min > MOST || !leadsToCount(draft, text.slice(0, budget.span[0]))) return heard
  if (asksMoney(heard) && !isLikeCount(draft, min)) return heard
  const { span, said, confidence } = budget
  const quantity = { value: { count: min, unit: null }, said, span, confidence }
  return { ...heard, reading: { ...reading, budget: null, quantities: [quantity] } }
}

function takesBack({ reading }: Heard): boolean {
  return reading.intents.includes('correction') || reading.yes?.value === false
}

/** "500 mil, no, perdón, 800", where no sum is asked: they take back the sum, and order no 800 pieces. */
function withSumMended(draft: Draft, heard: Heard): Heard {
  const { reading, text, mentions } = heard
  if (reading.budget === null || reading.budget.value.none) return heard
  if (!takesBack(heard) || asksMoney(heard) || mentions.products.length > 0) return heard
  const { budget } = readAs(draft.context, text, 'budget', totalOf(draft, draft.context))
  if (budget === null || budget.value.none || budget.span[0] <= reading.budget.span[0]) return heard
  const [from, to] = budget.span
  const quantities = reading.quantities.filter(({ span }) => span[1] <= from || span[0] >= to)
  return { ...heard, reading: { ...reading, budget, quantities } }
}

function asksMoney({ asked }: Heard): boolean {
  if (asked === null) return false
  return asked.step.slots.includes('budget') || asked.pending.figure !== null
}

/** "mejor 90", of 110 shirts for millions: near the count, and as money far from the price. */
function isLikeCount(draft: Draft, figure: number): boolean {
  const count = slotOf(draft, 'quantity')
  const total = totalOf(draft, draft.context)
  if (count?.status !== 'known' || total === null) return false
  const ratio = figure / Number(count.value)
  return ratio > 1 / NEAR && ratio < NEAR && figure * 1000 * FAR < total
}

const NEAR = 3
const FAR = 10

/** More pieces than that are written with a unit. */
const MOST = 5_000

/** Whether the last word before a number says that it is how many they want now. */
export function leadsToCount({ context }: Draft, before: string): boolean {
  const word = fold(before).trim().split(' ').at(-1) ?? ''
  return wordList(context.messages, 'order.now').includes(word)
}

type Clause = { readonly text: string; readonly at: number }

/** "1,500" is one number: a comma parts clauses only with a space behind it. */
function clausesOf(text: string): readonly Clause[] {
  return [...text.matchAll(/(?:[^,;.\n]|[,.](?=\d))+/g)].map(({ 0: clause, index }) => {
    const trimmed = clause.trim()
    return { text: trimmed, at: index + clause.indexOf(trimmed) }
  })
}

/** "y de polos 25": a number right behind a product, and nothing behind it. */
function afterProducts({ text, folded, mentions }: Heard): readonly Clause[] {
  // Folding keeps every letter's place unless white space was collapsed.
  if (text.length !== folded.length) return []
  return mentions.products.flatMap(({ span: [, end] }) => {
    const found = /^(\s+)(\d+)\s*(?:[,;.\n]|$)/.exec(text.slice(end))
    return found === null ? [] : [{ text: found[2] ?? '', at: end + (found[1]?.length ?? 0) }]
  })
}

function countOf({ context }: Draft, { reading }: Heard, clause: Clause): Found<Quantity>[] {
  const { text, at } = clause
  if (text.split(/\s+/).length > FEW || !/\d/.test(text)) return []
  const taken = [reading.urgency, reading.budget].some(
    (found) => found !== null && found.span[0] < at + text.length && found.span[1] > at,
  )
  if (taken) return []
  const { quantities } = readAs(context, text, 'quantity')
  return quantities.map((found) => {
    const [start, end] = found.span
    return { ...found, span: [start + at, end + at] as const }
  })
}
