import { copy } from './chat.js'

/**
 * Fills the stage path and the panel between the phones.
 * @param {any} known `Known` of `src/web/view/known-view.ts`, or null
 * @param {(said: string) => void} find shows where the words were said
 */
export function drawKnown(known, find) {
  drawPath(known)
  const panel = document.getElementById('known')
  panel.classList.toggle('nothing', known === null)
  panel.querySelector('.empty').hidden = known !== null
  drawNotes(panel.querySelector('.notes'), known?.notes ?? [])
  panel.querySelector('.score strong').textContent = String(known?.score ?? 0)
  panel.querySelector('meter').value = known?.score ?? 0
  fill(panel.querySelector('.reasons'), known?.reasons ?? [], reasonLine)
  fill(panel.querySelector('.facts'), known?.facts ?? [], (fact) => factLine(fact, find))
  fill(panel.querySelector('.timers'), known?.timers ?? [], timerLine)
}

function drawPath(known) {
  const path = document.getElementById('path')
  const stage = known?.stage ?? -1
  for (const [at, step] of [...path.children].entries()) {
    const [, time, state] = step.children
    const reached = known?.reached[at] ?? ''
    step.classList.toggle('done', at < stage && reached !== '')
    step.classList.toggle('now', at === stage)
    if (at === stage) step.setAttribute('aria-current', 'step')
    else step.removeAttribute('aria-current')
    time.textContent = reached
    time.title = reached
    state.textContent = stateText(path, at - stage, reached)
  }
}

function stateText(path, distance, reached) {
  if (distance === 0) return path.dataset.now
  return distance < 0 && reached !== '' ? path.dataset.done : ''
}

function drawNotes(box, notes) {
  const lines = notes.map((text) => {
    const line = document.createElement('p')
    line.textContent = text
    return line
  })
  box.replaceChildren(...lines)
}

// A list that did not change is left alone: a reader's place and focus in it survive.
function fill(section, list, line) {
  const signature = JSON.stringify(list)
  if (section.dataset.shown === signature) return
  section.dataset.shown = signature
  section.querySelector('ul').replaceChildren(...list.map(line))
  section.querySelector('.none').hidden = list.length > 0
}

function reasonLine({ text, points }) {
  const line = copy('reason')
  line.querySelector('span').textContent = text
  line.querySelector('b').textContent = points > 0 ? `+${points}` : String(points)
  return line
}

function factLine({ label, value, said }, find) {
  const line = copy('fact')
  const proof = line.querySelector('.proof')
  line.querySelector('.label').textContent = label
  line.querySelector('b').textContent = value
  line.querySelector('mark').textContent = said
  proof.hidden = said === ''
  proof.addEventListener('click', () => find(said))
  return line
}

function timerLine({ name, at }) {
  const line = copy('timer')
  line.querySelector('span').textContent = name
  line.querySelector('time').textContent = at
  return line
}
