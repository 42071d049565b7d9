import type { SocketConfig } from '@whiskeysockets/baileys'

type MakeRepository = SocketConfig['makeSignalRepository']

const ALL = 'all'

/**
 * Lets one transaction of the key store begin after the other has ended. Baileys keeps only those apart
 * that have the same name, and gives sending another name than receiving: of a message that comes and
 * one that leaves in the same chat at once, the later to be written would undo how far the other one
 * moved the session, and a key would be used twice.
 */
export function oneAtATime(make: MakeRepository): MakeRepository {
  return (auth, logger, phoneToLid) => {
    const { keys } = auth
    if ('transaction' in keys) {
      const { transaction } = keys
      keys.transaction = (work) => transaction(work, ALL)
    }
    return make(auth, logger, phoneToLid)
  }
}
