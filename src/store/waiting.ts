/** What waits in each of the busiest chats, in order, by the id of its row. */
export type Waiting<T> = {
  /** Everything that waits in a chat; undefined where that is not known. */
  of(chat: string): readonly T[] | undefined
  keep(chat: string, rows: readonly T[]): void
  /** One more at the end, where the others are known. */
  add(chat: string, row: T): void
  /** What became of a row; null when it waits no longer. Does nothing to one that is not known. */
  change(id: number, become: (row: T) => T | null): void
  forget(chat: string): void
  clear(): void
}

/** Knows `most` chats: the one that was looked up anew longest ago makes room. */
export function createWaiting<T>(most: number, idOf: (row: T) => number): Waiting<T> {
  const chats = new Map<string, readonly T[]>()
  const chatOf = new Map<number, string>()

  const forget = (chat: string): void => {
    for (const row of chats.get(chat) ?? []) chatOf.delete(idOf(row))
    chats.delete(chat)
  }
  const makeRoom = (): void => {
    for (const oldest of chats.keys()) {
      if (chats.size <= most) return
      forget(oldest)
    }
  }

  return {
    of: (chat) => chats.get(chat),
    keep: (chat, rows) => {
      forget(chat)
      chats.set(chat, rows)
      for (const row of rows) chatOf.set(idOf(row), chat)
      makeRoom()
    },
    add: (chat, row) => {
      const rows = chats.get(chat)
      if (rows === undefined) return
      chats.set(chat, rows.length === 0 ? [row] : [...rows, row])
      chatOf.set(idOf(row), chat)
    },
    change: (id, become) => {
      const chat = chatOf.get(id)
      if (chat === undefined) return
      const rows = chats.get(chat) ?? []
      const at = rows.findIndex((row) => idOf(row) === id)
      const row = rows[at]
      if (row === undefined) return
      const changed = become(row)
      chats.set(chat, changed === null ? rows.toSpliced(at, 1) : rows.with(at, changed))
      if (changed === null) chatOf.delete(id)
    },
    forget,
    clear: () => {
      chats.clear()
      chatOf.clear()
    },
  }
}
