import { type Messages, message } from '../messages.js'
import type { Notice } from './effects.js'
import type { Part } from './part.js'

/** In seconds: what is longer is a person's to hear. */
export const LONGEST_VOICE = 300

/** Whether words of these messages were spoken. */
export function isVoiced(parts: readonly Part[]): boolean {
  return parts.some(({ content }) => content.kind === 'audio' && content.transcript !== null)
}

/** The words of a voice note as the owner reads them. */
export function voiceText(text: string, messages: Messages): string {
  return message(messages, 'owner.voice', { text })
}

/** News of what was said aloud tells so. */
export function voicedNotice(notice: Notice, messages: Messages): Notice {
  if (notice.kind === 'added') return { ...notice, what: voiceText(notice.what, messages) }
  if (!('said' in notice) || typeof notice.said !== 'string' || notice.said === '') return notice
  return { ...notice, said: voiceText(notice.said, messages) }
}
