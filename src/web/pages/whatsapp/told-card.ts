import { type Messages, message } from '../../../core/messages.js'
import type { WhatsAppStatus } from '../../deps.js'
import { type Html, html } from '../../html.js'
import { silentText } from '../../view/silent-text.js'
import { shortWhen, type Wall } from '../../view/when.js'
import { phoneForm } from './link-card.js'

export type Told = Wall & { readonly status: WhatsAppStatus }

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
  busy: 'M34 22a12 12 0 1 1-4-9M31 5v9h-9',
  bad: 'M22 10v15M22 33v.5',
  calm: 'M14 8h16v28H14zM20 31h4',
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
      return off(messages)
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
      return status.replaced ? replaced(messages) : away(told)
    case 'restricted':
      return {
        tone: 'bad',
        title: message(messages, 'web.whatsapp.restricted_title'),
        texts: [calmText(told), message(messages, 'web.whatsapp.restricted_text')],
        action: unlink(messages),
      }
    case 'needs_link':
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
    title: message(messages, 'web.whatsapp.off_title'),
    texts: [message(messages, 'web.whatsapp.off_text')],
    action: html`${linkButton(message(messages, 'web.whatsapp.link'))}${phoneForm(messages)}`,
  }
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

function away({ messages, status, now }: Told): Saying {
  const { nextAttemptAt } = status
  const wait = nextAttemptAt === undefined ? 0 : Date.parse(nextAttemptAt) - now.getTime()
  const next =
    wait > 0
      ? message(messages, 'web.whatsapp.away_next', { n: Math.ceil(wait / 1000) })
      : message(messages, 'web.whatsapp.away_now')
  return {
    tone: 'busy',
    title: message(messages, 'web.whatsapp.away_title'),
    texts: [next, message(messages, 'web.whatsapp.away_text')],
    action: html`${linkButton(message(messages, 'web.whatsapp.retry'))}${status.phone !== undefined && unlink(messages)}`,
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
