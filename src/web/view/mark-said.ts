import type { Piece } from './piece.js'

/** Words of a message that became a fact. */
export type Said = { readonly slot: string; readonly words: string }

type Span = { readonly start: number; readonly end: number; readonly slots: string[] }

/**
 * A text cut where somebody's words became a fact. Longer words win over shorter ones that share
 * letters with them, and then prove both facts; the pieces joined give the text back.
 */
export function markSaid(text: string, said: readonly Said[]): readonly Piece[] {
  const spans: Span[] = []
  for (const { slot, words } of said.toSorted((a, b) => b.words.length - a.words.length)) {
    const start = words === '' ? -1 : text.indexOf(words)
    if (start === -1) continue
    const end = start + words.length
    const other = spans.find((span) => start < span.end && end > span.start)
    if (other === undefined) spans.push({ start, end, slots: [slot] })
    else if (!other.slots.includes(slot)) other.slots.push(slot)
  }
  return pieces(
    text,
    spans.toSorted((a, b) => a.start - b.start),
  )
}

function pieces(text: string, spans: readonly Span[]): readonly Piece[] {
  const found: Piece[] = []
  let at = 0
  for (const { start, end, slots } of spans) {
    found.push({ kind: 'plain', text: text.slice(at, start) })
    found.push({ kind: 'said', text: text.slice(start, end), slots })
    at = end
  }
  found.push({ kind: 'plain', text: text.slice(at) })
  return found.filter((piece) => piece.text !== '')
}
