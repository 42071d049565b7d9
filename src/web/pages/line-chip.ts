import { type Messages, message } from '../../core/messages.js'
import type { WhatsAppStatus } from '../deps.js'
import { type Html, html } from '../html.js'

/** Where the real line stands, in the bar; leads to its page. */
export function lineChip(messages: Messages, state: WhatsAppStatus['state']): Html {
  return html`<a class="pill" id="line" href="/whatsapp" data-state="${state}">
<i class="dot"></i>${LINES[state](messages)}</a>`
}

const LINES: Record<WhatsAppStatus['state'], (messages: Messages) => string> = {
  off: (messages) => message(messages, 'web.line.off'),
  linking: (messages) => message(messages, 'web.line.linking'),
  open: (messages) => message(messages, 'web.line.open'),
  reconnecting: (messages) => message(messages, 'web.line.reconnecting'),
  needs_link: (messages) => message(messages, 'web.line.needs_link'),
  restricted: (messages) => message(messages, 'web.line.restricted'),
}
