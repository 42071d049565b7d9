/** Whether `got` lacks anything that `expected` names: more than that it may have. */
export function differences(expected: unknown, got: unknown): boolean {
  if (expected === null || typeof expected !== 'object') return expected !== got
  if (Array.isArray(expected)) return JSON.stringify(expected) !== JSON.stringify(got)
  if (got === null || typeof got !== 'object') return true
  const values = new Map(Object.entries(got))
  return Object.entries(expected).some(([name, value]) => differences(value, values.get(name)))
}
