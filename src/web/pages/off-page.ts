import { type Messages, message } from '../../core/messages.js'
import { type Html, html } from '../html.js'
import type { Line } from './line-chip.js'
import { shell } from './shell.js'

/** The first page while the simulator channel is off. */
export function offPage(messages: Messages, line: Line): Html {
  return shell({
    messages,
    title: message(messages, 'web.page.simulator'),
    current: 'simulator',
    line,
    clock: null,
    tools: null,
    styles: [],
    script: null,
    body: html`<main class="panel alone">
<h1>${message(messages, 'web.page.simulator')}</h1>
<p>${message(messages, 'web.page.off')}</p>
</main>`,
  })
}
