import { type Messages, message } from '../../core/messages.js'
import { type Html, html } from '../html.js'
import type { SimulatorView } from '../view/simulator-view.js'

/** Asks before a conversation is wiped out. */
export function resetDialog({ owner }: Pick<SimulatorView, 'owner'>, messages: Messages): Html {
  const name = owner?.member.name
  const hint =
    name === undefined
      ? message(messages, 'web.reset.hint')
      : message(messages, 'web.reset.hint_owner', { name })
  return html`<dialog id="reset" aria-labelledby="reset-title">
<form method="dialog">
<h2 id="reset-title">${message(messages, 'web.reset.title')}</h2>
<p>${hint}</p>
<p class="problem" role="alert" hidden></p>
<p class="buttons">
<button type="button" class="button quiet" data-do="close">${message(messages, 'web.page.cancel')}</button>
<button class="button">${message(messages, 'web.reset.do')}</button></p>
</form>
</dialog>`
}

/** Asks for the name of a test, and then says where it is and how to play it. */
export function saveTestDialog(messages: Messages): Html {
  return html`<dialog id="save-test" aria-labelledby="save-test-title">
<form method="dialog" autocomplete="off">
<h2 id="save-test-title">${message(messages, 'web.save.title')}</h2>
<p>${message(messages, 'web.save.hint')}</p>
<label>${message(messages, 'web.save.name')}<input class="field" name="name" maxlength="80"
 placeholder="${message(messages, 'web.save.example')}"></label>
<p class="problem" role="alert" hidden></p>
<p class="buttons">
<button type="button" class="button quiet" data-do="close">${message(messages, 'web.page.cancel')}</button>
<button class="button" data-busy="${message(messages, 'web.save.busy')}">${message(messages, 'web.save.do')}</button></p>
</form>
<div class="result" role="status" hidden><h2>${message(messages, 'web.save.done')}</h2>
<p>${message(messages, 'web.save.file')} <code data-result="file"></code></p>
<p>${message(messages, 'web.save.run')}</p><pre><code data-result="command" tabindex="0"></code></pre>
<p class="buttons"><button type="button" class="button quiet" data-do="copy"
 data-done="${message(messages, 'web.save.copied')}">${message(messages, 'web.save.copy')}</button>
<button type="button" class="button" data-do="close">${message(messages, 'web.save.close')}</button></p></div>
</dialog>`
}

/** Writes from the business's own phone, as a person who takes over does; the bot then keeps quiet. */
export function byHandDialog(messages: Messages): Html {
  return html`<dialog id="by-hand" aria-labelledby="by-hand-title">
<form method="dialog" autocomplete="off">
<h2 id="by-hand-title">${message(messages, 'web.by_hand.title')}</h2>
<p>${message(messages, 'web.by_hand.hint')}</p>
<label>${message(messages, 'web.by_hand.label')}<input class="field" name="text" maxlength="60000" required
 data-problem="${message(messages, 'web.page.needed')}"></label>
<p class="problem" role="alert" hidden></p>
<p class="buttons">
<button type="button" class="button quiet" data-do="close">${message(messages, 'web.page.cancel')}</button>
<button class="button">${message(messages, 'web.page.send')}</button></p>
</form>
</dialog>`
}

/** The week, put there when it is asked for. */
export function weekDialog(messages: Messages): Html {
  return html`<dialog id="week" aria-label="${message(messages, 'web.page.this_week')}">
<div id="week-part" tabindex="0" autofocus></div>
<p class="buttons"><button type="button" class="button" data-do="close">${message(messages, 'web.save.close')}</button></p>
</dialog>`
}
