import { type Html, html } from '../html.js'
import type { Tick } from '../view/tick.js'

const CHECK = html`<path d="M3 5.5l3 3L12.5 1.5"/>`
const CHECKS = html`<path d="M1 5.5l3 3L10.5 1.5M6.5 7.8l.8.7L15 1.5"/>`

const MARKS: { readonly [T in Tick]: Html } = {
  waiting: html`<circle cx="8" cy="5" r="4"/><path d="M8 2.8V5l1.5 1"/>`,
  sent: CHECK,
  delivered: CHECKS,
  read: CHECKS,
  failed: html`<path d="M8 1.5v4.5M8 8.5h.01"/>`,
  cancelled: html`<circle cx="8" cy="5" r="4"/><path d="M5.2 7.8l5.6-5.6"/>`,
}

/** How far a message got: a sign, and the same in words. A failure is said aloud. */
export function tickMark(tick: Tick, text: string): Html {
  const words = tick === 'failed' || tick === 'cancelled' ? 'tick-words' : 'sr'
  return html`<svg class="tick stroke" viewBox="0 0 16 10" aria-hidden="true">${MARKS[tick]}</svg><span
 class="${words}">${text}</span>`
}
