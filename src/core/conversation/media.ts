import { oweCall } from '../aftersale/call-reminder.js'
import { thankForTicket } from '../aftersale/hear-after-sale.js'
import { takeIntroduction } from '../referral/introduce.js'
import type { Content } from '../types.js'
import { type Draft, patchInquiry, speak, tell } from './draft.js'
import { type Asked, askedOf } from './heard.js'
import { missingOf } from './missing-of.js'
import { mayBeReceipt } from './receipt.js'
import { type Shared, sharedIn } from './shared.js'
import type { Part } from './types.js'
import { LONGEST_VOICE } from './voice.js'
import { pose, walkTalk } from './walk.js'

/**
 * Acknowledges what is not text and shows it to the owner. True when something was said or told.
 * A voice note that came with its words counts as text. Ten photos at once are one piece of news.
 */
export function heedMedia(draft: Draft, parts: readonly Part[]): boolean {
  const kinds = parts.map(({ content }) => content).filter((content) => !hasWords(content))
  for (const content of kinds.filter(isNew)) {
    const isSame = ({ kind }: Content): boolean => kind === content.kind && kind !== 'contact'
    acknowledge(draft, content, [content, ...kinds.filter((one) => one !== content && isSame(one))])
  }
  return kinds.length > 0
}

/** Contacts have names, which are each told. */
function isNew({ kind }: Content, at: number, all: readonly Content[]): boolean {
  return kind === 'contact' || all.findIndex((one) => one.kind === kind) === at
}

/** The words of a message, or null where it has none. */
export function wordsOf(content: Content): string | null {
  switch (content.kind) {
    case 'text':
    case 'edit':
      return content.text
    case 'choice':
      return content.label
    case 'audio':
      return content.transcript
    case 'image':
    case 'video':
    case 'document':
      return content.caption
    default:
      return null
  }
}

/** A file counts as one also when words came with it. */
const FILES: readonly Content['kind'][] = ['image', 'video', 'document']

function hasWords(content: Content): boolean {
  return !FILES.includes(content.kind) && wordsOf(content) !== null
}

function acknowledge(draft: Draft, content: Content, all: readonly Content[]): void {
  switch (content.kind) {
    case 'audio':
      return heardNothing(draft, content.seconds)
    case 'image':
      return received(draft, IMAGE, all, mayBeReceipt(draft, content))
    case 'video':
      return received(draft, VIDEO, all)
    case 'document':
      return received(draft, DOCUMENT, all, mayBeReceipt(draft, content))
    case 'location':
      return received(draft, LOCATION, all)
    case 'contact':
      if (takeIntroduction(draft, content)) return
      speak(draft, 'chat.media.contact', { quién: content.name })
      return tell(draft, {
        kind: 'media',
        what: content.name,
        n: 1,
        shared: atHand(draft, [content]),
      })
    case 'call':
      speak(draft, 'chat.media.call')
      oweCall(draft)
      return tell(draft, { kind: 'called' })
    case 'unreadable':
      speak(draft, 'chat.media.unreadable')
      return tell(draft, { kind: 'media', what: content.kind, n: all.length, shared: [] })
    default:
      // Stickers, reactions and deletions never advance a flow and need no answer.
      return
  }
}

type Thanks = { readonly one: string; readonly several: string }

const IMAGE: Thanks = { one: 'chat.media.image', several: 'chat.media.images' }
const VIDEO: Thanks = { one: 'chat.media.video', several: 'chat.media.videos' }
const DOCUMENT: Thanks = { one: 'chat.media.document', several: 'chat.media.documents' }
const LOCATION: Thanks = { one: 'chat.media.location', several: 'chat.media.location' }

function received(
  draft: Draft,
  { one, several }: Thanks,
  all: readonly Content[],
  isReceipt = false,
): void {
  const n = all.length
  if (!thankForTicket(draft, one)) speak(draft, n === 1 ? one : several, { n })
  const kind = isReceipt ? 'receipt' : 'media'
  tell(draft, { kind, what: one, n, shared: atHand(draft, all) })
}

function atHand({ context }: Draft, all: readonly Content[]): readonly Shared[] {
  return all.flatMap((content) => sharedIn(content, context.now))
}

/**
 * After something without words the question that was open comes back, or the first one is put: a
 * photo in between is no reason to leave somebody without the next step.
 */
export function askOn(draft: Draft, parts: readonly Part[]): void {
  if (draft.dialogue.status !== 'new' && draft.dialogue.status !== 'talking') return
  const kinds = parts.map(({ content }) => content.kind)
  if (!kinds.every((kind) => LEADS_ON.includes(kind))) return
  const { pending } = draft.dialogue
  const asked = askedOf(draft, draft.context)
  if (pending === null) return kinds.includes('audio') ? undefined : walkTalk(draft)
  if (asked === null || asked.pending.flow !== draft.dialogue.flow) return
  const missing = missingOf(draft, asked.step)
  // The place itself was the answer.
  if (missing.length === 0) return walkTalk(draft)
  if (kinds.includes('audio') && isYesOrNo(asked)) return void speak(draft, 'chat.audio.yes_no')
  // Of five photos in a row, not each brings the question back.
  if ((draft.dialogue.askedTimes[asked.step.id] ?? 0) >= MOST_ASKED) return
  pose(draft, asked.flow, asked.step, missing)
}

const MOST_ASKED = 3

const LEADS_ON: readonly Content['kind'][] = [...FILES, 'audio', 'location', 'contact']

function isYesOrNo({ pending, step, flow }: Asked): boolean {
  return pending.figure !== null || step.slots.some((name) => flow.slots[name] === 'yes_no')
}

/** Who hears voice notes says of this one that it could not be heard, or is too long for that. */
function keyOf({ context }: Draft, seconds: number, first: boolean): string {
  if (context.ears === 'off') return first ? 'chat.audio.first' : 'chat.audio.again'
  return seconds > LONGEST_VOICE ? 'chat.audio.long' : 'chat.audio.lost'
}

/** The owner is told of the first voice note of a chat, not of each. */
function heardNothing(draft: Draft, seconds: number): void {
  const first = !(draft.inquiry?.tags.includes('audio') ?? false)
  if (draft.dialogue.introduced) speak(draft, keyOf(draft, seconds, first))
  if (!first) return
  patchInquiry(draft, { tags: [...(draft.inquiry?.tags ?? []), 'audio'] })
  tell(draft, { kind: 'audio', seconds })
}
