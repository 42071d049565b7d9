import type { ContactId } from '../types.js'
import type { CareCommand } from './commands.js'

/** "¿Qué día?": of a call or a meeting. */
export type MomentPending = {
  readonly kind: 'moment'
  readonly target: ContactId
  readonly command: Extract<CareCommand, { kind: 'call' | 'meeting' }>
}
