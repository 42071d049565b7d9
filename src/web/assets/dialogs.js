import { on, sideOf } from './on.js'
import { choose, state } from './page.js'
import { phoneOf } from './problems.js'
import { send } from './send.js'
import { showTab } from './tabs.js'

/** The dialogs that write: somebody new, and what a phone sends besides words. */

const person = document.getElementById('new-person')
const attach = document.getElementById('attach')
let attachTo = 'prospect'

on('close', (button) => button.closest('dialog').close())
on('person', (link, event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  const draft = new URL(link.href).searchParams.get('name')
  showTab('prospect')
  choose({ phone: link.dataset.phone, draft })
})
on('new-person', () => {
  const { phone, name } = person.querySelector('form').elements
  phone.value = state.next.phone
  name.value = state.next.name
  person.showModal()
  name.select()
})
person.querySelector('form').addEventListener('submit', ({ target }) => {
  const { phone, name } = target.elements
  showTab('prospect')
  choose({ phone: phoneOf(phone), draft: name.value.trim() || null })
})

function givenIn(input) {
  if (input.type === 'number') return input.valueAsNumber
  return input.type === 'tel' ? phoneOf(input) : input.value.trim()
}

on('attach', (button) => {
  attachTo = sideOf(button)
  attach.showModal()
})
attach.addEventListener('change', ({ target }) => {
  if (target.name !== 'kind') return
  for (const fields of attach.querySelectorAll('fieldset')) {
    fields.hidden = fields.dataset.kind !== target.value
    fields.disabled = fields.hidden
  }
})
attach.querySelector('form').addEventListener('submit', ({ target }) => {
  const kind = target.elements.kind.value
  const given = attach.querySelector(`fieldset[data-kind="${kind}"]`)
  const values = Object.fromEntries(
    [...given.querySelectorAll('input')]
      .filter(({ value }) => value.trim() !== '')
      .map((input) => [input.name, givenIn(input)]),
  )
  const label = attach.querySelector(`input[value="${kind}"]`).parentElement.textContent.trim()
  if (kind === 'referral') {
    const { text, ...ad } = values
    send(attachTo, { text, referral: { sourceType: 'ad', ...ad } }, text)
  } else {
    send(attachTo, { [kind]: values }, label)
  }
})
