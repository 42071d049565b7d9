import { copy } from './chat.js'

/**
 * The prospects to switch between.
 * @param {{phone: string, name: string, initials: string, stage: string}[]} people
 * @param {string | null} chosen
 * @param {(phone: string) => void} choose
 */
export function drawPeople(people, chosen, choose) {
  const list = document.getElementById('people')
  const signature = JSON.stringify([people, chosen])
  if (list.dataset.shown === signature) return
  const focused = list.contains(document.activeElement)
  list.dataset.shown = signature
  list.replaceChildren(...people.map((person) => chip(person, person.phone === chosen, choose)))
  if (focused) list.querySelector('[aria-pressed="true"]')?.focus()
}

function chip({ phone, name, initials, stage }, pressed, choose) {
  const node = copy('person')
  const button = node.querySelector('button')
  button.setAttribute('aria-pressed', String(pressed))
  button.title = phone
  node.querySelector('.face').textContent = initials
  node.querySelector('b').textContent = name
  node.querySelector('.stage').textContent = stage
  button.addEventListener('click', () => choose(phone))
  return node
}

/**
 * The dialog for somebody new.
 * @param {() => {phone: string, name: string}} propose
 * @param {(phone: string, name: string) => void} add
 */
export function wireNewPerson(propose, add) {
  const dialog = document.getElementById('new-person')
  const form = dialog.querySelector('form')
  const { phone, name } = form.elements
  document.getElementById('other').addEventListener('click', () => {
    const proposed = propose()
    phone.value = proposed.phone
    name.value = proposed.name
    dialog.showModal()
  })
  form.querySelector('[value="cancel"]').addEventListener('click', () => dialog.close())
  form.addEventListener('submit', () => add(phone.value.trim(), name.value.trim()))
}
