import { light } from './bubbles.js'
import { on } from './on.js'
import { watch } from './page.js'
import { showTab } from './tabs.js'

/** A fact and the words that proved it light up together; a click on the one leads to the other. */

let pointed = []

function slotsOf(target) {
  const holder = target instanceof Element ? target.closest('[data-slots]') : null
  return (holder?.dataset.slots ?? '').split(' ').filter((slot) => slot !== '')
}

function point(slots) {
  if (slots.join() === pointed.join()) return
  pointed = slots
  draw()
}

function draw() {
  for (const one of document.querySelectorAll('[data-slots]')) {
    one.classList.toggle(
      'pointed',
      slotsOf(one).some((slot) => pointed.includes(slot)),
    )
  }
}

document.addEventListener('pointerover', (event) => point(slotsOf(event.target)))
document.addEventListener('focusin', (event) => point(slotsOf(event.target)))
document.documentElement.addEventListener('pointerleave', () => point([]))
watch({ after: () => pointed.length > 0 && draw() })

on('find-proof', ({ dataset: { slot, find } }) => {
  showTab('prospect')
  const log = document.getElementById('log-prospect')
  const bubble = log.querySelector(`.msg[data-id="${CSS.escape(find)}"]`)
  const marks = [...(bubble ?? log).querySelectorAll('mark'), ...log.querySelectorAll('mark')]
  const mark = marks.find((one) => slotsOf(one).includes(slot))
  if (mark ?? bubble) light(mark ?? bubble)
})
