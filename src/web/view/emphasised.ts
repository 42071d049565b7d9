import type { Piece } from './piece.js'

// As WhatsApp reads it: the stars hug the words and stand free of letters outside.
const BOLD = /(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]*?\S)\*(?![\p{L}\p{N}*])/gu

/** A text cut at its `*bold*` words, without the stars. */
export function emphasised(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const match of text.matchAll(BOLD)) {
    pieces.push({ text: text.slice(at, match.index), kind: 'plain' })
    pieces.push({ text: match[1] ?? '', kind: 'bold' })
    at = match.index + match[0].length
  }
  pieces.push({ text: text.slice(at), kind: 'plain' })
  return pieces.filter((piece) => piece.text !== '')
}
