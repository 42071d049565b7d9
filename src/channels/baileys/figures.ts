import type { ChannelEvents } from '../channel.js'

/** What was counted on a line since the process began. */
export type Figures = {
  /** Connections begun. */
  readonly connections: number
  /** Messages that came and could not be opened. */
  readonly unreadable: number
  /** Those of them whose content never came. */
  readonly lost: number
}

export type Counter = {
  figures(): Figures
  connects(): void
  cannotOpen(messages: number): void
  /** The same events, of which those without content are counted. */
  over(events: ChannelEvents): ChannelEvents
}

export function createCounter(): Counter {
  const counted = { connections: 0, unreadable: 0, lost: 0 }
  return {
    figures: () => ({ ...counted }),
    connects: () => {
      counted.connections += 1
    },
    cannotOpen: (messages) => {
      counted.unreadable += messages
    },
    over: (events) => ({
      ...events,
      inbound: (message) => {
        if (message.content.kind === 'unreadable') counted.lost += 1
        return events.inbound(message)
      },
    }),
  }
}
