import { type Messages, message } from '../../core/messages.js'
import { type Html, html } from '../html.js'
import { composer } from './composer.js'
import { icon } from './icon.js'

type PhoneProps = {
  readonly messages: Messages
  readonly id: 'prospect' | 'owner'
  readonly head: Html
  readonly log: Html
  /** Words to tap above the line to write on. */
  readonly words: Html | null
  readonly label: string
}

/** One simulated phone: head, chat and the line to write on. */
export function phone({ messages, id, head, log, words, label }: PhoneProps): Html {
  return html`<div class="phone" data-side="${id}">
${head}
<div class="screen"><div class="chat" tabindex="0" role="group" aria-label="${message(messages, 'web.page.scroll')}">
${log}
<div class="pending" data-pending="${id}"></div></div>
<button type="button" class="icon to-end" data-do="to-end" hidden><span class="sr">${message(messages, 'web.page.to_end')}</span>${icon('down')}<b
 class="num" hidden></b></button></div>
${words}
${composer({ messages, id, label })}
</div>`
}

type HeadProps = {
  readonly messages: Messages
  readonly id: 'prospect' | 'owner'
  /** Whom the person is talking to. */
  readonly title: string
  readonly avatar: Html
  /** What stands under the name while nobody types. */
  readonly idle: string
  readonly typing: boolean
  /** Buttons at its end. */
  readonly menu: Html | null
}

export function phoneHead({ messages, id, title, avatar, idle, typing, menu }: HeadProps): Html {
  return html`<header class="head" id="head-${id}"><span class="ava" aria-hidden="true">${avatar}</span>
<div><h3>${title}</h3><p class="${typing ? 'live on' : 'live'}">${typing ? message(messages, 'web.page.typing') : idle}</p></div>
${menu}</header>`
}
