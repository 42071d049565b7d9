import { type Messages, message } from '../../core/messages.js'
import { type Html, html } from '../html.js'
import type { Proof } from '../view/chat-view.js'
import type { FactView } from '../view/facts-view.js'

/** Facts and points as one bill: what is known, what it is worth, and the words that proved it. */
export function factList(facts: readonly FactView[], messages: Messages): Html {
  return html`<ul class="facts" aria-label="${message(messages, 'web.known.facts')}">${facts.map(
    (fact) => row(fact, messages),
  )}</ul>`
}

function row(
  { slots, label, value, href, status, points, proofs, why }: FactView,
  messages: Messages,
): Html {
  const key = slots.join(' ')
  const said = proofs.filter(({ words }) => words !== '')
  return html`<li class="fact" data-status="${status}" data-key="fact ${key === '' ? value : key}" data-slots="${key}">
<span class="label">${label}</span>${value === '' ? unknown(messages) : html`<b class="value num">${valueIn(value, href)}</b>`}
${points !== null && html`<span class="points num${points > 0 && ' earned'}">${pointsText(points)}<span class="sr"> ${message(messages, 'web.known.points', { n: points })}</span></span>`}
${(said.length > 0 || why !== '') && html`<p class="why">${said.map((proof) => proofButton(proof, messages))}${why}</p>`}
</li>`
}

/** A number opens its chat, a place its map. */
function valueIn(value: string, href: string | null): Html | string {
  return href === null ? value : html`<a href="${href}" target="_blank" rel="noopener">${value}</a>`
}

/** Said above for all of them. */
function unknown(messages: Messages): Html {
  return html`<b class="value"><span aria-hidden="true">–</span><span class="sr">${message(messages, 'web.known.unknown')}</span></b>`
}

/** The words themselves lead to where they were said. */
function proofButton({ slot, words, message: found }: Proof, messages: Messages): Html {
  return html`<button type="button" class="proof" data-do="find-proof" data-slot="${slot}"
 data-find="${found ?? ''}" title="${message(messages, 'web.known.find')}"><mark>${words}</mark></button> `
}

function pointsText(points: number): string {
  return points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0'
}
