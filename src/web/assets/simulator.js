/** The simulator page: each module wires its own part. */
import './scroll.js'
import './send.js'
import './composer.js'
import './people.js'
import './bubbles.js'
import './menu.js'
import './known.js'
import './fresh.js'
import './tabs.js'
import './clock.js'
import './dialogs.js'
import './problems.js'
import './chat-deeds.js'
import './bot.js'
import './week.js'
import { choose } from './page.js'

document.getElementById('staff')?.addEventListener('change', ({ target }) => {
  choose({ staff: target.value })
})
