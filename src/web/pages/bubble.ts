import { type Messages, message } from '../../core/messages.js'
import { type Html, html } from '../html.js'
import type { Bubble, OptionView, Quote } from '../view/chat-view.js'
import { bubbleContent } from './bubble-content.js'
import { icon } from './icon.js'
import { tickMark } from './tick-mark.js'

/** Who is who in a chat, as its bubbles say it. */
export type Names = { readonly me: string; readonly bot: string; readonly human: string }

/** One bubble: who, what it answers, what was said, the choices, when, and how far it got. */
export function bubble(props: Bubble, names: Names, messages: Messages): Html {
  const { id, side, first, body, tick, time, tickText } = props
  const classes = ['msg', side, first && 'first', body.kind === 'card' && 'card']
  return html`<article class="${classes.filter((name) => name !== false).join(' ')}"
 data-key="${body.kind === 'coming' ? `coming ${id}` : id}" data-id="${id}" data-tick="${tick}" tabindex="-1">
<span class="sr">${names[side]}:</span>
${side === 'human' && html`<b class="hand">${names.human}</b>`}
${props.ad !== null && html`<p class="ad">${icon('ad')}${message(messages, 'web.content.ad', { headline: props.ad })}</p>`}
${props.quote !== null && quote(props.quote, names, messages)}
${bubbleContent(body, messages)}
${body.kind !== 'coming' && html`<p class="meta num"><time>${time}</time>${hasTick(props) && tickMark(tick, tickText)}</p>`}
${props.options.length > 0 && options(props.options, messages)}
${props.reactions.length > 0 && reactions(props.reactions, messages)}
${body.kind !== 'coming' && more(messages)}
</article>
`
}

/** A phone shows how far its own messages got; of the bot's, only that one did not go out. */
function hasTick({ side, tick }: Bubble): boolean {
  return side === 'me' || tick === 'failed' || tick === 'cancelled'
}

function quote({ id, mine, text }: Quote, names: Names, messages: Messages): Html {
  return html`<button type="button" class="quote" data-do="find" data-find="${id}"
 title="${message(messages, 'web.page.find_quote')}"><b>${mine ? names.me : names.bot}</b>
<span>${text}</span></button>`
}

/** Numbered as they are on a linked device, where a bare number chooses them too. */
function options(list: readonly OptionView[], messages: Messages): Html {
  return html`<div class="opts" role="group" aria-label="${message(messages, 'web.page.options')}">${list.map(
    (
      { id, label, open, chosen },
      at,
    ) => html`<button type="button" data-do="choose" data-option="${id}"
 aria-pressed="${chosen ? 'true' : 'false'}"${!open && html` disabled`}><b>${at + 1}</b>${label}</button>`,
  )}</div>`
}

function reactions(list: readonly string[], messages: Messages): Html {
  return html`<p class="reactions"><span class="sr">${message(messages, 'web.page.reactions')} </span>${list.join('')}</p>`
}

function more(messages: Messages): Html {
  return html`<button type="button" class="bubble-more" data-do="bubble-menu" tabindex="-1"
 aria-haspopup="true" aria-label="${message(messages, 'web.page.bubble_menu')}">${icon('down')}</button>`
}
