/** The one line of news at the foot of the page. */

const notice = document.getElementById('notice')
const FADES_MS = 5000

let fading = 0

/**
 * @param {string} text nothing takes it away
 * @param {'' | 'busy' | 'done' | 'problem' | 'offline'} kind
 */
export function announce(text, kind = '') {
  clearTimeout(fading)
  notice.textContent = text
  notice.dataset.kind = kind
  notice.hidden = text === ''
  if (kind === 'done') fading = setTimeout(() => announce(''), FADES_MS)
}

/** Takes it away if it is of that kind. */
export function unannounce(kind) {
  if (notice.dataset.kind === kind) announce('')
}
