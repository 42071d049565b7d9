/** Whether one of these folded phrases stands in a folded text, as whole words. */
export function hasWords(folded: string, phrases: readonly string[]): boolean {
  const words = ` ${folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `
  return phrases.some((phrase) => words.includes(` ${phrase} `))
}
