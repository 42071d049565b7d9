const VARIABLE = /\{([^{}]+)\}/
/** More texts than any business has; beyond that they are cut anew. */
const KEPT = 10_000

const kept = new Map<string, readonly string[]>()

/**
 * A text cut at its `{names}`: what stands between them at even places, the names at odd ones. Each
 * text is cut once, since the same few hundred are filled in at every turn.
 */
export function textParts(text: string): readonly string[] {
  const known = kept.get(text)
  if (known !== undefined) return known
  if (kept.size >= KEPT) kept.clear()
  const parts = text.split(VARIABLE)
  kept.set(text, parts)
  return parts
}
