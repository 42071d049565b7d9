import { type Messages, message } from '../../core/messages.js'
import type { DrawnWeek } from '../../turn/scheduled/report.js'
import { type Html, html } from '../html.js'
import { emphasised } from '../view/emphasised.js'
import type { Line } from './line-chip.js'
import { shell } from './shell.js'
import { words } from './words.js'

type WeekProps = {
  readonly messages: Messages
  readonly line: Line
  readonly week: DrawnWeek | null
}

/** The week as the owner gets it on Monday, as it stands now. */
export function weekPage({ messages, line, week }: WeekProps): Html {
  return shell({
    messages,
    title: message(messages, 'web.page.this_week'),
    current: 'week',
    line,
    clock: null,
    tools: null,
    styles: ['week'],
    script: null,
    body: html`<main class="week"><h1 class="sr">${message(messages, 'web.page.this_week')}</h1>${weekPart(week, messages)}</main>`,
  })
}

/** The picture and its sentences; a page and a dialog of another show the same. */
export function weekPart(week: DrawnWeek | null, messages: Messages): Html {
  if (week === null) return html`<p>${message(messages, 'owner.figures.nobody')}</p>`
  const title = message(messages, 'web.page.this_week')
  const [, ...sentences] = week.text.split('\n')
  // Drawn by ourselves, and every text in it is escaped there.
  const drawing: Html | null = week.picture === null ? null : { markup: week.picture.svg }
  return html`${
    drawing !== null &&
    html`<div class="week-picture" role="img" aria-label="${title}">${drawing}</div>
`
  }<div class="week-words">${sentences.map((line) => html`<p>${words(emphasised(line))}</p>`)}</div>`
}
