import { type Messages, message } from '../../core/messages.js'
import { type Html, html } from '../html.js'
import { tickMark } from './tick-mark.js'

const EMOJIS = ['👍', '❤️', '😂', '🙏', '✅', '❌'] as const

/** What one can do with a bubble: answer it, or react to it. */
export function bubbleMenu(messages: Messages): Html {
  return html`<div id="bubble-menu" class="menu-box" popover role="group" aria-label="${message(messages, 'web.page.bubble_menu')}">
<button type="button" data-do="reply">${message(messages, 'web.page.reply')}</button>
<div class="emojis" role="group" aria-label="${message(messages, 'web.page.react')}">${EMOJIS.map(
    (emoji) => html`<button type="button" data-do="react" data-emoji="${emoji}">${emoji}</button>`,
  )}</div>
<button type="button" data-do="react" data-emoji="" class="undo-react" hidden>${message(messages, 'web.page.unreact')}</button>
</div>`
}

/** On a narrow screen, what a wide one has over the prospect's phone and in its head. */
export function chatMenu(messages: Messages): Html {
  return html`<div id="chat-menu" class="menu-box" popover role="group" aria-label="${message(messages, 'web.page.chat_menu')}">
<button type="button" data-do="save-test">${message(messages, 'web.save.do_long')}</button>
<button type="button" data-do="reset">${message(messages, 'web.reset.do_long')}</button>
<button type="button" data-do="by-hand">${message(messages, 'web.by_hand.title')}</button>
</div>`
}

/** A bubble of the page's own, from the moment of sending until the server has it. */
export function pendingTemplate(messages: Messages): Html {
  return html`<template id="pending"><article class="msg me first">
<p class="words"></p>
<p class="meta waiting">${tickMark('waiting', message(messages, 'web.tick.waiting'))}</p>
<p class="meta later">${message(messages, 'web.page.sent_later')} ${tickMark('waiting', message(messages, 'web.tick.waiting'))}</p>
<p class="meta failed">${tickMark('failed', message(messages, 'web.page.not_sent'))}
<button type="button" class="mini" data-do="retry">${message(messages, 'web.page.retry')}</button></p>
</article></template>`
}
