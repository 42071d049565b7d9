import { unreachable } from '../../core/types.js'
import { type Html, html } from '../html.js'
import type { Piece } from '../view/piece.js'

/** A text with its bold words and those that became facts; pointing at these lights the fact. */
export function words(pieces: readonly Piece[]): readonly Html[] {
  return pieces.map(word)
}

function word(piece: Piece): Html {
  switch (piece.kind) {
    case 'plain':
      return html`${piece.text}`
    case 'bold':
      return html`<b>${piece.text}</b>`
    case 'said':
      return html`<mark data-slots="${piece.slots.join(' ')}">${piece.text}</mark>`
    case 'word':
      return html`<button type="button" class="card-word" data-do="word" data-word="${piece.text}"
 data-whole="${piece.whole ? 'yes' : 'no'}">${piece.text}</button>`
    default:
      return unreachable(piece)
  }
}
