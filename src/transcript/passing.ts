/** How finely a transcript tells the time that passes between two lines. */
export type Watch = {
  /** ISO 8601; null where so little is not worth a line. */
  readonly passed: (from: number, to: number) => string | null
  /** The moment at which it begins, in milliseconds. */
  readonly begins: (at: number) => number
}

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** As people tell it: of a chat that goes on nothing, else minutes, whole hours and whole days. */
export const roughly: Watch = {
  begins: (at) => at - (at % MINUTE),
  passed: (from, to) => {
    const gap = to - from
    if (gap < 5 * MINUTE) return null
    const whole = [DAY, HOUR].find((unit) => Math.abs(gap - nearest(gap, unit)) < 5 * MINUTE)
    return duration(nearest(gap, whole ?? MINUTE))
  },
}

/** To the minute, and never less than it was: "a day and a moment" is more than a day. */
export const closely: Watch = {
  begins: roughly.begins,
  passed: (from, to) =>
    to - from < MINUTE ? null : duration(Math.ceil((to - from) / MINUTE) * MINUTE),
}

/** To the second, however odd it looks: for conversations that hang on it. */
export const exactly: Watch = {
  begins: (at) => at - (at % SECOND),
  passed: (from, to) => {
    // Both ends are cut, not the gap: what is cut must not add up.
    const gap = to - (to % SECOND) - (from - (from % SECOND))
    return gap < SECOND ? null : duration(gap)
  },
}

function nearest(value: number, unit: number): number {
  return Math.round(value / unit) * unit
}

function duration(milliseconds: number): string {
  const part = (unit: number, of: number, letter: string): string => {
    const n = Math.floor((milliseconds % of) / unit)
    return n === 0 ? '' : `${n}${letter}`
  }
  const days = part(DAY, Number.POSITIVE_INFINITY, 'D')
  const time = part(HOUR, DAY, 'H') + part(MINUTE, HOUR, 'M') + part(SECOND, MINUTE, 'S')
  return `P${days}${time === '' ? '' : `T${time}`}`
}
