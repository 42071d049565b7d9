import { type Messages, message } from '../../core/messages.js'
import { type Html, html } from '../html.js'
import type { Known } from '../view/known-view.js'

/** The score, what it means, and how far it is from the line where an inquiry qualifies. */
export function scoreHead({ score, threshold, verdict, counts }: Known, messages: Messages): Html {
  const said = [message(messages, 'web.known.score_of', { n: score }), counts].join(' ').trim()
  return html`<section class="score" aria-label="${message(messages, 'web.known.score')}">
<strong class="num" aria-hidden="true">${score}</strong><div><p><b>${verdict}</b> ${counts}</p>
<svg class="gauge" role="img" aria-label="${said}">
<rect class="gauge-all" y="3" width="100%" height="8" rx="4"/>
<rect class="gauge-now" y="3" width="${score}%" height="8" rx="4"/>
${threshold !== null && html`<rect class="gauge-line" x="${threshold}%" width="3" height="14"/>`}</svg></div></section>`
}
