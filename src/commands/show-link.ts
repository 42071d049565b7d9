import type { App } from '../app/app.js'
import { linkWhatsApp, whatsappStatus } from '../app/whatsapp-door.js'
import type { LineState } from '../channels/baileys/line-state.js'
import { message } from '../core/messages.js'
import { maskPhone } from '../log.js'
import type { WhatsAppStatus } from '../web/deps.js'
import { silentText } from '../web/view/silent-text.js'
import { complain, type Io, printLine } from './io.js'
import { linkingLines } from './linking-lines.js'

/**
 * Connects the number that is linked, or begins to link one where the settings ask for it, and then
 * shows the code of the moment in the terminal. Answers with how to stop showing.
 */
export function showLink(app: App, io: Io, url: string): () => void {
  const { messages } = io
  const wanted = app.config.channels.includes('baileys')
  if (!app.whatsapp.resume()) {
    if (!wanted) {
      printLine(io, message(messages, 'start.whatsapp_off', { url: `${url}/whatsapp` }))
      return () => {}
    }
    void begin(app, io)
  }
  let shown: LineState | null = null
  const show = (): void => {
    const { state } = app.whatsapp.status()
    if (state === shown) return
    const before = shown
    shown = state
    // Off before it was anything else: it is only about to begin.
    if (before === null && state.kind === 'off') return
    if (before?.kind === state.kind && state.kind !== 'linking') return
    for (const line of linesOf(io, whatsappStatus(app), url)) printLine(io, line)
  }
  show()
  return app.subscribe(show)
}

async function begin(app: App, io: Io): Promise<void> {
  const linking = await linkWhatsApp(app, app.config.whatsapp.pairingNumber)
  if (linking === 'clock_ahead') complain(io, message(io.messages, 'web.whatsapp.clock_ahead'))
}

function linesOf({ messages }: Io, status: WhatsAppStatus, url: string): readonly string[] {
  const { phone = '' } = status
  switch (status.state) {
    case 'linking':
      return linkingLines(messages, status)
    case 'open': {
      const open = message(messages, 'start.whatsapp_open', { phone: maskPhone(phone) })
      const silent = silentText(messages, status)
      return silent === null ? [open] : [open, silent]
    }
    case 'reconnecting':
      return [message(messages, 'start.whatsapp_reconnecting')]
    case 'needs_link':
      return [message(messages, 'start.whatsapp_needs_link', { url: `${url}/whatsapp` })]
    case 'restricted':
      return [message(messages, 'start.whatsapp_restricted', { url: `${url}/whatsapp` })]
    case 'off':
      return [message(messages, 'start.whatsapp_off', { url: `${url}/whatsapp` })]
  }
}
