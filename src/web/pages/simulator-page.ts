import type { Business } from '../../core/business/types.js'
import { type Messages, message } from '../../core/messages.js'
import { type Html, html } from '../html.js'
import { bubbleTemplates } from './bubble-templates.js'
import { knownPanel } from './known-panel.js'
import { newPersonDialog } from './new-person-dialog.js'
import { phone } from './phone.js'
import { shell } from './shell.js'
import { stagePath } from './stage-path.js'

/**
 * The simulator: the prospect's phone, what the bot knows, the owner's phone. The page brings every
 * sentence along; its script only fills in texts that `GET /simulator/view` gives.
 */
export function simulatorPage(messages: Messages, business: Business): Html {
  return shell({
    messages,
    title: message(messages, 'web.page.title', { business: business.name }),
    current: 'simulator',
    line: 'off',
    clock: null,
    tools: clockTools(messages),
    styles: ['table', 'path', 'people', 'phone', 'bubble', 'known', 'dialog'],
    script: '/assets/simulator.js',
    body: html`<main id="table" data-tab="prospect" data-time-zone="${business.timeZone}"
 data-hello="${message(messages, 'web.page.hello')}"
 data-offline="${message(messages, 'web.page.offline')}"
 data-not-sent="${message(messages, 'web.page.not_sent')}"
 data-advancing="${message(messages, 'web.page.advancing')}"
 data-advanced="${message(messages, 'web.page.advanced')}">
<h1 class="sr">${message(messages, 'web.page.title', { business: business.name })}</h1>
<noscript><p class="notice">${message(messages, 'web.page.noscript')}</p></noscript>
<p id="notice" class="notice" role="status" hidden></p>
${tabs(messages)}
${people(messages)}
${stagePath(messages)}
${phone({ ...prospectTexts(messages, business), messages, id: 'prospect', staff: [] })}
${knownPanel(messages)}
${phone({ ...ownerTexts(messages, business), messages, id: 'owner', staff: business.staff })}
</main>
${newPersonDialog(messages)}
${bubbleTemplates(messages)}`,
  })
}

function prospectTexts(messages: Messages, business: Business) {
  return {
    heading: message(messages, 'web.page.prospect'),
    title: business.name,
    log: message(messages, 'web.page.chat_prospect', { business: business.name }),
    empty: message(messages, 'web.page.empty_prospect'),
    placeholder: message(messages, 'web.page.write_prospect'),
  }
}

function ownerTexts(messages: Messages, business: Business) {
  return {
    heading: message(messages, 'web.page.owner'),
    title: message(messages, 'web.page.assistant', { business: business.name }),
    log: message(messages, 'web.page.chat_owner', { business: business.name }),
    empty: message(messages, 'web.page.empty_owner'),
    placeholder: message(messages, 'web.page.write_owner'),
  }
}

function clockTools(messages: Messages): Html {
  return html`<div class="clock" role="group" aria-label="${message(messages, 'web.page.clock')}">
<time id="clock"><b></b><span></span></time>
<div class="seg"><span id="advance-label">${message(messages, 'web.page.advance')}</span>
${advance('PT1H', message(messages, 'web.page.hour'))}
${advance('P1D', message(messages, 'web.page.day'))}
${advance('P1W', message(messages, 'web.page.week'))}
</div>
</div>`
}

function advance(duration: string, label: string): Html {
  const id = `advance-${duration}`
  return html`<button type="button" id="${id}" data-advance="${duration}"
 aria-labelledby="advance-label ${id}">${label}</button>`
}

function tabs(messages: Messages): Html {
  return html`<div class="tabs" role="tablist" aria-label="${message(messages, 'web.page.tabs')}">
${tab('prospect', message(messages, 'web.page.tab_prospect'), true)}
${tab('owner', message(messages, 'web.page.tab_owner'), false)}
${tab('known', message(messages, 'web.page.tab_known'), false)}
</div>`
}

function tab(id: string, label: string, selected: boolean): Html {
  return html`<button type="button" role="tab" id="tab-${id}" aria-controls="panel-${id}"
 aria-selected="${selected ? 'true' : 'false'}" tabindex="${selected ? 0 : -1}">${label}<b hidden></b></button>`
}

function people(messages: Messages): Html {
  return html`<nav class="people" aria-label="${message(messages, 'web.people.title')}">
<ul id="people"></ul>
<button type="button" id="other" class="who"><span class="face" aria-hidden="true">+</span>
<b>${message(messages, 'web.people.other')}</b></button>
</nav>`
}
