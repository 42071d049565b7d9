import { dirname, join } from 'node:path'
import type { Config } from '../../config.js'
import { matchKey } from '../../core/identity.js'
import { readPhone } from '../../core/intake/read-phone.js'
import { message } from '../../core/messages.js'
import { countsOf } from '../../store/counts-of.js'
import { eraseContact } from '../../store/erase.js'
import { findContactByPhone } from '../../store/identity.js'
import { mediaFiles } from '../../store/media.js'
import { openMediaFiles } from '../../store/media-files.js'
import { compact } from '../../store/sqlite/compact.js'
import { complain, type ExitCode, type Io, printLine } from '../io.js'
import { withProject } from '../with-project.js'
import { appTime } from './app-time.js'
import { withDatabase } from './with-database.js'

const YES = '--yes'

/** `contacts erase <phone> --yes`: everything about one person, as when they ask for it themselves. */
export async function contactsErase(
  args: readonly string[],
  config: Config,
  io: Io,
): Promise<ExitCode> {
  const [written, extra] = args.filter((arg) => arg !== YES)
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
      const contactId = findContactByPhone(db, phone)
      if (contactId === null) {
        complain(io, message(io.messages, 'intake.erase.nobody', { phone }))
        return 1
      }
      // Nothing brings it back: whoever writes it means it.
      if (!args.includes(YES)) {
        complain(
          io,
          message(io.messages, 'intake.erase.sure', { phone, ...countsOf(db, contactId) }),
        )
        return 1
      }
      const by = { kind: 'staff', name: business.name } as const
      await db.write(() => eraseContact(db, contactId, by, at))
      openMediaFiles(join(dirname(config.database.path), 'media')).sweep(mediaFiles(db))
      compact(db)
      printLine(io, message(io.messages, 'intake.erase.done', { phone }))
      return 0
    })
  })
}
