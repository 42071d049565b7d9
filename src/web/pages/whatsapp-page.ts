import type { Business } from '../../core/business/types.js'
import { careSentences, heldLines } from '../../core/governor/line-text.js'
import { type Messages, message } from '../../core/messages.js'
import { type Html, html } from '../html.js'
import { shell } from './shell.js'
import { campaignsPanel } from './whatsapp/campaigns-panel.js'
import { linkCard } from './whatsapp/link-card.js'
import { accountPanel, statesPanel } from './whatsapp/side-panels.js'
import { type Told, toldCard } from './whatsapp/told-card.js'

/**
 * The real line: how to link it and how it stands. The page's script asks for it again and exchanges
 * the parts (`data-part`) that differ, so that all of it is made here.
 */
export function whatsappPage(props: Told): Html {
  const { messages, business, status } = props
  const title = message(messages, 'web.whatsapp.title', { business: business.name })
  return shell({
    messages,
    title,
    current: 'whatsapp',
    line: status,
    clock: null,
    tools: null,
    styles: ['dialog', 'whatsapp'],
    script: '/assets/whatsapp.js',
    body: html`<main class="wa" data-state="${status.state}" data-failed="${message(messages, 'web.whatsapp.failed')}">
<header><h1>${title}</h1><p class="lead">${message(messages, 'web.whatsapp.lead')}</p>
<noscript><p class="problem">${message(messages, 'web.whatsapp.noscript')}</p></noscript></header>
<div class="stack"><p class="problem" id="problem" role="alert" hidden></p><div data-part="card">${card(props)}</div>${carePanel(messages, business)}<div data-part="limits">${limitsPanel(props)}</div></div>
<div class="stack">${accountPanel(props, status)}${campaignsPanel(messages, business)}${statesPanel(messages, status)}</div>
</main>
${unlinkDialog(messages)}`,
  })
}

function card(props: Told): Html {
  const { messages, status } = props
  const shows = status.state === 'linking' && !status.accepted
  return shows ? linkCard(messages, status) : toldCard(props)
}

/** What this program really does for the number, and what it cannot promise. */
function carePanel(messages: Messages, { takeOverHours }: Business): Html {
  return html`<section class="panel"><h2>${message(messages, 'web.whatsapp.care_title')}</h2>
<ul class="care"><li>${message(messages, 'web.whatsapp.care_answer')}</li>
<li>${message(messages, 'web.whatsapp.care_pace')}</li>
<li>${message(messages, 'web.whatsapp.care_human', { n: takeOverHours })}</li>
<li>${message(messages, 'web.whatsapp.care_groups')}</li>
<li>${message(messages, 'web.whatsapp.care_loops')}</li>
<li>${message(messages, 'web.whatsapp.care_calm')}</li>
<li>${message(messages, 'web.whatsapp.care_stop')}</li></ul>
<p class="note">${message(messages, 'web.whatsapp.risk')}</p></section>`
}

/** The governor in its own words: every limit, how far it is used, and what waits for it. */
function limitsPanel({ messages, business, care }: Told): Html {
  const words = { business, messages }
  const sentences = careSentences(care, words)
  return html`<section class="panel limits"><h2>${message(messages, 'web.whatsapp.limits_title')}</h2>
<ul class="care">${sentences.map((text) => html`<li>${text}</li>`)}</ul>
<p class="note">${heldLines(care, words).map((text) => html`<span class="held">${text}</span>`)}</p>
<p class="note">${message(messages, 'web.whatsapp.limits_where')}</p></section>`
}

function unlinkDialog(messages: Messages): Html {
  return html`<dialog id="unlink" aria-labelledby="unlink-title"><form method="dialog">
<h2 id="unlink-title">${message(messages, 'web.whatsapp.unlink_title')}</h2>
<p>${message(messages, 'web.whatsapp.unlink_text')}</p>
<p class="buttons"><button class="button quiet" value="cancel">${message(messages, 'web.whatsapp.cancel')}</button>
<button class="button" value="unlink" data-post="/whatsapp/unlink">${message(messages, 'web.whatsapp.unlink')}</button></p>
</form></dialog>`
}
