/** A part of a message: whether it asks, and whether another part asks with a mark and it does not. */
export type Clause = { readonly text: string; readonly asks: boolean; readonly aside: boolean }

/**
 * The parts of a message between its marks. Where none of them asks, all of them do: a question needs
 * no mark in a chat.
 */
export function clausesOf(text: string, asks: (text: string) => boolean): readonly Clause[] {
  const parts = text.match(/[^.,;:!?¿¡\n…()]+[.,;:!?\n…)]*/gu) ?? []
  const marked = parts.some((part) => part.includes('?'))
  const clauses = parts.map((part) => {
    const isAsking = part.includes('?') || asks(part)
    return { text: part, asks: isAsking, aside: marked && !isAsking }
  })
  return clauses.some((clause) => clause.asks)
    ? clauses
    : clauses.map((clause) => ({ ...clause, asks: true }))
}
