import { type Messages, message } from '../../core/messages.js'
import { type Html, html } from '../html.js'
import { dateLine, timeText, type Wall } from '../view/when.js'

/** The app's clock; the script keeps it going between two looks at the server. */
export function clock(wall: Wall): Html {
  const now = wall.now.toISOString()
  return html`<time class="clock num" id="clock" datetime="${now}"
 data-zone="${wall.business.timeZone}"><b>${timeText(now, wall)}</b><span>${dateLine(now, wall)}</span></time>`
}

/** Moves the clock forward, or takes the bot through a crash. */
export function clockTools(messages: Messages): Html {
  return html`<div class="seg" role="group" aria-label="${message(messages, 'web.page.clock')}">
<span id="advance-label">${message(messages, 'web.page.advance')}</span>
${advance('PT1H', message(messages, 'web.page.hour'))}
${advance('P1D', message(messages, 'web.page.day'))}
${advance('P1W', message(messages, 'web.page.week'))}</div>
<button type="button" class="pill" id="kill" data-do="kill"
 data-idle="${message(messages, 'web.kill.do')}" data-busy="${message(messages, 'web.kill.busy')}">${message(messages, 'web.kill.do')}</button>`
}

function advance(duration: string, label: string): Html {
  const id = `advance-${duration}`
  return html`<button type="button" id="${id}" data-do="advance" data-advance="${duration}"
 aria-labelledby="advance-label ${id}">${label}</button>`
}
