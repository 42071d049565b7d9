import { dialogOf } from './dialog.js'
import { closeMenus } from './menu.js'
import { announce } from './notice.js'
import { on } from './on.js'
import { choose, refresh, state, table } from './page.js'
import { post } from './server.js'

/** What one does with a whole chat: start over, answer by hand, keep it as a test. */

const reset = dialogOf('reset')
on('reset', () => {
  closeMenus()
  reset.open()
})
reset.submitted(async () => {
  const { phone, name } = state
  await post('reset', { phone })
  reset.close()
  announce(table.dataset.reset, 'done')
  await choose({ phone, draft: name === phone ? null : name })
})

const byHand = dialogOf('by-hand')
on('by-hand', () => {
  closeMenus()
  byHand.open()
})
byHand.submitted(async () => {
  const { text } = byHand.form.elements
  await post('human', { to: state.phone, text: text.value })
  text.value = ''
  byHand.close()
  await refresh()
})

const save = dialogOf('save-test')
on('save-test', () => {
  closeMenus()
  save.dialog.querySelector('.result').hidden = true
  save.form.hidden = false
  save.form.elements.name.value = ''
  save.open()
})
save.submitted(async () => {
  const name = save.form.elements.name.value.trim()
  const answer = await post('save-as-test', { phone: state.phone, ...(name ? { name } : {}) })
  for (const part of save.dialog.querySelectorAll('[data-result]')) {
    part.textContent = answer[part.dataset.result]
  }
  save.form.hidden = true
  save.dialog.querySelector('.result').hidden = false
})
on('copy', async (button) => {
  const command = save.dialog.querySelector('[data-result="command"]')
  try {
    await navigator.clipboard.writeText(command.textContent)
    button.textContent = button.dataset.done
  } catch {
    getSelection().selectAllChildren(command)
  }
})
