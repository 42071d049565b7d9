/*
 * Loaded in the head and not as a module: the page must never be painted in the other theme first.
 * Light, dark, or as the device has it, which is what nothing kept means.
 */
;(() => {
  const root = document.documentElement
  const CHOICES = ['system', 'light', 'dark']

  function apply(choice) {
    if (choice === 'system') delete root.dataset.theme
    else root.dataset.theme = choice
    const button = document.getElementById('theme')
    if (button) button.setAttribute('aria-label', button.dataset[choice])
    if (button) button.title = button.dataset[choice]
  }

  function kept() {
    try {
      const choice = localStorage.getItem('theme')
      return CHOICES.includes(choice) ? choice : 'system'
    } catch {
      return 'system' // A browser that keeps nothing for this page.
    }
  }

  function keep(choice) {
    try {
      localStorage.setItem('theme', choice)
    } catch {
      // It holds for this page, and the next one asks the device again.
    }
    apply(choice)
  }

  apply(kept())
  addEventListener('storage', () => apply(kept()))
  addEventListener('DOMContentLoaded', () => {
    apply(kept())
    document.getElementById('theme')?.addEventListener('click', () => {
      const now = root.dataset.theme ?? 'system'
      keep(CHOICES[(CHOICES.indexOf(now) + 1) % CHOICES.length])
    })
  })
})()
