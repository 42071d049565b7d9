/** Talks to `/simulator`. Every sentence a person reads comes from the server or from the page. */

/**
 * @param {string} path
 * @param {object} body
 * @returns {Promise<any>} the answer; rejects with the server's own sentence as `message`
 */
export async function post(path, body) {
  const response = await fetch(`/simulator/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  return answerOf(response)
}

/**
 * @param {URLSearchParams} query whose chats
 * @returns {Promise<any>} the page's state and its regions as markup
 */
export async function view(query) {
  return answerOf(await fetch(`/simulator/view?${query}`))
}

/** @returns {Promise<{markup: string}>} the week as it stands */
export async function week() {
  return answerOf(await fetch('/semana/part'))
}

/**
 * Calls back when something changed and when the connection comes or goes.
 * @param {{changed: () => void, opened: () => void, lost: () => void}} listener
 */
export function follow(listener) {
  const source = new EventSource('/simulator/events')
  source.addEventListener('open', listener.opened)
  source.addEventListener('change', listener.changed)
  source.addEventListener('error', () => {
    listener.lost()
    // A refused answer ends the stream for good; anything else is tried again by the browser.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => follow(listener), AGAIN_MS)
  })
}

const AGAIN_MS = 1000

/** @param {Response} response */
async function answerOf(response) {
  const answer = await response.json()
  if (!response.ok) throw new Refusal(answer.error)
  return answer
}

/** The server answered, and said no. Anything else that fails means it cannot be reached. */
export class Refusal extends Error {}
