/** Phrases by their first word, each cut into its words; those of one first word in the order given. */
type PhraseIndex = ReadonlyMap<string, readonly (readonly string[])[]>

const made = new WeakMap<readonly string[], PhraseIndex>()

/** The index of a list of folded phrases, made once for each list: they are looked for at every turn. */
export function phraseIndex(phrases: readonly string[]): PhraseIndex {
  const known = made.get(phrases)
  if (known !== undefined) return known
  const index = new Map<string, (readonly string[])[]>()
  for (const phrase of phrases) {
    const words = phrase.split(' ')
    const first = words[0] ?? ''
    const others = index.get(first)
    if (others === undefined) index.set(first, [words])
    else others.push(words)
  }
  made.set(phrases, index)
  return index
}

/** The first phrase of the list that begins at that word, cut into words. */
export function phraseAt(
  words: readonly string[],
  at: number,
  index: PhraseIndex,
): readonly string[] | undefined {
  return index
    .get(words[at] ?? '')
    ?.find((phrase) => phrase.every((part, offset) => words[at + offset] === part))
}
