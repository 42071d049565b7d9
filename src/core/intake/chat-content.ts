import { wordList } from '../business/word-list.js'
import type { Messages } from '../messages.js'
import type { Content } from '../types.js'
import { fold } from '../understanding/normalise.js'

const KINDS = {
  image: 'intake.omitted.image',
  video: 'intake.omitted.video',
  audio: 'intake.omitted.audio',
  sticker: 'intake.omitted.sticker',
  document: 'intake.omitted.document',
  some: 'intake.omitted.some',
} as const

const FILES: readonly (readonly [RegExp, keyof typeof KINDS])[] = [
  [/\b(?:img|photo)-[\w-]+\.\w+|\.(?:jpe?g|png|heic)\b/i, 'image'],
  [/\b(?:vid|video)-[\w-]+\.\w+|\.(?:mp4|mov|3gp)\b/i, 'video'],
  [/\b(?:ptt|aud|audio)-[\w-]+\.\w+|\.(?:opus|m4a|mp3|ogg)\b/i, 'audio'],
  [/\b(?:stk|sticker)-[\w-]+\.\w+|\.webp\b/i, 'sticker'],
  [/\.\w{2,5}\b/, 'document'],
]

/**
 * What a message of an exported chat held: its text, or which kind of file was left out. Null for one
 * that was deleted, and for a lost call.
 */
export function chatContent(text: string, messages: Messages): Content | null {
  const folded = fold(text.replace(/^<|>$/g, ''))
  if (folded === '' || wordList(messages, 'intake.deleted').some((word) => folded === word))
    return null
  for (const kind of ['image', 'video', 'audio', 'sticker', 'document', 'some'] as const) {
    if (wordList(messages, KINDS[kind]).includes(folded)) return fileOf(kind, text)
  }
  const attached = wordList(messages, 'intake.attached').some((word) => folded.includes(word))
  const named = attached ? FILES.find(([pattern]) => pattern.test(text)) : undefined
  if (named !== undefined) return fileOf(named[1], text)
  return { kind: 'text', text: withoutMark(text, messages) }
}

function fileOf(kind: keyof typeof KINDS, text: string): Content {
  switch (kind) {
    case 'image':
    case 'video':
      return { kind, caption: null }
    case 'audio':
      return { kind, seconds: 0, transcript: null }
    case 'sticker':
      return { kind }
    case 'document':
      return {
        kind,
        name: /[\w .-]+\.\w{2,5}/.exec(text)?.[0].trim() ?? '',
        bytes: null,
        caption: null,
      }
    case 'some':
      return { kind: 'unreadable' }
  }
}

/** "<This message was edited>" at the end of one. */
function withoutMark(text: string, messages: Messages): string {
  const found = /\s*<([^<>]+)>$/.exec(text)
  if (found === null) return text
  return wordList(messages, 'intake.edited').includes(fold(found[1] ?? ''))
    ? text.slice(0, found.index)
    : text
}
