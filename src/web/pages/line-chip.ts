import { type Messages, message } from '../../core/messages.js'
import type { WhatsAppStatus } from '../deps.js'
import { type Html, html } from '../html.js'

/** What the chip has to know of the line: `phone` is there once a number is linked. */
export type Line = Pick<WhatsAppStatus, 'state' | 'phone'>

/** Where the real line stands, in the bar; leads to its page. Where there is no room, a dot says so. */
export function lineChip(messages: Messages, line: Line, current = false): Html {
  return html`<a class="pill" id="line" href="/whatsapp" data-state="${line.state}"${current && html` aria-current="page"`}>
<i class="dot"></i><span>${message(messages, 'web.page.whatsapp')}<span class="stands"> ${standsText(line, messages)}</span></span></a>`
}

function standsText({ state, phone }: Line, messages: Messages): string {
  // Of a number that was never linked nothing comes back.
  if (state === 'reconnecting' && phone === undefined)
    return message(messages, 'web.line.unreached')
  return LINES[state](messages)
}

const LINES: Record<WhatsAppStatus['state'], (messages: Messages) => string> = {
  off: (messages) => message(messages, 'web.line.off'),
  linking: (messages) => message(messages, 'web.line.linking'),
  open: (messages) => message(messages, 'web.line.open'),
  reconnecting: (messages) => message(messages, 'web.line.reconnecting'),
  needs_link: (messages) => message(messages, 'web.line.needs_link'),
  restricted: (messages) => message(messages, 'web.line.restricted'),
}
