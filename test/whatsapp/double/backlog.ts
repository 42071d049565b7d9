import type { BinaryNode } from '@whiskeysockets/baileys'

/** What is on its way to the client: kept until the client says that it has it, and sent again when it comes back. */
export type Backlog = {
  /** Sends, or keeps for later. Resolves when the client has taken it, or at once while the client is away. */
  deliver(stanza: BinaryNode): Promise<void>
  /** The client has it: the oldest of these stanzas is done. */
  taken(tag: string, id: string): void
  /** The client is here and ready: everything it missed goes out. Answers how much that was. */
  open(send: (stanza: BinaryNode) => void): number
  /** The client has gone; what it has not taken stays. */
  shut(): void
  /** Nobody will ever fetch it. */
  empty(): void
  readonly size: number
}

type Waiting = { readonly stanza: BinaryNode; done: () => void }

export function createBacklog(): Backlog {
  let waiting: readonly Waiting[] = []
  let send: ((stanza: BinaryNode) => void) | undefined
  const letGo = (): void => {
    for (const one of waiting) one.done()
  }
  return {
    deliver(stanza) {
      return new Promise((done) => {
        waiting = [...waiting, { stanza, done }]
        if (send === undefined) done()
        else send(stanza)
      })
    },
    taken(tag, id) {
      const one = waiting.find(({ stanza }) => stanza.tag === tag && stanza.attrs.id === id)
      if (one === undefined) return
      waiting = waiting.filter((other) => other !== one)
      one.done()
    },
    open(wire) {
      send = wire
      const missed = waiting
      for (const [at, { stanza }] of missed.entries()) wire(asOffline(stanza, at))
      return missed.length
    },
    shut() {
      send = undefined
      letGo()
    },
    empty() {
      letGo()
      waiting = []
    },
    get size() {
      return waiting.length
    },
  }
}

function asOffline(stanza: BinaryNode, at: number): BinaryNode {
  return { ...stanza, attrs: { ...stanza.attrs, offline: String(at) } }
}
