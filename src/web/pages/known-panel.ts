import { type Messages, message } from '../../core/messages.js'
import { type Html, html } from '../html.js'
import type { Known } from '../view/known-view.js'
import { factList } from './fact-list.js'
import { flowPicture } from './flow-picture.js'
import { scoreHead } from './score-head.js'
import { timerList } from './timer-list.js'

/** Score, facts with the words that prove them, where the conversation is, what comes by itself. */
export function knownPanel(known: Known, messages: Messages): Html {
  const title = message(messages, 'web.known.flow', { flow: known.flow.title })
  return html`<div class="known-facts" id="known">
${known.notes.length > 0 && html`<div class="notes">${known.notes.map(({ tone, text }) => html`<p class="${tone}">${text}</p>`)}</div>`}
${scoreHead(known, messages)}
${known.hint !== '' && html`<p class="hint">${known.hint}</p>`}
${factList(known.facts, messages)}
<section class="flow"><h3>${message(messages, 'web.known.where')}</h3>
${flowPicture(known.flow.layout, title, 'flow', messages)}</section>
${timerList(known.timers, messages)}
</div>`
}
