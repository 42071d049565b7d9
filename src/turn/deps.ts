import type { Channel } from '../channels/channel.js'
import type { Mentions } from '../core/business/mentions.js'
import type { Business, ContactPolicy, Holidays } from '../core/business/types.js'
import type { Context } from '../core/conversation/types.js'
import type { Flow } from '../core/flow/types.js'
import type { Messages } from '../core/messages.js'
import type { CommandParser, ReadAmount } from '../core/owner/commands.js'
import type { FlowHash, Iso, LineId, Making, SentFile } from '../core/types.js'
import type { Chooser } from '../core/understanding/choice.js'
import type { Reader } from '../core/understanding/types.js'
import type { AskLlm, Transcribe } from '../llm/port.js'
import type { Log } from '../log.js'
import type { Database } from '../store/sqlite/database.js'
import type { CleanUp } from './clean-up.js'

/** How long a model is waited for, in all and before the person hears that it takes its time. */
export type Patience = { readonly deadlineMs: number; readonly holdMs: number }

/** Everything a turn needs from the rest of the house; `app/app.ts` builds it. */
export type TurnDeps = {
  readonly db: Database
  readonly now: () => Iso
  readonly business: Business
  readonly messages: Messages
  readonly policy: ContactPolicy
  readonly holidays: Holidays
  readonly flow: (id: string, hash: FlowHash | null) => Flow
  readonly read: Reader
  readonly choose: Chooser
  readonly mentions: (folded: string) => Mentions
  readonly parseCommand: CommandParser
  readonly readAmount: ReadAmount
  readonly channel: (line: LineId) => Channel | null
  readonly askLlm: AskLlm
  /** Null where nothing puts voice notes into words. */
  readonly transcribe: Transcribe | null
  /** Where the bytes of a voice note stand, once they are here; null where they cannot be had. */
  readonly voice: (media: number) => Promise<string | null>
  /** While it is off nobody ever waits for one. */
  readonly model: Context['model']
  readonly patience: Patience
  readonly log: Log
  /** The folder that a path in the business file stands for; null where nothing is worth a copy. */
  readonly backups: ((folder: string) => string) | null
  /**
   * Makes a file and keeps it; `written` is called in the write job that does, and says so in the rows. False
   * where it cannot be made.
   */
  readonly make: (of: Making, written: (file: SentFile) => void) => Promise<boolean>
  readonly cleanUp: CleanUp
  /** Something a page shows may have changed. */
  readonly changed: () => void
  /** Waits so long before a message, as a person would; resolves early when hurried. */
  readonly pace: (milliseconds: number) => Promise<void>
}
