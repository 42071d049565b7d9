import { announce } from './notice.js'
import { on } from './on.js'
import { choose, refresh, state, table } from './page.js'
import { sendAgain } from './send.js'
import { follow, post, Refusal } from './server.js'

/** What happens to the bot itself: it is followed, killed, told to forget, and written down. */

const kill = document.getElementById('kill')
let away = false
let killed = false

follow({
  changed: refresh,
  lost: () => {
    away = true
    document.body.dataset.bot = 'away'
    if (!killed) announce(table.dataset.offline, 'offline')
  },
  opened: async () => {
    const returned = away
    away = false
    delete document.body.dataset.bot
    if (returned) announce(killed ? table.dataset.restarted : table.dataset.back, 'done')
    if (returned) showKill(false)
    sendAgain()
    await refresh()
  },
})

function showKill(busy) {
  killed = busy
  kill.disabled = busy
  kill.textContent = busy ? kill.dataset.busy : kill.dataset.idle
}

on('kill', async () => {
  showKill(true)
  announce(table.dataset.restarting, 'busy')
  try {
    await post('kill', {})
  } catch (problem) {
    // A connection that breaks is what was asked for.
    if (!(problem instanceof Refusal)) return
    showKill(false)
    announce(problem.message, 'problem')
  }
})

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

function dialogOf(id) {
  const dialog = document.getElementById(id)
  const form = dialog.querySelector('form')
  const problem = dialog.querySelector('.problem')
  const button = form.querySelector('button:not([type])')
  return {
    dialog,
    form,
    open: () => {
      problem.hidden = true
      dialog.showModal()
    },
    close: () => dialog.close(),
    submitted: (action) =>
      form.addEventListener('submit', async (event) => {
        event.preventDefault()
        button.disabled = true
        try {
          await action()
        } catch (failure) {
          const known = failure instanceof Refusal
          problem.textContent = known ? failure.message : table.dataset.offline
          problem.hidden = false
        }
        button.disabled = false
      }),
  }
}

function closeMenus() {
  for (const menu of document.querySelectorAll('.menu-box:popover-open')) menu.hidePopover()
}
