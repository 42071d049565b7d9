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
${known.notes.length > 0 && html`<div class="notes">${known.notes.map((note) => html`<p>${note}</p>`)}</div>`}
${scoreHead(known, messages)}
${factList(known.facts, messages)}
<section class="flow"><h3>${message(messages, 'web.known.where')}</h3>
${flowPicture(known.flow.layout, title, 'flow', messages)}</section>
${timerList(known.timers, messages)}
</div>`
}

/** Writes from the business's own phone, as a person who takes over does; the bot then keeps quiet. */
export function byHand(messages: Messages): Html {
  const label = message(messages, 'web.page.human_label')
  return html`<details class="by-hand"><summary>${message(messages, 'web.page.human_title')}</summary>
<form id="by-hand" autocomplete="off"><p>${message(messages, 'web.page.human_hint')}</p>
<label class="sr" for="text-human">${label}</label>
<input id="text-human" class="field" name="text" placeholder="${label}" maxlength="60000" required>
<button class="button">${message(messages, 'web.page.send')}</button></form></details>`
}
