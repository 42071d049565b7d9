import type { ContactId } from '../types.js'
import type { CareCommand } from './command-types.js'

/** "¿Qué día?": of a call or a meeting. */
export type MomentPending = {
  readonly kind: 'moment'
  readonly target: ContactId
  readonly command: Extract<CareCommand, { kind: 'call' | 'meeting' }>
}
