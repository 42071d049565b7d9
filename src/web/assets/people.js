import { state, watch } from './page.js'

/** Keeps the chosen one of many faces where it can be seen. */

let shown = ''

// Others who write come before: then it is looked for again, and else left where it was put.
function follow() {
  const face = document.querySelector('#people [aria-current]')
  const place = face ? [...face.closest('ul').children].indexOf(face.closest('li')) : -1
  const now = `${state.phone} ${place}`
  if (shown === now) return
  shown = now
  face?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

watch({ after: follow })
follow()
