import { type Messages, message } from '../messages.js'
import { localTime } from '../schedule/local-time.js'
import type { Iso } from '../types.js'

const NOON = 12 * 60
const EVENING = 19 * 60

/** "Buenos días" until noon, "Buenas tardes" until seven, "Buenas noches" after. */
export function greetingText(now: Iso, timeZone: string, messages: Messages): string {
  const { minute } = localTime(now, timeZone)
  if (minute < NOON) return message(messages, 'chat.greeting.morning')
  if (minute < EVENING) return message(messages, 'chat.greeting.afternoon')
  return message(messages, 'chat.greeting.evening')
}
