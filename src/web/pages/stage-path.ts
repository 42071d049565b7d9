import { type Messages, message } from '../../core/messages.js'
import { stageText } from '../../core/owner/stage-text.js'
import { STAGES } from '../../core/types.js'
import { type Html, html } from '../html.js'

/** The eight stages as a running stitch; the script says how far the person has come. */
export function stagePath(messages: Messages): Html {
  return html`<section class="path" aria-label="${message(messages, 'web.known.path')}">
<ol id="path" data-done="${message(messages, 'web.known.done')}"
 data-now="${message(messages, 'web.known.now')}">${STAGES.map(
   (stage) => html`<li><b>${stageText(stage, messages)}</b><span class="at"></span>
<span class="sr"></span></li>`,
 )}</ol>
</section>`
}
