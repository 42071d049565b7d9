import type { Business } from '../../core/business/types.js'
import { chatContent } from '../../core/intake/chat-content.js'
import { type Chat, type ChatLine, isSameName, readChat } from '../../core/intake/read-chat.js'
import { orderOf } from '../../core/intake/read-date.js'
import { readPhone } from '../../core/intake/read-phone.js'
import { whoseChat } from '../../core/intake/whose-chat.js'
import { message } from '../../core/messages.js'
import { isoOf, millisecondsOf } from '../../core/schedule/local-time.js'
import { importChat, importMessages, type PastMessage } from '../../store/import-chat.js'
import { complain, printLine } from '../io.js'
import type { Importing } from './import.js'
import { createProgress } from './progress.js'

const PORTION = 1_000

/** Takes in a chat that was exported from a phone. True when it could be. */
export async function importChatFile(work: Importing): Promise<boolean> {
  const { io, project, asked, file, text } = work
  const { business, messages } = project
  const chat = readChat(text, orderOf(business.country))
  const { authors } = chat
  const name = file.replace(/\.\w+$/, '')
  const hints = { file: name, authors, phone: asked.phone, me: asked.me, business, messages }
  const whose = whoseChat(hints)
  if (whose.kind === 'unknown') {
    const problem = message(io.messages, whose.key, whose.params)
    complain(io, message(io.messages, 'intake.at_file', { file, text: problem }))
    return false
  }
  const { phone, person } = whose
  const past = { phone, name: nameOf(person, business), messages: pastOf(chat, person, work) }
  const shown = { file, name: person, phone, total: past.messages.length }
  if (asked.dryRun) {
    printLine(io, message(io.messages, 'intake.chat.dry', shown))
    return true
  }
  const added = await takeIn(work, past)
  if (added === null) {
    const problem = message(io.messages, 'intake.problem.erased')
    complain(io, message(io.messages, 'intake.at_file', { file, text: problem }))
    return false
  }
  const known = past.messages.length - added
  printLine(io, message(io.messages, 'intake.chat.done', { ...shown, added, known }))
  return true
}

type Past = Parameters<typeof importChat>[1]

/** How many messages were new; null for somebody who had their data erased. */
async function takeIn({ db, io, project, now }: Importing, past: Past): Promise<number | null> {
  const reason = message(project.messages, 'intake.chat_reason')
  const contactId = await db.write(() => importChat(db, past, reason, now))
  if (contactId === null) return null
  const progress = createProgress(io, past.messages.length)
  const seen = new Map<string, number>()
  let added = 0
  for (let from = 0; from < past.messages.length; from += PORTION) {
    const messages = past.messages.slice(from, from + PORTION)
    const before = new Map(seen)
    // A job may run twice, and then counts anew.
    added += await db.write(() => {
      const counted = new Map(before)
      const n = importMessages(db, contactId, { ...past, messages }, counted)
      for (const [what, times] of counted) seen.set(what, times)
      return n
    })
    progress.show(from + messages.length)
  }
  progress.end()
  return added
}

/** A number is no name. */
function nameOf(person: string, { country }: Business): string | null {
  return readPhone(person, country) === null ? person : null
}

function pastOf({ messages }: Chat, person: string, work: Importing): readonly PastMessage[] {
  const { business } = work.project
  return messages.flatMap((line) => {
    const content = chatContent(line.text, work.project.messages)
    const at = momentOf(line, business.timeZone)
    const author = isSameName(line.author, person) ? 'contact' : 'business'
    return content === null || at > work.now ? [] : [{ at, author, content } as const]
  })
}

function momentOf({ day, second }: ChatLine, timeZone: string) {
  const minute = Math.floor(second / 60)
  return isoOf(millisecondsOf(day, minute, timeZone) + (second % 60) * 1000)
}
