/** Says in the page's words what a field wants: `data-problem`. Left to itself the browser says it in its own. */

document.addEventListener(
  'invalid',
  ({ target }) => target.dataset.problem && target.setCustomValidity(target.dataset.problem),
  { capture: true },
)
// A field with a sentence counts as wrong until the sentence is taken away.
document.addEventListener('input', ({ target }) => target.setCustomValidity?.(''))

/** A phone as the bot keeps it: only its plus sign and its digits. */
export function phoneOf({ value }) {
  return value.replace(/[^+\d]/g, '')
}
