import { table } from './page.js'
import { Refusal } from './server.js'

/**
 * A dialog with one form: what it does may fail, and then it stays open and says why.
 * @param {string} id
 */
export function dialogOf(id) {
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
