export type Value = number | string | null

/** What the owner was told a figure is, and what the script and the phones add up to. */
export type Check = {
  readonly name: string
  /** Undefined where nothing of the kind was told. */
  readonly told: Value | undefined
  readonly counted: Value
}

/** A figure as it is shown: "sin datos", "1.240.000 €", "3,2". */
const SHOWN_VALUE = '(?:sin datos|\\$?-?\\d[\\d.]*(?:,\\d+)?(?: €)?)'

/** In `pattern` a `#` stands for any figure; the one in parentheses is compared. */
export function check(name: string, text: string, pattern: string, counted: Value): Check {
  const found = new RegExp(pattern.replaceAll('#', SHOWN_VALUE), 'm').exec(text)?.[1]
  if (found === undefined || found === 'sin datos') {
    return { name, told: /sin datos/.test(found ?? text) ? null : undefined, counted }
  }
  return { name, told: figureOf(found), counted }
}

/** The same for a word: what stands in parentheses, as it was told. */
export function checkWord(name: string, text: string, pattern: string, counted: string): Check {
  const found = new RegExp(pattern.replaceAll('#', SHOWN_VALUE), 'm').exec(text)?.[1]
  return { name, told: found, counted }
}

function figureOf(shown: string): number {
  return Number(shown.replace(/[^\d,-]/g, '').replace(',', '.'))
}

export function sum<T>(all: readonly T[], of: (each: T) => number): number {
  return all.reduce((total, each) => total + of(each), 0)
}

export function part(some: number, of: number): number | null {
  return of === 0 ? null : some / of
}

export function whole(value: number | null): number | null {
  return value === null ? null : Math.round(value)
}

export function percent(rate: number | null): number | null {
  return rate === null ? null : Math.round(rate * 100)
}
