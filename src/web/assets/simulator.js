import { drawChat, light } from './chat.js'
import { drawKnown } from './known.js'
import { drawPeople, wireNewPerson } from './people.js'
import { follow, post, Refusal, view } from './server.js'
import { countUnseen, showTab, wireTabs } from './tabs.js'
import { wireWriter } from './writer.js'

/** The page's own memory; everything else is asked of the server again after each change. */
const chosen = { phone: sessionStorage.getItem('phone'), staff: null }
const drafts = new Map(JSON.parse(sessionStorage.getItem('drafts') ?? '[]'))
const table = document.getElementById('table')
const notice = document.getElementById('notice')
const phones = {
  prospect: document.querySelector('[data-phone="prospect"]'),
  owner: document.querySelector('[data-phone="owner"]'),
}
let shown = null
let clockOffset = 0
let greeted = false

const writers = {
  prospect: wireWriter(phones.prospect, {
    send: (message) => say(chosen.phone, message),
    typing: () => tell('typing', { from: chosen.phone }),
  }),
  owner: wireWriter(phones.owner, {
    send: (message) => say(chosen.staff, message),
    typing: () => tell('typing', { from: chosen.staff }),
  }),
}

function choosePerson(phone, name = '') {
  if (name !== '') drafts.set(phone, name)
  chosen.phone = phone
  sessionStorage.setItem('phone', phone)
  sessionStorage.setItem('drafts', JSON.stringify([...drafts]))
  writers.prospect.forget()
  showTab('prospect')
  refresh()
}

let fetching = false
let stale = false

// One fetch at a time; changes during it lead to exactly one more.
async function refresh() {
  stale = true
  if (fetching) return
  fetching = true
  try {
    while (stale) {
      stale = false
      show(await view({ ...chosen, name: drafts.get(chosen.phone) ?? null }))
    }
    if (notice.dataset.kind === 'offline') announce('')
  } catch (problem) {
    announce(sentence(problem, table.dataset.offline), 'offline')
  } finally {
    fetching = false
  }
}

function show(next) {
  shown = next
  clockOffset = Date.parse(next.now) - Date.now()
  chosen.staff = next.owner?.phone ?? null
  if (next.prospect === null) return choosePerson(next.next.phone, next.next.name)
  chosen.phone = next.prospect.phone
  drawPeople(next.people, chosen.phone, choosePerson)
  drawKnown(next.known, findSaid)
  for (const [name, phone] of Object.entries(phones)) {
    const chat = name === 'prospect' ? next.prospect : next.owner
    if (chat) drawChat(phone, chat, actionsOf(name, chat.phone))
    countUnseen(name, chat)
  }
  showClock()
  greet(next.greetFrom)
}

function actionsOf(name, phone) {
  return { reply: writers[name].reply, choose: (option) => say(phone, { choice: option }) }
}

// The owner's first message is what lets the bot write to them; nobody should have to know that.
function greet(phone) {
  if (phone === null || greeted) return
  greeted = true
  say(phone, { text: table.dataset.hello, id: `hello-${phone.slice(1)}` })
}

async function say(from, message) {
  const name = drafts.get(from)
  return tell('messages', { from, ...(name ? { name } : {}), ...message }, true)
}

/** Posts and reports whether it was taken; a failure is told unless it does not matter. */
async function tell(path, body, aloud = false) {
  try {
    await post(path, body)
    if (aloud) {
      announce('')
      refresh()
    }
    return true
  } catch (problem) {
    if (aloud) announce(sentence(problem, table.dataset.notSent), 'problem')
    return false
  }
}

function sentence(problem, otherwise) {
  return problem instanceof Refusal ? problem.message : otherwise
}

function announce(text, kind = '') {
  notice.textContent = text
  notice.dataset.kind = kind
  notice.hidden = text === ''
}

function findSaid(said) {
  showTab('prospect')
  const marks = [...phones.prospect.querySelectorAll('.words mark')]
  const mark = marks.findLast((one) => one.textContent === said)
  if (mark) light(mark)
}

function showClock() {
  const now = new Date(Date.now() + clockOffset)
  const { lang } = document.documentElement
  const { timeZone } = table.dataset
  const [time, day] = document.getElementById('clock').children
  const short = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }
  time.textContent = now.toLocaleTimeString(lang, { timeZone, timeStyle: 'short' })
  day.textContent = now.toLocaleDateString(lang, { timeZone, ...short }).replace(/[,.]/g, '')
}

async function advance(duration) {
  const buttons = document.querySelectorAll('[data-advance]')
  for (const button of buttons) button.disabled = true
  announce(table.dataset.advancing, 'busy')
  try {
    await post('clock', { advance: duration })
    announce(table.dataset.advanced, 'done')
    setTimeout(() => notice.dataset.kind === 'done' && announce(''), 4000)
  } catch (problem) {
    announce(sentence(problem, table.dataset.offline), 'problem')
  }
  for (const button of buttons) button.disabled = false
  refresh()
}

for (const button of document.querySelectorAll('[data-advance]')) {
  button.addEventListener('click', () => advance(button.dataset.advance))
}
document.getElementById('staff')?.addEventListener('change', (event) => {
  chosen.staff = event.target.value
  writers.owner.forget()
  refresh()
})
document.getElementById('by-hand').addEventListener('submit', async (event) => {
  event.preventDefault()
  const { text } = event.target.elements
  if (await tell('human', { to: chosen.phone, text: text.value }, true)) text.value = ''
})
wireTabs(() => shown && show(shown))
wireNewPerson(() => shown?.next ?? { phone: '', name: '' }, choosePerson)
setInterval(showClock, 5000)
follow({ changed: refresh, lost: () => announce(table.dataset.offline, 'offline') })
refresh()
