import { createServer } from 'node:net'
import type { Config } from '../../config.js'
import type { Find, Finding } from './finding.js'

const PATIENCE_MS = 2_000

/** What answers at our address: nobody, a bot of ours, or another program; or why nobody could. */
type AtThePort = 'free' | 'ours' | 'taken' | 'closed'

export async function whoIsThere(web: Config['web']): Promise<AtThePort> {
  const code = await listenCode(web)
  if (code === null) return 'free'
  if (code !== 'EADDRINUSE') return 'closed'
  // Only ours counts its own inbox.
  const figures = await ask(web, '/metrics')
  return figures?.includes('porquesi_inbox_pending') === true ? 'ours' : 'taken'
}

export function checkPort(
  { host, port }: Config['web'],
  found: AtThePort,
  running: boolean,
  find: Find,
): Finding {
  const params = { host, port, other: port < 65535 ? port + 1 : port - 1 }
  switch (found) {
    case 'free':
      return find.fine(running ? 'doctor.port_elsewhere' : 'doctor.port_free', params)
    case 'ours':
      return running
        ? find.fine('doctor.port_ours', params)
        : find.fault('doctor.port_other_database', params)
    case 'taken':
      return find.fault('start.port', params)
    case 'closed':
      return find.fault('start.host', params)
  }
}

/** The text under a path of our own server; null when nothing readable comes in time. */
export async function ask({ host, port }: Config['web'], path: string): Promise<string | null> {
  const name = host.includes(':') ? `[${host}]` : host
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const response = await fetch(`http://${name}:${port}${path}`, { signal })
    return response.ok ? await response.text() : null
  } catch {
    // Whoever listens there does not speak our language.
    return null
  }
}

/** Why nobody can listen there now, as the system says it; null when somebody can. */
function listenCode({ host, port }: Config['web']): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'))
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)))
  })
}
