import { dateText } from '../business/date-text.js'
import type { Business } from '../business/types.js'
import { type Messages, message } from '../messages.js'
import { localTime } from '../schedule/local-time.js'
import type { Permission, PermissionChange } from '../types.js'
import { quoted } from './quoted.js'

const TEXTS: { readonly [P in PermissionChange]: string } = {
  contacted: 'permission.contacted',
  listed: 'permission.listed',
  granted: 'permission.granted',
  opted_out: 'permission.opted_out',
  restored: 'permission.restored',
}

/** One line of the ledger in words: "10 de marzo de 2026: escribió «hola»". */
export function permissionText(
  { state, words, actor, at }: Permission,
  { timeZone }: Pick<Business, 'timeZone'>,
  messages: Messages,
): string {
  const isFor = state === 'opted_out' && actor?.kind === 'staff'
  const { day } = localTime(at, timeZone)
  const said =
    words.trim() === '' ? '' : message(messages, 'permission.said', { words: quoted(words) })
  return message(messages, isFor ? 'permission.opted_out_for' : TEXTS[state], {
    date: dateText(day, messages),
    by: actor?.kind === 'staff' ? actor.name : '',
    said,
  })
}
