import { state, watch } from './page.js'

/** Keeps the chosen one of many faces where it can be seen. */

let shown = null

function follow() {
  if (shown === state.phone) return
  shown = state.phone
  const face = document.querySelector('#people [aria-current]')
  face?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

watch({ after: follow })
follow()
