import { type Messages, message } from '../../core/messages.js'
import type { WhatsAppStatus } from '../deps.js'
import { type Html, html } from '../html.js'
import { shell } from './shell.js'

/** Where the real line stands. Linking has no work behind it yet, and the page says so. */
export function whatsappPage(messages: Messages, status: WhatsAppStatus): Html {
  return shell({
    messages,
    title: message(messages, 'web.whatsapp.title'),
    current: 'whatsapp',
    line: status.state,
    clock: null,
    tools: null,
    styles: [],
    script: null,
    body: html`<main class="panel alone">
<h1>${message(messages, 'web.whatsapp.title')}</h1>
<p class="state" data-state="${status.state}">${message(messages, 'web.whatsapp.off')}</p>
<p>${message(messages, 'web.whatsapp.later')}</p>
<p><a class="button" href="/">${message(messages, 'web.whatsapp.back')}</a></p>
</main>`,
  })
}
