import { on, sideOf } from './on.js'
import { state, watch } from './page.js'
import { send } from './send.js'
import { post } from './server.js'

/**
 * The lines to write on: Enter sends, Shift and Enter breaks the line, a reply can be taken back.
 * What was begun stays with whom it was begun for.
 */

const TYPING_EVERY_MS = 3000
const begun = new Map()
const composers = { prospect: wire('prospect'), owner: wire('owner') }

function wire(side) {
  const form = document.querySelector(`[data-side="${side}"] .write`)
  const text = form.elements.text
  const bar = form.querySelector('.reply')
  const composer = { form, text, bar, phone: phoneOf(side), replyTo: null, typedAt: 0 }
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') answer(side, null)
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    form.requestSubmit()
  })
  text.addEventListener('input', () => {
    grow(text)
    if (Date.now() - composer.typedAt < TYPING_EVERY_MS) return
    composer.typedAt = Date.now()
    post('typing', { from: phoneOf(side) }).catch(() => {})
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const words = text.value
    if (words.trim() === '') return
    const quoted = composer.replyTo
    text.value = ''
    composer.typedAt = 0
    answer(side, null)
    grow(text)
    send(side, { text: words, ...(quoted === null ? {} : { replyTo: quoted }) }, words)
  })
  return composer
}

/**
 * Answers a bubble, or nothing any more.
 * @param {'prospect' | 'owner'} side
 * @param {{id: string, text: string} | null} quoted
 */
export function answer(side, quoted) {
  const { bar, text } = composers[side]
  composers[side].replyTo = quoted?.id ?? null
  bar.hidden = quoted === null
  bar.querySelector('span').textContent = quoted?.text ?? ''
  if (quoted) text.focus()
}

/** Puts the beginning of a message there, to be ended by hand. */
export function begin(side, words) {
  const { text } = composers[side]
  text.value = words
  text.focus()
  grow(text)
}

export function focusComposer(side) {
  composers[side].text.focus()
}

function phoneOf(side) {
  return side === 'prospect' ? state.phone : state.staff
}

// Where style sheets cannot let a field grow with its words.
function grow(text) {
  if (CSS.supports('field-sizing', 'content')) return
  text.style.height = 'auto'
  text.style.height = `${text.scrollHeight + 2}px`
}

watch({
  after: () => {
    for (const [side, composer] of Object.entries(composers)) {
      const phone = phoneOf(side)
      if (composer.phone === phone) continue
      begun.set(composer.phone, composer.text.value)
      composer.phone = phone
      composer.text.value = begun.get(phone) ?? ''
      answer(side, null)
      grow(composer.text)
    }
  },
})

on('no-reply', (button) => {
  const side = sideOf(button)
  answer(side, null)
  focusComposer(side)
})
on('word', (button) => {
  const { word, whole } = button.dataset
  // A word on a card answers that card; one above the line to write on, the newest.
  const { id: own } = button.closest('.msg')?.dataset ?? {}
  const card = own ?? document.getElementById('words-owner').dataset.card
  const replyTo = card ? { replyTo: card } : {}
  if (whole === 'yes') return send('owner', { text: word, ...replyTo }, word)
  const quoted =
    card && document.querySelector(`#log-owner [data-id="${CSS.escape(card)}"] .card-head b`)
  if (quoted) answer('owner', { id: card, text: quoted.textContent })
  begin('owner', `${word} `)
})
addEventListener('keydown', (event) => {
  const typing = event.target.closest?.('input, textarea, select, dialog, [popover]')
  if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  focusComposer(document.getElementById('table').dataset.tab === 'owner' ? 'owner' : 'prospect')
})
