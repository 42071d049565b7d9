import { type Messages, message } from '../../core/messages.js'
import { type Html, html } from '../html.js'
import type { StageView } from '../view/path-view.js'

/** The eight stages as a running stitch, with when and why each was reached. */
export function stagePath(path: readonly StageView[], name: string, messages: Messages): Html {
  return html`<section class="path" id="path" aria-label="${message(messages, 'web.path.of', { name })}">
<ol>${path.map((stage) => step(stage, messages))}</ol></section>`
}

function step({ label, state, note }: StageView, messages: Messages): Html {
  return html`<li class="${state}"${state === 'now' && html` aria-current="step"`}><b>${label}</b>
${state === 'done' && html`<span class="sr">${message(messages, 'web.path.done')}: </span>`}<span class="note" title="${note}">${note}</span></li>`
}
