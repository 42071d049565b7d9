/** Reads along while somebody writes: asks for the page as it would be, and takes its result. */
import { morph } from './morph.js'

const PAUSE_MS = 150

const form = document.getElementById('ask')
const result = document.getElementById('reading')
let waiting = 0
let asked = 0

async function read() {
  asked += 1
  const mine = asked
  const address = `${form.getAttribute('action')}?${new URLSearchParams(new FormData(form))}`
  try {
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html')
    // A slower answer to an older question is worth nothing any more.
    if (mine !== asked) return
    morph(result, page.getElementById('reading'))
    history.replaceState(null, '', address)
  } catch {
    // The next letter asks again; the button still sends the form.
  }
}

form.addEventListener('input', () => {
  clearTimeout(waiting)
  waiting = setTimeout(read, PAUSE_MS)
})
form.addEventListener('submit', (event) => {
  event.preventDefault()
  clearTimeout(waiting)
  read()
})
