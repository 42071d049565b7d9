import { LONGEST_VOICE } from '../core/conversation/voice.js'
import type { Content } from '../core/types.js'
import type { Heard } from '../llm/port.js'
import type { ChatKey } from '../store/chat-key.js'
import { type InboxPart, pendingParts } from '../store/inbox.js'
import { keepTranscript, voiceFileOf } from '../store/voice-notes.js'
import type { TurnDeps } from './deps.js'
import { within } from './within.js'

/**
 * Puts the words of the voice notes that wait in a chat into their messages, before they are taken as
 * a turn: outside every transaction, each kept as soon as it is known. What cannot be heard stays
 * without, and the turn says so.
 */
export async function listen(deps: TurnDeps, key: ChatKey): Promise<void> {
  const { transcribe, db } = deps
  if (transcribe === null) return
  const notes = pendingParts(db, key.contactId, key.lineId).filter(isUnheard)
  for (const note of notes) {
    const heard = await inTime(deps, key, note)
    if (!heard.ok) continue
    const audio = { ...note.content, transcript: heard.text }
    await db.write(() => keepTranscript(db, note.rowId, audio))
  }
}

type Audio = Extract<Content, { kind: 'audio' }>
type Note = InboxPart & { readonly content: Audio }

/** What a person of the business says on their own phone is the customer's to hear. */
function isUnheard(part: InboxPart): part is Note {
  const { content, author } = part
  if (author !== 'contact' || content.kind !== 'audio') return false
  return content.transcript === null && content.seconds <= LONGEST_VOICE
}

async function inTime(deps: TurnDeps, key: ChatKey, note: Note): Promise<Heard> {
  const listening = (signal: AbortSignal): Promise<Heard> => hear(deps, key, note, signal)
  try {
    return await within(deps.patience.deadlineMs, listening, { ok: false, reason: 'timeout' })
  } catch (error) {
    deps.log.error({ error }, 'voice note not heard')
    return { ok: false, reason: 'unreachable' }
  }
}

async function hear(
  { db, voice, transcribe }: TurnDeps,
  { contactId, lineId }: ChatKey,
  { id: messageId }: Note,
  signal: AbortSignal,
): Promise<Heard> {
  const file = voiceFileOf(db, lineId, messageId)
  const path = file === null ? null : await voice(file.id)
  if (file === null || path === null || transcribe === null) return { ok: false, reason: 'invalid' }
  return transcribe({ contactId, messageId, path, mime: file.mime }, signal)
}
