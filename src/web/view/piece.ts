/** A stretch of a text. `said` became a fact: `slots` names which. */
export type Piece =
  | { readonly kind: 'plain' | 'bold'; readonly text: string }
  | { readonly kind: 'said'; readonly text: string; readonly slots: readonly string[] }

/** The text alone. */
export function plainText(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('')
}
