import { type Messages, message } from '../../core/messages.js'
import { unreachable } from '../../core/types.js'
import { type Html, html } from '../html.js'
import type { Body } from '../view/bubble-body.js'
import { icon } from './icon.js'
import { leadCard } from './lead-card.js'
import { words } from './words.js'

/** What stands in a bubble, between the quotation above and the time below. */
export function bubbleContent(body: Body, messages: Messages): Html {
  switch (body.kind) {
    case 'text':
      return html`<p class="words">${words(body.pieces)}</p>`
    case 'voice':
      return html`<p class="attached voice"><span class="sign">${icon('voice')}</span>${WAVE}<span
 class="num"><span class="sr">${message(messages, 'web.content.voice')} </span>${body.length}</span></p>
${body.pieces.length > 0 && html`<p class="words heard">${words(body.pieces)}</p>`}`
    case 'image':
      return html`<p class="attached photo">${icon('photo')}<span>${message(messages, 'web.content.image')}</span></p>
${body.pieces.length > 0 && html`<p class="words">${words(body.pieces)}</p>`}`
    case 'file':
      return attached(icon('file'), body.name, body.type)
    case 'picture':
      return html`<a class="sent-picture" href="${body.href}" target="_blank"><img src="${body.href}" alt="${body.name}"
 width="${body.width}" height="${body.height}" loading="lazy"></a>
<p class="words">${words(body.pieces)}</p>`
    case 'download':
      return html`<a class="attached" href="${body.href}" download="${body.name}"><span class="sign">${icon('file')}</span><span><b>${body.name}</b>
<small class="num">${body.type}</small></span></a>
<p class="words">${words(body.pieces)}</p>`
    case 'place':
      return attached(icon('place'), message(messages, 'web.content.place'), body.at)
    case 'person':
      return attached(icon('person'), body.name, body.phone)
    case 'card':
      return leadCard(body.card)
    case 'note':
      return html`<p class="words aside">${body.text}</p>`
    case 'coming':
      return html`<p class="dots"><i></i><i></i><i></i></p>`
    default:
      return unreachable(body)
  }
}

function attached(sign: Html, title: string, detail: string): Html {
  return html`<p class="attached"><span class="sign">${sign}</span><span><b>${title}</b>
<small class="num">${detail}</small></span></p>`
}

/** The look of a recording; there is no sound to draw it from. */
const WAVE = html`<svg class="wave" viewBox="0 0 120 22" preserveAspectRatio="none" aria-hidden="true"><path
 d="M3 9v4M10 7v8M17 4v14M24 8v6M31 3v16M38 6v10M45 9v4M52 5v12M59 2v18M66 7v8M73 9v4M80 4v14M87 7v8M94 9v4M101 6v10M108 8v6M115 10v2"/></svg>`
