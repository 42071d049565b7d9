import type { Connection, LinkEvent } from './socket.js'

export type Connect = (
  pairing: string | null,
  report: (event: LinkEvent) => void,
) => Promise<Connection>

type Attempts = {
  /** Ends what there is and connects, at once or later. */
  begin(pairing: string | null, ms: number): void
  /** The connection there is, open or on its way. */
  current(): Connection | null
  /** Ends what there is, and nothing it still says is heard. */
  drop(): void
}

type AttemptsOptions = {
  readonly connect: Connect
  /** A pause is over. */
  readonly trying: () => void
  readonly heard: (event: LinkEvent) => void
  readonly failed: (error: unknown) => void
}

/** One connection at a time: only the newest attempt is listened to. */
export function createAttempts({ connect, trying, heard, failed }: AttemptsOptions): Attempts {
  let newest = 0
  let connection: Connection | null = null
  let pause: NodeJS.Timeout | null = null

  const drop = (): void => {
    newest += 1
    if (pause !== null) clearTimeout(pause)
    connection?.close()
    connection = null
  }
  const start = (mine: number, pairing: string | null): void => {
    const isMine = (): boolean => mine === newest
    const report = (event: LinkEvent): void => {
      if (isMine()) heard(event)
    }
    connect(pairing, report).then(
      (made) => {
        if (isMine()) connection = made
        else made.close()
      },
      (error: unknown) => {
        if (isMine()) failed(error)
      },
    )
  }
  return {
    begin: (pairing, ms) => {
      drop()
      const mine = newest
      if (ms === 0) return start(mine, pairing)
      pause = setTimeout(() => {
        trying()
        start(mine, pairing)
      }, ms)
    },
    current: () => connection,
    drop,
  }
}
