import { type Messages, message } from '../../core/messages.js'
import { type Html, html } from '../html.js'
import { type AttachField, attachKinds } from './attach-kinds.js'
import { icon } from './icon.js'

/** Everything a phone can send besides words, each with the little that is asked about it. */
export function attachDialog(messages: Messages): Html {
  const kinds = attachKinds(messages)
  return html`<dialog id="attach" aria-labelledby="attach-title">
<form method="dialog" autocomplete="off">
<h2 id="attach-title">${message(messages, 'web.attach.title')}</h2>
<div class="kinds" role="radiogroup" aria-labelledby="attach-title">${kinds.map(
    (
      { name, sign, label },
      at,
    ) => html`<label class="kind"><input type="radio" name="kind" value="${name}"${at === 0 && html` checked`}>
<span>${icon(sign)}${label}</span></label>`,
  )}</div>
${kinds.map(
  ({ name, fields }, at) =>
    html`<fieldset data-kind="${name}"${at > 0 && html` hidden disabled`}>${fields.map(field)}</fieldset>`,
)}
<p class="buttons">
<button type="button" class="button quiet" data-do="close">${message(messages, 'web.page.cancel')}</button>
<button class="button">${message(messages, 'web.page.send')}</button></p>
</form>
</dialog>`
}

function field(props: AttachField): Html {
  const { name, label, value } = props
  const limits =
    props.type === 'number'
      ? html`type="number" step="any" min="${props.min}" max="${props.max}" required`
      : html`type="${props.type}"${props.required && html` required`} maxlength="2000"`
  return html`<label>${label}<input class="field" name="${name}" value="${value}" ${limits}></label>`
}
