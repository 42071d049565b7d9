/** What may go wrong on the way, to be switched on by a test. */
export type Faults = {
  /** Cuts the connection at the next message of the client: before the server has it, or after, without an ack. */
  cutAtNextMessage: 'before' | 'after' | null
  /** Cuts the connection at the client's next receipt, which is lost: what it confirmed will come again. */
  cutAtNextReceipt: boolean
  /** Messages are taken and delivered, but never acknowledged to the sender. */
  withholdAcks: boolean
  /** Messages are turned away with this code (463: new chats are locked). */
  refuseMessagesWith: number | null
  /** The account may open no new chats until then, as whoever connects is told; it is tried with nobody. */
  restrictedUntil: Date | null
  /** Connections are turned away with this HTTP status before they begin. */
  refuseUpgradesWith: number | null
  /** Connections are accepted and never answered. */
  ignoreHandshakes: boolean
  /** Questions about these are left unanswered, by namespace: `usync`, `encrypt`, … */
  readonly unanswered: Set<string>
}

export function createFaults(): Faults {
  return {
    cutAtNextMessage: null,
    cutAtNextReceipt: false,
    withholdAcks: false,
    refuseMessagesWith: null,
    restrictedUntil: null,
    refuseUpgradesWith: null,
    ignoreHandshakes: false,
    unanswered: new Set(),
  }
}
