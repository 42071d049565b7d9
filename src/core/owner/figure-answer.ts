import { wordList } from '../business/word-list.js'
import { act } from './act.js'
import { answer } from './answer.js'
import { wordsOf } from './command-words.js'
import { readDiscount } from './discount.js'
import { hintFor } from './hints.js'
import { type Answered, done, leadOf, type Of, type Said } from './said.js'
import { type Amount, amountDoubt, readSale } from './sale-amount.js'
import type { OpenLead, StaffState, Sum, World } from './types.js'
import { placeIn } from './which.js'
import { say } from './wording.js'

type Asked = Of<'amount'> | Of<'amount_doubt'>
type Figure = { readonly amount: Amount | null; readonly discount: number | null }

/** The sum that was asked for, of a sale or of a quote. */
export function amountAnswer(
  pending: Of<'amount'>,
  said: Said,
  staff: StaffState,
  world: World,
): Answered | null {
  const lead = leadOf(pending.target, world)
  const figure = figureIn(said, pending, world)
  if (lead === null || isOther(said, figure.amount, pending, world)) return null
  if (figure.amount !== null && figure.amount.value > 0) {
    return settle(pending, figure, lead, staff, world)
  }
  return again(pending, staff, world)
}

/** Which of two sums was meant: the figure again, its place, or another one that leaves no doubt. */
export function doubtAnswer(
  pending: Of<'amount_doubt'>,
  said: Said,
  staff: StaffState,
  world: World,
): Answered | null {
  const lead = leadOf(pending.target, world)
  const figure = figureIn(said, pending, world)
  const { amount, discount } = figure
  if (lead === null || isOther(said, amount, pending, world)) return null
  const meant = pending.amounts.find((value) => value === amount?.value)
  const place = placeIn(said.text, world)
  const value = meant ?? (place === null ? undefined : pending.amounts[place - 1])
  if (value !== undefined) {
    return settle(pending, { amount: { value, bare: false }, discount }, lead, staff, world)
  }
  if (amount !== null && amountDoubt(amount, world.business.currency) === null) {
    return settle(pending, figure, lead, staff, world)
  }
  return again(pending, staff, world)
}

function settle(
  { of, product, at }: Asked,
  { amount, discount }: Figure,
  lead: OpenLead,
  staff: StaffState,
  world: World,
): Answered {
  if (isQuote(of)) {
    const quote = { kind: 'quote', name: null, sent: of === 'quoted' } as const
    return done(act({ ...quote, amount, discount }, lead, staff, world))
  }
  const sale = { kind: 'sale', name: null, written: '', again: of === 'sale', at } as const
  return done(act({ ...sale, amount, discount, product: product ?? null }, lead, staff, world))
}

function isQuote(of: Sum): boolean {
  return of === 'quote' || of === 'quoted'
}

function again(pending: Asked, staff: StaffState, world: World): Answered {
  return done(answer(staff, say(world, 'owner.ask.amount_again'), pending))
}

/** The sum in a message, also one that says the word again. */
function figureIn({ text, parsed }: Said, asked: Asked, world: World): Figure {
  if (parsed.kind === 'command') {
    const { command } = parsed
    if (command.kind === 'quote') return command
    if (command.kind === 'won') return { amount: command.amount, discount: asked.discount }
    if (command.kind === 'sale') {
      return { amount: command.amount, discount: command.discount ?? asked.discount }
    }
  }
  const { discount, rest } = readDiscount(text, world.messages)
  const { amount } = readSale(rest, world.readAmount)
  return { amount, discount: discount ?? asked.discount }
}

/** A word that has nothing to do with the sum that was asked. */
function isOther(
  { parsed, text }: Said,
  amount: Amount | null,
  { of }: Asked,
  world: World,
): boolean {
  if (parsed.kind === 'unknown' && saysMore(text, world)) return true
  if (parsed.kind !== 'command' || !parsed.exact) return false
  const { command } = parsed
  if (command.kind === 'sale')
    return isQuote(of) || amount === null || !isBare(command.written, world)
  if (command.kind !== (isQuote(of) ? 'quote' : 'won')) return true
  return amount === null || ('name' in command && command.name !== null)
}

/** "cambia el precio de la polo a 45000": the figure is part of something else that they want. */
function saysMore(text: string, world: World): boolean {
  const filler = wordList(world.messages, 'owner.words.filler')
  const { rest } = readSale(text, world.readAmount)
  const kept = wordsOf(rest).filter((word) => !filler.includes(word.text))
  return kept.length > MOST_BESIDE || hintFor(text, world) !== null
}

/** A sum is told with few words beside it: "fueron 840 mil por las camisetas". */
const MOST_BESIDE = 4

/** Nobody is named, nor anything: "venta de 840 mil" says only the sum again. */
function isBare(written: string, { readAmount }: World): boolean {
  return wordsOf(readSale(written, readAmount).rest).every(({ text }) => text.length <= 2)
}
