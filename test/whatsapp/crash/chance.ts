/** Chance that the same seed repeats. */
export type Chance = {
  /** From 0 up to, and without, 1. */
  next(): number
  one<T>(items: readonly T[]): T | undefined
  shuffled<T>(items: readonly T[]): readonly T[]
}

/** mulberry32. */
export function createChance(seed: number): Chance {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    one: (items) => items[Math.floor(next() * items.length)],
    shuffled: (items) =>
      items
        .map((item) => ({ item, rank: next() }))
        .toSorted((a, b) => a.rank - b.rank)
        .map(({ item }) => item),
  }
}
