import type { LineCare } from '../../../core/governor/line-text.js'
import { type Messages, message } from '../../../core/messages.js'
import { HOUR } from '../../../core/schedule/units.js'
import type { WhatsAppStatus } from '../../deps.js'
import { type Html, html } from '../../html.js'
import { silentText } from '../../view/silent-text.js'
import { shortWhen, type Wall } from '../../view/when.js'
import { leaveButton, phoneForm } from './link-card.js'

export type Told = Wall & {
  readonly status: WhatsAppStatus
  readonly care: LineCare
  /** By how much the clock was moved, where that keeps a number from being linked; else 0. */
  readonly aheadMs: number
}

/** The big card of every state that has no code to show: what happens, and what to do. */
export function toldCard(told: Told): Html {
  const { tone, title, texts, action } = sayingOf(told)
  return html`<section class="panel told ${tone}" aria-live="polite">
<div class="mark" aria-hidden="true"><svg class="stroke" viewBox="0 0 44 44"><path d="${MARKS[tone]}"/></svg></div>
<div><h2>${title}</h2><div class="said">${texts.map((text) => html`<p>${text}</p>`)}</div>
<div class="row">${action}</div></div>
</section>`
}

type Tone = 'good' | 'busy' | 'bad' | 'calm'

const MARKS: Record<Tone, string> = {
  good: 'M10 23l8 8 16-18',
  busy: 'M36 22a14 14 0 1 1-4.4-10.2M33 4v9h-9',
  bad: 'M22 10v15M22 33v.5',
  calm: 'M16 5h12a4 4 0 0 1 4 4v26a4 4 0 0 1-4 4H16a4 4 0 0 1-4-4V9a4 4 0 0 1 4-4zM19.5 9.5h5M22 34v.1',
}

type Saying = {
  readonly tone: Tone
  readonly title: string
  readonly texts: readonly string[]
  readonly action: Html | null
}

function sayingOf(told: Told): Saying {
  const { messages, status } = told
  switch (status.state) {
    case 'off':
      return told.aheadMs > 0 ? ahead(told) : off(messages)
    case 'linking':
      return {
        tone: 'busy',
        title: message(messages, 'web.whatsapp.accepted_title'),
        texts: [message(messages, 'web.whatsapp.accepted_text')],
        action: null,
      }
    case 'open':
      return open(told)
    case 'reconnecting':
      if (status.replaced) return replaced(messages)
      return status.phone === undefined ? unreached(told) : away(told)
    case 'restricted':
      return {
        tone: 'bad',
        title: message(messages, 'web.whatsapp.restricted_title'),
        texts: [calmText(told), message(messages, 'web.whatsapp.restricted_text')],
        action: unlink(messages),
      }
    case 'needs_link':
      if (told.aheadMs > 0) return ahead(told)
      return {
        tone: 'bad',
        title: message(messages, 'web.whatsapp.needs_link_title'),
        texts: [message(messages, 'web.whatsapp.needs_link_text')],
        action: linkButton(message(messages, 'web.whatsapp.show_code')),
      }
  }
}

function off(messages: Messages): Saying {
  return {
    tone: 'calm',
    title: message(messages, 'web.whatsapp.step_title'),
    texts: [message(messages, 'web.whatsapp.off_text')],
    action: html`${linkButton(message(messages, 'web.whatsapp.link'))}${phoneForm(messages)}`,
  }
}

/** Real people would live on simulated days: that is said before anybody presses. */
function ahead({ messages, aheadMs }: Told): Saying {
  const command = message(messages, 'web.whatsapp.ahead_command')
  const time = aheadText(aheadMs, messages)
  return {
    tone: 'calm',
    title: message(messages, 'web.whatsapp.ahead_title'),
    texts: [message(messages, 'web.whatsapp.ahead_text', { time })],
    action: html`<pre class="command"><code tabindex="0">${command}</code></pre>
<button type="button" class="button quiet" id="copy" data-copy="${command}"
 data-copied="${message(messages, 'web.whatsapp.copied')}">${message(messages, 'web.whatsapp.copy')}</button>`,
  }
}

function aheadText(ms: number, messages: Messages): string {
  const hours = Math.max(1, Math.round(ms / HOUR))
  const days = Math.round(hours / 24)
  return days > 0
    ? message(messages, 'web.whatsapp.ahead_days', { n: days })
    : message(messages, 'web.whatsapp.ahead_hours', { n: hours })
}

function open(told: Told): Saying {
  const { messages, status } = told
  const since = shortWhen(status.since, told)
  const text = message(messages, 'web.whatsapp.open_text', { since })
  const silent = silentText(messages, status)
  return {
    tone: 'good',
    title: message(messages, 'web.whatsapp.open_title'),
    texts: silent === null ? [text] : [text, silent],
    action: unlink(messages),
  }
}

function calmText({ status: { restrictedUntil }, ...wall }: Told): string {
  const { messages } = wall
  return restrictedUntil === undefined
    ? message(messages, 'web.whatsapp.restricted_now')
    : message(messages, 'web.whatsapp.restricted_until', {
        until: shortWhen(restrictedUntil, wall),
      })
}

function nextText({ messages, status, now }: Told): string {
  const { nextAttemptAt } = status
  const wait = nextAttemptAt === undefined ? 0 : Date.parse(nextAttemptAt) - now.getTime()
  return wait > 0
    ? message(messages, 'web.whatsapp.away_next', { n: Math.ceil(wait / 1000) })
    : message(messages, 'web.whatsapp.away_now')
}

function away(told: Told): Saying {
  const { messages } = told
  return {
    tone: 'busy',
    title: message(messages, 'web.whatsapp.away_title'),
    texts: [nextText(told), message(messages, 'web.whatsapp.away_text')],
    action: html`${linkButton(message(messages, 'web.whatsapp.retry'))}${unlink(messages)}`,
  }
}

/** No code came: there is no number on which anything could arrive. */
function unreached(told: Told): Saying {
  const { messages } = told
  return {
    tone: 'busy',
    title: message(messages, 'web.whatsapp.unreached_title'),
    texts: [message(messages, 'web.whatsapp.unreached_text'), nextText(told)],
    action: html`${linkButton(message(messages, 'web.whatsapp.retry'))}${leaveButton(messages)}`,
  }
}

function replaced(messages: Messages): Saying {
  return {
    tone: 'bad',
    title: message(messages, 'web.whatsapp.replaced_title'),
    texts: [message(messages, 'web.whatsapp.replaced_text')],
    action: linkButton(message(messages, 'web.whatsapp.replaced_done')),
  }
}

function linkButton(label: string): Html {
  return html`<button type="button" class="button" id="do-link" data-post="/whatsapp/link">${label}</button>`
}

function unlink(messages: Messages): Html {
  return html`<button type="button" class="button quiet" id="ask-unlink" data-open="unlink">${message(messages, 'web.whatsapp.unlink')}</button>`
}
