import { z } from 'zod'
import type { Config } from '../../config.js'
import type { Linking } from '../../web/deps.js'
import type { LineDoor, LineReport } from './line-door.js'

const PATIENCE_MS = 10_000

const REPORT = z.object({
  state: z.enum(['off', 'linking', 'open', 'reconnecting', 'needs_link', 'restricted']),
  qr: z.string().optional(),
  pairingCode: z.string().optional(),
  phone: z.string().optional(),
})

/** How the bot's interface answers who wants to link, by HTTP status. */
const LINKINGS: { readonly [status: number]: Linking } = {
  202: 'begun',
  400: 'bad_phone',
  409: 'clock_ahead',
}

/** The number of a bot that runs on this machine, through its own interface. */
export function remoteDoor(web: Config['web']): LineDoor {
  const url = (path: string): string => `${originOf(web)}/whatsapp/${path}`
  return {
    isRunning: true,
    status: async () => {
      const answer = await asked(url('status'), {})
      return answer === null ? null : reportIn(await answer.json().catch(() => null))
    },
    link: async (phone) => {
      const answer = await asked(url('link'), posting({ phone }))
      return answer === null ? null : (LINKINGS[answer.status] ?? null)
    },
    unlink: async () => {
      const answer = await asked(url('unlink'), posting({}))
      return answer?.ok === true ? 'done' : null
    },
  }
}

async function asked(url: string, how: RequestInit): Promise<Response | null> {
  try {
    return await fetch(url, { ...how, signal: AbortSignal.timeout(PATIENCE_MS) })
  } catch {
    // Nobody there, or nobody who speaks our language.
    return null
  }
}

function posting(body: object): RequestInit {
  const headers = { 'content-type': 'application/json' }
  return { method: 'POST', headers, body: JSON.stringify(body) }
}

function reportIn(json: unknown): LineReport | null {
  const read = REPORT.safeParse(json)
  if (!read.success) return null
  const { state, qr, pairingCode, phone } = read.data
  return {
    state,
    ...(qr === undefined ? {} : { qr }),
    ...(pairingCode === undefined ? {} : { pairingCode }),
    ...(phone === undefined ? {} : { phone }),
  }
}

/** A bot that listens everywhere listens here too, and by this name it lets us in. */
function originOf({ host, port }: Config['web']): string {
  if (host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
