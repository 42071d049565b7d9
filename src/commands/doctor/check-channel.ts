import { z } from 'zod'
import type { Config } from '../../config.js'
import { maskPhone } from '../../log.js'
import type { Line } from '../../store/lines.js'
import { ask } from './check-port.js'
import type { Find, Finding } from './finding.js'

const status = z.object({
  state: z.enum(['off', 'linking', 'open', 'reconnecting', 'needs_link', 'restricted']),
})
type State = z.infer<typeof status>['state']

/** The state of WhatsApp as the running bot tells it; null when none can be asked. */
export async function whatsappState(web: Config['web']): Promise<State | null> {
  const text = await ask(web, '/whatsapp/status')
  if (text === null) return null
  const read = status.safeParse(parsed(text))
  return read.success ? read.data.state : null
}

/** The simulator and the linked number, by what the running bot says, else by what is stored. */
export function checkChannels(
  config: Pick<Config, 'channels' | 'web'>,
  lines: readonly Line[],
  state: State | null,
  find: Find,
): readonly Finding[] {
  const { host, port } = config.web
  const simulator = config.channels.includes('simulator') ? [find.fine('start.simulator')] : []
  const real = lines.find(({ kind, phone }) => kind !== 'simulator' && phone !== null)
  const params = { phone: real?.phone ? maskPhone(real.phone) : '', url: pageUrl(host, port) }
  return [...simulator, stateFinding(state, params, real !== undefined, find)]
}

type Params = { readonly phone: string; readonly url: string }

function stateFinding(state: State | null, params: Params, linked: boolean, find: Find): Finding {
  switch (state) {
    case null:
      return find.fine(linked ? 'doctor.whatsapp_stored' : 'doctor.whatsapp_none', params)
    case 'off':
      return find.fine('doctor.whatsapp_none', params)
    case 'open':
      return find.fine('doctor.whatsapp_open', params)
    case 'linking':
      return find.notice('doctor.whatsapp_linking', params)
    case 'reconnecting':
      return find.notice('doctor.whatsapp_reconnecting', params)
    case 'needs_link':
      return find.notice('doctor.whatsapp_needs_link', params)
    case 'restricted':
      return find.notice('doctor.whatsapp_restricted', params)
  }
}

function pageUrl(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/whatsapp`
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
