/** Those that pass, looked at one by one and only when somebody wants the next. */
export function where<T>(all: Iterable<T>, test: (one: T) => boolean): Iterable<T> {
  return {
    *[Symbol.iterator]() {
      for (const one of all) if (test(one)) yield one
    },
  }
}

/** The first ones, at most so many; whoever comes after them is not looked at. */
export function firstOf<T>(all: Iterable<T>, most: number): readonly T[] {
  const first: T[] = []
  for (const one of all) {
    first.push(one)
    if (first.length === most) break
  }
  return first
}
