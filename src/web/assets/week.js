import { announce } from './notice.js'
import { on } from './on.js'
import { table } from './page.js'
import { week } from './server.js'

/** The week over the table: asked of the server each time, since it goes on. */

const dialog = document.getElementById('week')

on('week', async (_, event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  try {
    const { markup } = await week()
    document.getElementById('week-part').innerHTML = markup
    dialog.showModal()
    dialog.scrollTop = 0
  } catch {
    announce(table.dataset.offline, 'offline')
  }
})
