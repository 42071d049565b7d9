const MARK = 'Buffer'

/**
 * JSON in which byte arrays survive, written as Baileys' own `BufferJSON` writes them. Reading differs:
 * only what carries the mark becomes bytes. Theirs also takes any object with digits as keys and
 * numbers as values for bytes, which some of the values kept here are.
 */
export function toBinaryJson(value: unknown): string {
  return JSON.stringify(value, function replace(this: unknown, key: string, found: unknown) {
    // Buffers have turned into plain objects by the time they get here: the holder still has them.
    const original = isRecord(this) ? this[key] : found
    if (!(original instanceof Uint8Array)) return found
    return { type: MARK, data: Buffer.from(original).toString('base64') }
  })
}

export function fromBinaryJson(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) =>
    isRecord(value) && value.type === MARK && typeof value.data === 'string'
      ? Buffer.from(value.data, 'base64')
      : value,
  )
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null
}
