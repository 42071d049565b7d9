import type { SignalDataSet, SocketConfig } from '@whiskeysockets/baileys'

type MakeRepository = SocketConfig['makeSignalRepository']

/**
 * Lets the keys be kept before a message that was sealed with them can leave. Baileys writes it to the
 * socket first and commits afterwards: killed in between, the next start would seal with keys that the
 * other phone has left behind, and it could read nothing until both had agreed anew. `keep` resolves when
 * they are on disk.
 */
export function keptBeforeSent(
  make: MakeRepository,
  keep: (data: SignalDataSet) => void | Promise<void>,
): MakeRepository {
  return (auth, logger, phoneToLid) => {
    const { keys } = auth
    const { set } = keys
    let sealing = 0
    keys.set = async (data) => {
      await set(data)
      if (sealing > 0) await keep(data)
    }
    const repository = make(auth, logger, phoneToLid)
    const encryptMessage: typeof repository.encryptMessage = async (message) => {
      sealing += 1
      try {
        return await repository.encryptMessage(message)
      } finally {
        sealing -= 1
      }
    }
    return { ...repository, encryptMessage }
  }
}
