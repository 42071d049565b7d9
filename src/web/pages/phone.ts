import type { StaffMember } from '../../core/business/types.js'
import { type Messages, message } from '../../core/messages.js'
import { type Html, html } from '../html.js'

export type PhoneProps = {
  readonly messages: Messages
  readonly id: 'prospect' | 'owner'
  readonly heading: string
  /** Whom the person is talking to. */
  readonly title: string
  readonly log: string
  readonly empty: string
  readonly placeholder: string
  /** Whose phone it may be; a list of two or more brings a choice. */
  readonly staff: readonly StaffMember[]
}

/** One simulated phone: head, chat and the line to write on. */
export function phone(props: PhoneProps): Html {
  const { messages, id, heading, title, log, empty } = props
  return html`<section class="side side-${id}" id="panel-${id}" aria-labelledby="heading-${id}">
<div class="said"><h2 id="heading-${id}">${heading}</h2>${staffChoice(props)}</div>
<div class="phone" data-phone="${id}" data-online="${message(messages, 'web.page.online')}"
 data-typing="${message(messages, 'web.page.typing')}">
<header class="head"><span class="ava" aria-hidden="true">&iacute;</span>
<div><h3>${title}</h3><p class="live">${message(messages, 'web.page.online')}</p></div></header>
<div class="chat" role="log" aria-live="polite" aria-label="${log}" tabindex="0">
<p class="empty">${empty}</p></div>
${writer(props)}
</div>
</section>`
}

function writer({ messages, id, placeholder }: PhoneProps): Html {
  return html`<form class="write" autocomplete="off">
<div class="reply" hidden><p><b>${message(messages, 'web.page.replying')}</b> <span></span></p>
<button type="button" class="icon" aria-label="${message(messages, 'web.page.cancel_reply')}">×</button></div>
<label class="sr" for="text-${id}">${placeholder}</label>
<textarea id="text-${id}" name="text" rows="1" placeholder="${placeholder}" enterkeyhint="send"
 maxlength="60000" required></textarea>
<button class="icon send" aria-label="${message(messages, 'web.page.send')}">
<span aria-hidden="true">↑</span></button>
</form>`
}

function staffChoice({ messages, staff }: PhoneProps): Html | null {
  if (staff.length < 2) return null
  return html`<label class="staff"><span class="sr">${message(messages, 'web.page.staff')}</span>
<select id="staff">${staff.map((member) => staffOption(messages, member))}</select></label>`
}

function staffOption(messages: Messages, { name, title, phone }: StaffMember): Html {
  const label = message(messages, 'web.page.staff_member', { name, title })
  return html`<option value="${phone}">${label}</option>`
}
