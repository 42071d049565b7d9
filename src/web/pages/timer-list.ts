import { type Messages, message } from '../../core/messages.js'
import { type Html, html } from '../html.js'
import type { TimerView } from '../view/timers-view.js'

/** What happens by itself, each with a way to go there; a cancelled one stays, struck out. */
export function timerList(timers: readonly TimerView[], messages: Messages): Html {
  return html`<section class="next-up"><h3>${message(messages, 'web.known.timers')}</h3>
${timers.length === 0 && html`<p class="none">${message(messages, 'web.known.no_timers')}</p>`}
<ol>${timers.map((timer) => row(timer, messages))}</ol></section>`
}

function row({ id, name, dueAt, when, status, note }: TimerView, messages: Messages): Html {
  const pending = status === 'pending'
  return html`<li data-status="${status}" data-key="timer ${id}"><time class="num" datetime="${dueAt}">${when}</time>
<p>${pending ? name : html`<s>${name}</s>`}${pending && note !== '' && html`<small>${note}</small>`}</p>
${!pending && html`<small>${note}</small>`}${
  pending &&
  html`<button type="button" class="mini" data-do="jump" data-due="${dueAt}"
 aria-label="${message(messages, 'web.known.jump_to', { name, when })}">${message(messages, 'web.known.jump')}</button>`
}</li>`
}
