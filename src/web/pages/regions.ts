import { placeText } from '../../core/business/place-text.js'
import { type Messages, message } from '../../core/messages.js'
import { type Html, html } from '../html.js'
import { firstName, initialsOf, isNamed } from '../view/people-view.js'
import { type QuickWord, quickWords } from '../view/quick-words.js'
import { samples } from '../view/samples.js'
import type { SimulatorView } from '../view/simulator-view.js'
import { chatLog, emptyOwner, emptyProspect } from './chat-log.js'
import { entry } from './composer.js'
import { icon } from './icon.js'
import { knownPanel } from './known-panel.js'
import { lineChip } from './line-chip.js'
import { peopleRail } from './people-rail.js'
import { phoneHead } from './phone.js'
import { stagePath } from './stage-path.js'

type OfPhone = 'title' | 'head' | 'log' | 'entry'
type RegionName =
  | 'people'
  | 'path'
  | 'title-known'
  | 'known'
  | 'line'
  | 'words-owner'
  | 'name-owner'
  | `${OfPhone}-${'prospect' | 'owner'}`

/**
 * The parts of the page that change while it is open, each one element whose id is its name. The
 * page is built of them, and what the script fetches later are the same parts anew.
 */
export type Regions = { readonly [N in RegionName]: Html }

export function regions(view: SimulatorView): Regions {
  const { messages } = view.wall
  const name = firstName(view.prospect.name)
  return {
    people: peopleRail(view.people, messages),
    path: stagePath(view.path, name, messages),
    line: lineChip(messages, view.line),
    known: knownPanel(view.known, messages),
    'title-known': html`<h2 id="title-known"><span class="what">${message(messages, 'web.known.title')}</span>
<b class="of">${name}</b>
<small>${message(messages, 'web.known.underlined', { name })}</small></h2>`,
    ...prospectRegions(view, name),
    ...ownerRegions(view),
  }
}

function prospectRegions(view: SimulatorView, name: string) {
  const { wall, prospect } = view
  const { messages, business } = wall
  const human = message(messages, 'web.page.human', { business: business.name })
  return {
    'title-prospect': html`<h2 id="title-prospect">${message(messages, 'web.page.writes', { name })}</h2>`,
    'head-prospect': phoneHead({
      messages,
      id: 'prospect',
      title: business.name,
      avatar: html`${initialsOf(business.name)}`,
      idle: message(messages, view.silent ? 'web.page.silenced' : 'web.page.online'),
      typing: prospect.typing,
      menu: html`${byHandButton(messages)}${chatMenuButton(messages)}`,
    }),
    'log-prospect': chatLog({
      messages,
      id: 'prospect',
      label: message(messages, 'web.page.chat_of', { name }),
      chat: prospect,
      names: { me: name, bot: business.name, human },
      empty: emptyProspect(samples(business, messages), messages),
    }),
    'entry-prospect': entry({ messages, id: 'prospect', label: writeAs(prospect.name, messages) }),
  }
}

function ownerRegions(view: SimulatorView) {
  const { wall, owner } = view
  const { messages, business } = wall
  const name = owner?.member.name ?? ''
  const chat = owner ?? { phone: '', typing: false, unread: 0, bubbles: [] }
  return {
    'name-owner': html`<span id="name-owner">${name || message(messages, 'web.page.tab_owner')}</span>`,
    'title-owner': html`<h2 id="title-owner"><span class="who-decides">${name}</span> ${message(messages, 'web.page.decides')}
<small>${owner?.member.title ?? ''}</small></h2>`,
    'head-owner': phoneHead({
      messages,
      id: 'owner',
      title: message(messages, 'web.page.assistant'),
      avatar: html`&iacute;`,
      idle: message(messages, 'web.page.assistant_of', {
        place: placeText(business.place, 'bare', messages),
      }),
      typing: chat.typing,
      menu: null,
    }),
    'log-owner': chatLog({
      messages,
      id: 'owner',
      label: message(messages, 'web.page.chat_of', { name }),
      chat,
      names: { me: name, bot: message(messages, 'web.page.assistant'), human: '' },
      empty: emptyOwner(messages),
    }),
    'entry-owner': entry({ messages, id: 'owner', label: writeAs(name, messages) }),
    'words-owner': ownerWords(
      chat.bubbles.findLast(({ body }) => body.kind === 'card')?.id,
      quickWords(messages, owner?.desk ?? 'empty'),
      messages,
    ),
  }
}

/** The owner's words to tap; they answer the newest card. */
function ownerWords(
  card: string | undefined,
  words: readonly QuickWord[],
  messages: Messages,
): Html {
  return html`<div class="chips" id="words-owner" role="group" aria-label="${message(messages, 'web.page.words')}"
 data-card="${card ?? ''}">${words.map(
   ({ text, whole }) => html`<button type="button" data-do="word" data-word="${text}"
 data-whole="${whole ? 'yes' : 'no'}">${text}</button>`,
 )}</div>`
}

function byHandButton(messages: Messages): Html {
  const label = message(messages, 'web.by_hand.title')
  return html`<button type="button" class="mini hand-over" data-do="by-hand" aria-haspopup="dialog"
 aria-label="${label}" title="${label}">${icon('pen')}${message(messages, 'web.by_hand.do')}</button>`
}

function chatMenuButton(messages: Messages): Html {
  return html`<button type="button" class="icon menu" data-do="menu" data-menu="chat-menu" aria-haspopup="true"
 aria-label="${message(messages, 'web.page.chat_menu')}">${icon('more')}</button>`
}

/** "Escriba como Ana"; whoever has no name is not named by a number. */
export function writeAs(name: string, messages: Messages): string {
  return isNamed(name)
    ? message(messages, 'web.page.write_as', { name: firstName(name) })
    : message(messages, 'web.page.write_here')
}
