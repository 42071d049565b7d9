import { type Messages, message } from '../../core/messages.js'
import type { DrawnWeek } from '../../turn/scheduled/report.js'
import { type Html, html } from '../html.js'
import type { Line } from './line-chip.js'
import { shell } from './shell.js'
import { weekPart } from './week-page.js'

/** The first page while the simulator channel is off. */
export function offPage(messages: Messages, line: Line, week: DrawnWeek | null): Html {
  return shell({
    messages,
    title: message(messages, 'web.page.simulator'),
    current: 'off',
    line,
    clock: null,
    tools: null,
    styles: ['week'],
    script: null,
    body: html`<main class="panel alone">
<h1>${message(messages, 'web.page.simulator')}</h1>
<p>${message(messages, 'web.page.off')}</p>
</main>
${week !== null && html`<section class="week">${weekPart(week, messages)}</section>`}`,
  })
}
