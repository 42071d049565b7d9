import type { StaffMember } from '../../core/business/types.js'
import { type Messages, message } from '../../core/messages.js'
import { type Html, html } from '../html.js'
import type { SimulatorView } from '../view/simulator-view.js'
import { byHandDialog, resetDialog, saveTestDialog, weekDialog } from './action-dialogs.js'
import { attachDialog } from './attach-dialog.js'
import { bubbleMenu, chatMenu, pendingTemplate } from './chat-menus.js'
import { clock, clockTools } from './clock-tools.js'
import { newPersonDialog } from './new-person-dialog.js'
import { phone } from './phone.js'
import { type Regions, regions, writeAs } from './regions.js'
import { shell } from './shell.js'

const STYLES = [
  ...['table', 'path', 'people', 'phone', 'bubble', 'attached', 'lead-card', 'composer'],
  ...['known', 'flow', 'dialog', 'week'],
]

/**
 * The simulator: the prospect's phone, what the bot knows, the owner's phone. It comes whole from
 * the server; the script only exchanges the regions that changed and sends what is done on it.
 */
export function simulatorPage(view: SimulatorView): Html {
  const { wall, line } = view
  const { messages, business } = wall
  const title = message(messages, 'web.page.title', { business: business.name })
  return shell({
    messages,
    title,
    current: 'simulator',
    line,
    clock: clock(wall),
    tools: clockTools(messages),
    styles: STYLES,
    script: '/assets/simulator.js',
    body: html`${main(view, title)}
${newPersonDialog(messages)}${attachDialog(messages)}${resetDialog(view, messages)}${saveTestDialog(messages)}${byHandDialog(messages)}${weekDialog(messages)}
${bubbleMenu(messages)}${chatMenu(messages)}${pendingTemplate(messages)}`,
  })
}

/** What the script has to know beside the regions themselves. */
export function pageState({ wall, prospect, owner, next, greetFrom }: SimulatorView) {
  return {
    now: wall.now.toISOString(),
    phone: prospect.phone,
    name: prospect.name,
    draft: prospect.draft,
    staff: owner?.member.phone ?? null,
    next,
    greetFrom,
  }
}

function main(view: SimulatorView, title: string): Html {
  const { messages, business } = view.wall
  const parts = regions(view)
  return html`<main id="table" data-tab="prospect" data-state="${JSON.stringify(pageState(view))}"
 ${sentences(messages)}>
<h1 class="sr">${title}</h1>
<noscript><p class="notice">${message(messages, 'web.page.noscript')}</p></noscript>
<p id="notice" class="notice" role="status" hidden></p>
${tabs(parts, messages)}
${parts.path}
${prospectSide(view, parts)}
<section class="side side-known" id="panel-known" aria-labelledby="title-known">
<div class="said">${parts['title-known']}
<button type="button" class="mini whose" data-do="show-tab" data-tab="prospect">${message(messages, 'web.page.other_person')}</button></div>
<div class="known" tabindex="0" role="group" aria-labelledby="title-known">${parts.known}</div>
</section>
${ownerSide(view, parts, business.staff)}
</main>`
}

/** What the script puts in these places. */
const WHEN = '%when'
const COUNT = '%n'

/** Words the script says; it holds none of its own. */
function sentences(messages: Messages): Html {
  return html`data-hello="${message(messages, 'web.page.hello')}"
 data-offline="${message(messages, 'web.page.offline')}"
 data-back="${message(messages, 'web.page.back')}"
 data-advancing="${message(messages, 'web.page.advancing')}"
 data-advanced="${message(messages, 'web.page.advanced', { when: WHEN })}"
 data-advanced-new="${message(messages, 'web.page.advanced_new', { when: WHEN, n: COUNT })}"
 data-restarting="${message(messages, 'web.kill.restarting')}"
 data-slow="${message(messages, 'web.kill.slow')}"
 data-restarted="${message(messages, 'web.kill.restarted')}"
 data-reset="${message(messages, 'web.reset.done')}"`
}

function prospectSide({ wall, prospect }: SimulatorView, parts: Regions): Html {
  const { messages } = wall
  return html`<section class="side side-prospect" id="panel-prospect" aria-labelledby="title-prospect">
<div class="said">${parts['title-prospect']}
<button type="button" class="mini" data-do="save-test">${message(messages, 'web.save.do_short')}</button>
<button type="button" class="mini" data-do="reset">${message(messages, 'web.reset.do')}</button></div>
<nav class="people" aria-label="${message(messages, 'web.people.title')}">${parts.people}
<button type="button" class="who add" data-do="new-person" aria-haspopup="dialog"><span class="face" aria-hidden="true"><span>+</span></span>
<b>${message(messages, 'web.people.other')}</b><span class="stage">${message(messages, 'web.people.other_2')}</span></button></nav>
${phone({
  messages,
  id: 'prospect',
  head: parts['head-prospect'],
  log: parts['log-prospect'],
  words: null,
  label: writeAs(prospect.name, messages),
})}
</section>`
}

function ownerSide(
  { wall, owner }: SimulatorView,
  parts: Regions,
  staff: readonly StaffMember[],
): Html {
  const { messages } = wall
  return html`<section class="side side-owner" id="panel-owner" aria-labelledby="title-owner">
<div class="said">${staffChoice(staff, owner?.member ?? null, messages)}${parts['title-owner']}
<a class="mini" href="/semana" data-do="week" aria-haspopup="dialog">${message(messages, 'web.page.this_week')}</a></div>
${phone({
  messages,
  id: 'owner',
  head: parts['head-owner'],
  log: parts['log-owner'],
  words: parts['words-owner'],
  label: writeAs(owner?.member.name ?? '', messages),
})}
</section>`
}

/** Whose phone it is, where there are several. */
function staffChoice(
  staff: readonly StaffMember[],
  chosen: StaffMember | null,
  messages: Messages,
): Html | null {
  if (staff.length < 2) return null
  return html`<label class="staff"><span class="sr">${message(messages, 'web.page.staff')}</span>
<select id="staff">${staff.map(({ name, phone: number }) => {
    const selected = number === chosen?.phone
    return html`<option value="${number}"${selected && html` selected`}>${name}</option>`
  })}</select></label>`
}

function tabs(parts: Regions, messages: Messages): Html {
  return html`<div class="tabs" role="tablist" aria-label="${message(messages, 'web.page.tabs')}">
${tab('prospect', html`${message(messages, 'web.page.tab_prospect')}`, true)}
${tab('owner', parts['name-owner'], false)}
${tab('known', html`${message(messages, 'web.page.tab_known')}`, false)}
</div>`
}

function tab(id: string, label: Html, selected: boolean): Html {
  return html`<button type="button" role="tab" id="tab-${id}" aria-controls="panel-${id}"
 aria-selected="${selected ? 'true' : 'false'}" tabindex="${selected ? 0 : -1}">${label}<b class="num" hidden></b></button>`
}
