import { type Messages, message } from '../../core/messages.js'
import { type Html, html } from '../html.js'
import { icon } from './icon.js'

type ComposerProps = {
  readonly messages: Messages
  readonly id: 'prospect' | 'owner'
  /** "Escriba como Ana". */
  readonly label: string
}

/** The line to write on. Its frame stays as it is while the page lives: what was typed is kept. */
export function composer(props: ComposerProps): Html {
  const { messages, id } = props
  return html`<form class="write" autocomplete="off"
 aria-label="${message(messages, FORMS[id])}">
<div class="reply" hidden><p><b>${message(messages, 'web.page.replying')}</b> <span></span></p>
<button type="button" class="icon" data-do="no-reply" aria-label="${message(messages, 'web.page.cancel_reply')}">${icon('close')}</button></div>
<button type="button" class="icon" data-do="attach" aria-haspopup="dialog"
 aria-label="${message(messages, 'web.page.attach')}">${icon('plus')}</button>
${entry(props)}
<button class="icon send" aria-label="${message(messages, 'web.page.send')}">${icon('send')}</button>
</form>`
}

const FORMS = { prospect: 'web.page.form_prospect', owner: 'web.page.form_owner' } as const

/** The field itself: only its label follows whoever holds the phone. */
export function entry({ id, label }: ComposerProps): Html {
  return html`<div class="entry" id="entry-${id}"><label class="sr" for="text-${id}">${label}</label>
<textarea id="text-${id}" name="text" rows="1" placeholder="${label}" enterkeyhint="send"
 maxlength="60000"></textarea></div>`
}
