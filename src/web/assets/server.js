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
 * @param {{phone: string | null, staff: string | null, name: string | null}} wanted
 * @returns {Promise<any>} `SimulatorView` of `src/web/view/simulator-view.ts`
 */
export async function view(wanted) {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(wanted)) if (value) query.set(name, value)
  return answerOf(await fetch(`/simulator/view?${query}`))
}

/**
 * Calls back when something changed and when the connection comes or goes.
 * @param {{changed: () => void, lost: () => void}} listener
 */
export function follow({ changed, lost }) {
  const source = new EventSource('/simulator/events')
  source.addEventListener('open', changed)
  source.addEventListener('change', changed)
  source.addEventListener('error', lost)
}

/** @param {Response} response */
async function answerOf(response) {
  const answer = await response.json()
  if (!response.ok) throw new Refusal(answer.error)
  return answer
}

/** The server answered, and said no. Anything else that fails means it cannot be reached. */
export class Refusal extends Error {}
