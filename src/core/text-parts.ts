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

/**
 * A text with its names filled in by `lookUp`, which is asked once for each place. A value that
 * brings its own full stop ("a las 9 a. m.") spares the sentence's. Null when a name has no value.
 */
export function fillParts(
  text: string,
  lookUp: (name: string) => string | undefined,
): string | null {
  let filled = ''
  let isName = true
  for (const part of textParts(text)) {
    isName = !isName
    const value = isName ? lookUp(part) : part
    if (value === undefined) return null
    const stops = !isName && value.startsWith('.') && filled.endsWith('.') && filled !== ''
    filled += stops ? value.slice(1) : value
  }
  return filled
}
