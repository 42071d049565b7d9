/** The later of two times, where there is one. */
export function laterText<T extends string>(a: T | null, b: T | null): T | null {
  return (a ?? '') >= (b ?? '') ? a : b
}
