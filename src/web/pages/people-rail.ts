import { type Messages, message } from '../../core/messages.js'
import { STAGES } from '../../core/types.js'
import { type Html, html } from '../html.js'
import type { PersonView } from '../view/people-view.js'

/** The prospects to switch between. Each is a link: the address says whose chat is open. */
export function peopleRail(people: readonly PersonView[], messages: Messages): Html {
  return html`<ul class="faces" id="people">${people.map((person) => chip(person, messages))}</ul>`
}

function chip(person: PersonView, messages: Messages): Html {
  const { phone, name, called, number, stage, last, unread, chosen } = person
  const about = [name, stage, last].filter((part) => part !== '').join(', ')
  return html`<li data-key="${phone}"><a class="who" href="/?${query(person)}" data-do="person" data-phone="${phone}"
 title="${about}"${chosen && html` aria-current="true"`}>
${face(person)}<b>${called}</b>${number !== '' && html`<span class="num">${number}</span>`}<span class="stage">${stage}</span><time class="num">${last}</time>
${unread > 0 && html`<span class="new num">${unread}<span class="sr"> ${message(messages, 'web.people.unread')}</span></span>`}</a></li>`
}

function query({ phone, name, reached, last }: PersonView): string {
  const draft = reached === 0 && last === '' && name !== phone ? { name } : {}
  return new URLSearchParams({ phone, ...draft }).toString()
}

/** Initials in a ring that closes with the stages behind them. */
function face({ initials, reached }: PersonView): Html {
  return html`<span class="face" aria-hidden="true"><svg viewBox="0 0 46 46"><circle cx="23" cy="23" r="21.5"/>
${reached > 0 && html`<circle cx="23" cy="23" r="21.5" pathLength="${STAGES.length}" stroke-dasharray="${reached} ${STAGES.length}"/>`}</svg><span>${initials}</span></span>`
}
