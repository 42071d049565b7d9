import { type Messages, message } from '../../core/messages.js'
import { type Html, html } from '../html.js'

/** "Lo que sabe el bot": score and reasons, facts with the words that prove them, what comes next. */
export function knownPanel(messages: Messages): Html {
  return html`<section class="side side-known" id="panel-known" aria-labelledby="heading-known">
<div class="said"><h2 id="heading-known">${message(messages, 'web.known.title')}</h2></div>
<div class="known" id="known" tabindex="0" role="region" aria-labelledby="heading-known">
<p class="empty">${message(messages, 'web.known.empty')}</p>
<div class="notes"></div>
<section class="score"><h3>${message(messages, 'web.known.score')}</h3>
<strong>0</strong><meter min="0" max="100" value="0"
 aria-label="${message(messages, 'web.known.score')}"></meter></section>
${list('reasons', message(messages, 'web.known.reasons'), message(messages, 'web.known.no_reasons'))}
${list('facts', message(messages, 'web.known.facts'), message(messages, 'web.known.no_facts'))}
${list('timers', message(messages, 'web.known.timers'), message(messages, 'web.known.no_timers'))}
${byHand(messages)}
</div>
</section>`
}

function list(name: string, title: string, none: string): Html {
  return html`<section class="${name}"><h3>${title}</h3><ul></ul><p class="none">${none}</p></section>`
}

function byHand(messages: Messages): Html {
  const label = message(messages, 'web.page.human_label')
  return html`<details class="by-hand"><summary>${message(messages, 'web.page.human_title')}</summary>
<form id="by-hand" autocomplete="off"><p>${message(messages, 'web.page.human_hint')}</p>
<label class="sr" for="text-human">${label}</label>
<input id="text-human" name="text" placeholder="${label}" maxlength="60000" required>
<button class="pill">${message(messages, 'web.page.send')}</button></form></details>`
}
