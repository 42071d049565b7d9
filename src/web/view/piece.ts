/** A stretch of a text. `said` became a fact: `slots` names which. `word` may be sent by a tap. */
export type Piece =
  | { readonly kind: 'plain' | 'bold'; readonly text: string }
  | { readonly kind: 'said'; readonly text: string; readonly slots: readonly string[] }
  /** What the owner may answer; one that is not `whole` wants an end. */
  | { readonly kind: 'word'; readonly text: string; readonly whole: boolean }

/** The text alone. */
export function plainText(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('')
}
