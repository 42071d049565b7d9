import { type Messages, message } from '../../core/messages.js'
import { type Html, html } from '../html.js'
import type { Chat } from '../view/simulator-view.js'
import { bubble, type Names } from './bubble.js'

type ChatLogProps = {
  readonly messages: Messages
  readonly id: 'prospect' | 'owner'
  readonly label: string
  readonly chat: Chat
  readonly names: Names
  /** What stands there while nobody has written. */
  readonly empty: Html
}

/** The bubbles of one chat, day by day; new ones are read out once. */
export function chatLog({ messages, id, label, chat, names, empty }: ChatLogProps): Html {
  const { phone, bubbles, typing, unread } = chat
  const coming = bubbles.some(({ body }) => body.kind === 'coming')
  return html`<div class="log" id="log-${id}" role="log" aria-live="polite" aria-relevant="additions"
 aria-label="${label}" data-phone="${phone}" data-unread="${unread}">
${bubbles.length === 0 && empty}
${bubbles.map(
  (one, at) =>
    html`${bubbles[at - 1]?.day !== one.day && html`<p class="day" data-key="day ${one.day}">${one.day}</p>`}${bubble(one, names, messages)}`,
)}
${typing && !coming && html`<p class="msg bot first dots" data-key="typing" aria-hidden="true"><i></i><i></i><i></i></p>`}
</div>`
}

/** The start of a chat with somebody new: one tap writes as a person would. */
export function emptyProspect(samples: readonly string[], messages: Messages): Html {
  return html`<div class="start" data-key="start"><h3>${message(messages, 'web.page.start')}</h3>
<p>${message(messages, 'web.page.start_hint')}</p>
${samples.map((text) => html`<button type="button" class="sample" data-do="say">${text}</button>`)}</div>`
}

export function emptyOwner(messages: Messages): Html {
  const hello = message(messages, 'web.page.hello')
  return html`<div class="start" data-key="start"><p>${message(messages, 'web.page.empty_owner')}</p>
<button type="button" class="sample" data-do="say">${hello}</button></div>`
}
