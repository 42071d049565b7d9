import { type Html, html } from '../html.js'
import type { Card, CardLine } from '../view/card-view.js'
import { words } from './words.js'

/** A lead card as the owner reads it: nothing in it that a chat could not carry as text. */
export function leadCard({ title, stage, score, blocks }: Card): Html {
  return html`<div class="card-head"><p><b>${title}</b>${stage !== '' && html`<span>${stage}</span>`}</p>
<em class="num">${score}</em></div>
${blocks.map((lines) => html`<div class="card-block">${lines.map(line)}</div>`)}`
}

function line(one: CardLine): Html {
  if (one.kind === 'words') return html`<p>${words(one.pieces)}</p>`
  return html`<p class="card-field"><b>${one.label}</b> <span>${tied(one.value)}</span></p>`
}

/** Longer ones are better broken than put on a line of their own. */
const SHORT = 28

/** A figure stays with its unit, a short remark in brackets stays whole: "(30 días)", "8 a. m.". */
function tied(value: string): string {
  return value
    .replace(/\([^()]+\)/g, (remark) => (remark.length > SHORT ? remark : tie(remark)))
    .replace(/\d \p{L}|\p{L}\. (?=\p{L}\.)/gu, tie)
}

function tie(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}
