import type { Config } from '../../config.js'
import { matchKey } from '../../core/identity.js'
import { readPhone } from '../../core/intake/read-phone.js'
import { message } from '../../core/messages.js'
import { eraseContact } from '../../store/erase.js'
import { findContactByPhone } from '../../store/identity.js'
import { complain, type ExitCode, type Io, printLine } from '../io.js'
import { withProject } from '../with-project.js'
import { appTime } from './app-time.js'
import { withDatabase } from './with-database.js'

/** `contacts erase <phone>`: everything about one person, as when they ask for it themselves. */
export async function contactsErase(
  [written, extra]: readonly string[],
  config: Config,
  io: Io,
): Promise<ExitCode> {
  return withProject(config, io, async ({ business }) => {
    const phone = written === undefined ? null : readPhone(written, business.country)
    if (phone === null || extra !== undefined) {
      complain(io, message(io.messages, 'intake.erase.usage'))
      return 2
    }
    if (business.staff.some((member) => matchKey(member.phone) === matchKey(phone))) {
      complain(io, message(io.messages, 'intake.erase.staff', { phone }))
      return 1
    }
    return withDatabase(config, io, async (db) => {
      const at = appTime(db)
      const found = await db.write(() => {
        const contactId = findContactByPhone(db, phone)
        if (contactId !== null)
          eraseContact(db, contactId, { kind: 'staff', name: business.name }, at)
        return contactId !== null
      })
      const key = found ? 'intake.erase.done' : 'intake.erase.nobody'
      if (found) printLine(io, message(io.messages, key, { phone }))
      else complain(io, message(io.messages, key, { phone }))
      return found ? 0 : 1
    })
  })
}
