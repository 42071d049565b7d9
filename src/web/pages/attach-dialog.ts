import { type Messages, message } from '../../core/messages.js'
import { type Html, html } from '../html.js'
import { type AttachField, attachKinds } from './attach-kinds.js'
import { icon } from './icon.js'
import { PHONE } from './new-person-dialog.js'

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
    html`<fieldset data-kind="${name}"${at > 0 && html` hidden disabled`}>${fields.map((one) => field(one, messages))}</fieldset>`,
)}
<p class="buttons">
<button type="button" class="button quiet" data-do="close">${message(messages, 'web.page.cancel')}</button>
<button class="button">${message(messages, 'web.page.send')}</button></p>
</form>
</dialog>`
}

function field(props: AttachField, messages: Messages): Html {
  const { name, label, value } = props
  return html`<label>${label}<input class="field" name="${name}" value="${value}" ${limits(props, messages)}></label>`
}

/** What it takes, and what is said in our words when that is not it. */
function limits(props: AttachField, messages: Messages): Html {
  if (props.type === 'number') {
    const { min, max } = props
    return html`type="number" step="any" min="${min}" max="${max}" required
 data-problem="${message(messages, 'web.attach.number', { min, max })}"`
  }
  if (props.type === 'tel') {
    return html`type="tel" pattern="${PHONE}" required
 data-problem="${message(messages, 'web.people.phone_problem')}"`
  }
  return html`type="text" maxlength="2000"${props.required && html` required`}
 data-problem="${message(messages, 'web.page.needed')}"`
}
