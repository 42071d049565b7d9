import type { ReadAmount } from './commands.js'

/** `bare`: digits alone, with nothing that says thousands or millions. */
export type Amount = { readonly value: number; readonly bare: boolean }

/** Money in which nothing is sold for so few units: a bare figure below means thousands or millions. */
const LEAST_BELIEVED: { readonly [currency: string]: number } = {
  COP: 10_000,
  CLP: 1_000,
  PYG: 10_000,
  ARS: 1_000,
}

/** Less has no word of scale in it. */
const LEAST_SCALED = 1000

const BARE = /(?:^|[\s$:])(\d{1,3}(?:[.,]\d{3})+|\d+)(?=$|[\s.,;])/

/** The sum in what follows "ganado", and the text without it. */
export function readSale(
  text: string,
  readAmount: ReadAmount,
): { readonly amount: Amount | null; readonly rest: string } {
  // Nothing is sold for less than nothing: whoever wrote a minus is asked.
  if (/(?:^|\s)[-−]\s*\d/.test(text))
    return { amount: null, rest: text.replace(/[-−]\s*[\d.,]+/, '') }
  const read = readAmount(text)
  const bare = BARE.exec(text)
  const digits = bare?.[1]
  const alone = bare !== null && digits !== undefined && standsAlone(text, bare, digits, read)
  if (alone) {
    const amount = { value: Number(digits.replace(/[.,]/g, '')), bare: true }
    return { amount, rest: without(text, bare.index, bare.index + bare[0].length) }
  }
  if (read === null) return { amount: null, rest: text }
  // "ochocientos cuarenta", in words and with no scale, is as doubtful as the digits.
  const amount = { value: read.value, bare: read.value < LEAST_SCALED }
  return { amount, rest: without(text, ...read.span) }
}

/**
 * The two sums that a bare figure may stand for, the smaller first, or null when it is believed as
 * it is: "1500" is 1.500 or 1.500.000 pesos of Colombia, and "2" is 2.000 or 2.000.000.
 */
export function amountDoubt(
  amount: Amount,
  currency: string,
): readonly [small: number, large: number] | null {
  const { value, bare } = amount
  if (!bare || value <= 0 || value >= (LEAST_BELIEVED[currency] ?? 0)) return null
  return value < 10 ? [value * 1000, value * 1_000_000] : [value, value * 1000]
}

/** No word of scale belongs to the digits: what was read covers nothing but them and a sign. */
function standsAlone(
  text: string,
  bare: RegExpExecArray,
  digits: string,
  read: ReturnType<ReadAmount>,
): boolean {
  if (read === null) return true
  const said = text.slice(...read.span)
  const from = bare.index + bare[0].indexOf(digits)
  if (from >= read.span[1] || from + digits.length <= read.span[0]) return false
  return !/\p{L}/u.test(said) && said.replace(/[^\d.,]/g, '').replace(/[.,]+$/, '') === digits
}

function without(text: string, start: number, end: number): string {
  return `${text.slice(0, start)} ${text.slice(end)}`
}
