/** The line to write on: Enter sends, Shift and Enter breaks the line, a reply can be taken back. */

const TYPING_EVERY_MS = 3000

/**
 * @param {HTMLElement} phone
 * @param {{send: (message: {id?: string, text: string, replyTo?: string}) => Promise<boolean>,
 *   typing: () => void}} actions `send` resolves to whether the message was taken
 * @returns {{reply: (bubble: import('./chat.js').Bubble | null) => void, forget: () => void}}
 */
export function wireWriter(phone, { send, typing }) {
  const form = phone.querySelector('form')
  const text = form.elements.text
  const bar = form.querySelector('.reply')
  let replyTo = null
  let attempt = null
  let typedAt = 0
  const reply = (bubble) => {
    replyTo = bubble?.id ?? null
    bar.hidden = replyTo === null
    bar.querySelector('span').textContent = bubble?.pieces.map((piece) => piece.text).join('') ?? ''
    if (bubble) text.focus()
  }
  bar.querySelector('button').addEventListener('click', () => {
    reply(null)
    text.focus()
  })
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    form.requestSubmit()
  })
  text.addEventListener('input', () => {
    if (Date.now() - typedAt < TYPING_EVERY_MS) return
    typedAt = Date.now()
    typing()
  })
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const words = text.value
    if (words.trim() === '') return
    // The same words after a failure are the same message: its id makes the repeat harmless.
    const id = attempt?.words === words ? attempt.id : newId()
    attempt = { words, id }
    typedAt = 0
    const quoted = replyTo
    text.value = ''
    reply(null)
    const taken = await send({
      text: words,
      ...id,
      ...(quoted === null ? {} : { replyTo: quoted }),
    })
    if (taken) attempt = null
    else if (text.value === '') text.value = words
  })
  return { reply, forget: () => reply(null) }
}

// Random ids exist only in secure contexts; elsewhere the server picks one.
function newId() {
  return crypto.randomUUID ? { id: crypto.randomUUID() } : {}
}
