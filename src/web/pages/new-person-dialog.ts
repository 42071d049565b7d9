import { type Messages, message } from '../../core/messages.js'
import { type Html, html } from '../html.js'

/** As people write it, with spaces; they are taken out before it is sent. */
export const PHONE = '\\s*\\+[\\s.\\(\\)\\-]*[1-9]([\\s.\\(\\)\\-]*[0-9]){6,14}\\s*'

/** Asks for the phone and the profile name of somebody new; an invented one is filled in. */
export function newPersonDialog(messages: Messages): Html {
  return html`<dialog id="new-person" aria-labelledby="new-person-title">
<form method="dialog" autocomplete="off">
<h2 id="new-person-title">${message(messages, 'web.people.add_title')}</h2>
<p>${message(messages, 'web.people.hint')}</p>
<label>${message(messages, 'web.people.name')}<input class="field" name="name" maxlength="100"></label>
<label>${message(messages, 'web.people.phone')}
<input class="field" name="phone" type="tel" inputmode="tel" pattern="${PHONE}" required
 data-problem="${message(messages, 'web.people.phone_problem')}"></label>
<p class="buttons">
<button type="button" class="button quiet" data-do="close">${message(messages, 'web.page.cancel')}</button>
<button class="button">${message(messages, 'web.people.add')}</button></p>
</form>
</dialog>`
}
