import { type Messages, message } from '../../core/messages.js'
import { type Html, html } from '../html.js'
import type { FactView } from '../view/facts-view.js'

/** Facts and points as one bill: what is known, what it is worth, and the words that proved it. */
export function factList(facts: readonly FactView[], messages: Messages): Html {
  return html`<ul class="facts" aria-label="${message(messages, 'web.known.facts')}">${facts.map(
    (fact) => row(fact, messages),
  )}</ul>`
}

function row(
  { slot, label, value, status, points, said, message: proof, why }: FactView,
  messages: Messages,
): Html {
  return html`<li class="fact ${status}" data-key="fact ${slot === '' ? value : slot}" data-slots="${slot}">
<span class="label">${label}</span><b class="value num">${value}</b>
${points !== null && html`<span class="points num">${pointsText(points)}<span class="sr"> ${message(messages, 'web.known.points')}</span></span>`}
${
  (said !== '' || why !== '') &&
  html`<p class="why">${
    said !== '' &&
    html`<button type="button" class="proof"
 data-do="find-proof" data-slot="${slot}" data-find="${proof ?? ''}" title="${message(messages, 'web.known.find')}"><mark>${said}</mark></button> `
  }${why}</p>`
}
</li>`
}

function pointsText(points: number): string {
  return points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0'
}
