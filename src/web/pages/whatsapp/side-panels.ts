import { type Messages, message } from '../../../core/messages.js'
import type { WhatsAppStatus } from '../../deps.js'
import { type Html, html } from '../../html.js'
import { shortWhen, type Wall } from '../../view/when.js'

/** How the number stands with WhatsApp. */
export function accountPanel(wall: Wall, status: WhatsAppStatus): Html {
  const { messages } = wall
  const { phone, heardAt } = status
  return html`<section class="panel" data-part="account"><h2>${message(messages, 'web.whatsapp.account_title')}</h2>
<dl class="standing">
${row(message(messages, 'web.whatsapp.account_line'), phone === undefined ? none(message(messages, 'web.whatsapp.account_unlinked')) : html`<dd class="num">${phone}</dd>`)}
${row(message(messages, 'web.whatsapp.account_limits'), limits(wall, status))}
${row(message(messages, 'web.whatsapp.account_heard'), heardAt === undefined ? none(message(messages, 'web.whatsapp.account_heard_none')) : html`<dd class="num">${shortWhen(heardAt, wall)}</dd>`)}
</dl></section>`
}

function row(label: string, value: Html): Html {
  return html`<div><dt>${label}</dt>${value}</div>`
}

function none(text: string): Html {
  return html`<dd class="none">${text}</dd>`
}

function limits(wall: Wall, status: WhatsAppStatus): Html {
  const { messages } = wall
  if (status.restrictedUntil !== undefined) {
    const until = shortWhen(status.restrictedUntil, wall)
    return html`<dd class="bad">${message(messages, 'web.whatsapp.account_limits_until', { until })}</dd>`
  }
  if (status.state === 'restricted') {
    return html`<dd class="bad">${message(messages, 'web.whatsapp.account_limits_open')}</dd>`
  }
  return status.state === 'open'
    ? html`<dd class="good">${message(messages, 'web.whatsapp.account_limits_none')}</dd>`
    : none(message(messages, 'web.whatsapp.account_limits_later'))
}

/** Every state there is, with the one of now marked. */
export function statesPanel(messages: Messages, status: WhatsAppStatus): Html {
  const now = nowOf(status)
  return html`<section class="panel" data-part="states"><h2>${message(messages, 'web.whatsapp.states_title')}</h2>
<ul class="states">${statesIn(messages).map(
    ({
      name,
      tone,
      title,
      text,
    }) => html`<li class="${tone}"${name === now && html` aria-current="true"`}>
<i aria-hidden="true"></i><b>${title}${name === now && html`<span class="sr"> (${message(messages, 'web.whatsapp.here')})</span>`}</b>
<small>${text}</small></li>`,
  )}</ul></section>`
}

type Name = WhatsAppStatus['state'] | 'accepted' | 'replaced'

function nowOf({ state, accepted, replaced }: WhatsAppStatus): Name {
  if (accepted) return 'accepted'
  return replaced ? 'replaced' : state
}

type State = {
  readonly name: Name
  readonly tone: string
  readonly title: string
  readonly text: string
}

function statesIn(messages: Messages): readonly State[] {
  const state = (name: Name, tone: string, title: string, text: string): State => {
    return { name, tone, title, text }
  }
  const say = (key: string): string => message(messages, key)
  return [
    state('off', '', say('web.whatsapp.state_off'), say('web.whatsapp.state_off_text')),
    state('linking', '', say('web.whatsapp.state_linking'), say('web.whatsapp.state_linking_text')),
    state(
      'accepted',
      'busy',
      say('web.whatsapp.accepted_title'),
      say('web.whatsapp.state_accepted_text'),
    ),
    state('open', 'good', say('web.whatsapp.open_title'), say('web.whatsapp.state_open_text')),
    state(
      'reconnecting',
      'busy',
      say('web.whatsapp.away_title'),
      say('web.whatsapp.state_away_text'),
    ),
    state(
      'replaced',
      'bad',
      say('web.whatsapp.replaced_title'),
      say('web.whatsapp.state_replaced_text'),
    ),
    state(
      'restricted',
      'bad',
      say('web.whatsapp.restricted_title'),
      say('web.whatsapp.state_restricted_text'),
    ),
    state(
      'needs_link',
      'bad',
      say('web.whatsapp.needs_link_title'),
      say('web.whatsapp.state_needs_link_text'),
    ),
  ]
}
