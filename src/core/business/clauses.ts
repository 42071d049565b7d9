/** A part of a message, and whether it asks. */
type Clause = { readonly text: string; readonly asks: boolean }

/**
 * The parts of a message between its marks. Where none of them asks, all of them do: a question needs
 * no mark in a chat.
 */
export function clausesOf(text: string, asks: (text: string) => boolean): readonly Clause[] {
  const parts = text.match(/[^.,;:!?¿¡\n…()]+[.,;:!?\n…)]*/gu) ?? []
  const clauses = parts.map((part) => ({ text: part, asks: part.includes('?') || asks(part) }))
  return clauses.some((clause) => clause.asks)
    ? clauses
    : clauses.map((clause) => ({ ...clause, asks: true }))
}
