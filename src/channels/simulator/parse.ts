import type { z } from 'zod'
import { isoOf } from '../../core/schedule/local-time.js'
import type { Content, Inbound, LineId, MessageId, Option, Result } from '../../core/types.js'
import {
  chatBody,
  clockBody,
  humanBody,
  isProblem,
  messageBody,
  type Problem,
  phoneBody,
} from './body-schemas.js'
import { isReasonable } from './duration.js'
import type { LedgerLine } from './ledger.js'
import { voiceOffer } from './voice-data.js'

/** What is wrong with a body; `at` is the dotted path of the field, empty for the whole. */
export type BadBody = { readonly kind: 'bad_body'; readonly problem: Problem; readonly at: string }

/** What a body leaves unsaid: where, when and under which id it was sent. */
export type Desk = {
  readonly lineId: LineId
  readonly newMessageId: () => MessageId
  readonly now: () => Date
  readonly lines: (phone: string) => readonly LedgerLine[]
}

type Body = z.infer<typeof messageBody>

/** The body of `POST /simulator/messages` as a message of the contact. */
export function parseMessage(body: unknown, desk: Desk): Result<Inbound, BadBody> {
  const parsed = parse(messageBody, body)
  if (!parsed.ok) return parsed
  const said = parsed.value
  const content = contentOf(said, desk)
  if (!content.ok) return content
  return ok({
    lineId: desk.lineId,
    chat: said.from,
    author: 'contact',
    identities: [{ kind: 'phone', value: said.from }],
    messageId: said.id == null ? desk.newMessageId() : messageIdOf(said.id),
    profileName: said.name?.trim() || null,
    sentAt: isoOf(said.sentAt == null ? desk.now().getTime() : Date.parse(said.sentAt)),
    replyTo: said.replyTo == null ? null : messageIdOf(said.replyTo),
    referral: referralOf(said),
    rawReferral: said.referral == null ? null : JSON.stringify(said.referral),
    media: said.audio?.data == null ? null : voiceOffer(said.audio.data),
    content: content.value,
  })
}

/** The body of `POST /simulator/human` as a message typed on the business's own phone. */
export function parseHuman(body: unknown, desk: Desk): Result<Inbound, BadBody> {
  const parsed = parse(humanBody, body)
  if (!parsed.ok) return parsed
  const { to, text } = parsed.value
  return ok({
    lineId: desk.lineId,
    chat: to,
    author: 'business',
    identities: [{ kind: 'phone', value: to }],
    messageId: desk.newMessageId(),
    profileName: null,
    sentAt: isoOf(desk.now().getTime()),
    replyTo: null,
    referral: null,
    rawReferral: null,
    media: null,
    content: { kind: 'text', text },
  })
}

/** The phone that types or looks. */
export function parsePhone(body: unknown): Result<string, BadBody> {
  const parsed = parse(phoneBody, body)
  return parsed.ok ? ok(parsed.value.from) : parsed
}

/** The chat that something shall be done with, and the name that what comes of it shall have. */
export type NamedChat = { readonly phone: string; readonly name: string | null }

export function parseChat(body: unknown): Result<NamedChat, BadBody> {
  const parsed = parse(chatBody, body)
  if (!parsed.ok) return parsed
  return ok({ phone: parsed.value.phone, name: parsed.value.name?.trim() || null })
}

/** An ISO 8601 duration of at most ten years. */
export function parseClock(body: unknown): Result<string, BadBody> {
  const parsed = parse(clockBody, body)
  if (!parsed.ok) return parsed
  return isReasonable(parsed.value.advance) ? ok(parsed.value.advance) : bad('duration', 'advance')
}

export function messageIdOf(text: string): MessageId {
  return text as MessageId
}

const KINDS = [
  'choice',
  'reaction',
  'edit',
  'delete',
  'contact',
  'audio',
  'image',
  'document',
  'location',
] as const

// A button's words and a picture's caption travel beside them; any other pair is two messages.
const WITH_TEXT: readonly string[] = ['choice', 'image']

function contentOf(body: Body, desk: Desk): Result<Content, BadBody> {
  const [kind, ...others] = KINDS.filter((name) => body[name] != null)
  if (kind === undefined) {
    return body.text == null ? bad('no_content', '') : ok({ kind: 'text', text: body.text })
  }
  if (others.length > 0 || (body.text != null && !WITH_TEXT.includes(kind))) {
    return bad('many_contents', '')
  }
  if (body.choice != null) return chosen(body.from, body.choice, desk)
  return aboutAnother(body) ?? attached(body)
}

/** What is said of a message sent before: a reaction, other words, or that it is taken back. */
function aboutAnother(body: Body): Result<Content, BadBody> | null {
  const { reaction, edit, delete: deletion } = body
  if (reaction != null) {
    return ok({ kind: 'reaction', emoji: reaction.emoji, to: messageIdOf(reaction.to) })
  }
  if (edit != null) return ok({ kind: 'edit', of: messageIdOf(edit.of), text: edit.text })
  return deletion == null ? null : ok({ kind: 'delete', of: messageIdOf(deletion.of) })
}

function attached(body: Body): Result<Content, BadBody> {
  const { contact, audio, image, document, location } = body
  if (contact != null) return ok({ kind: 'contact', name: contact.name, phone: contact.phone })
  if (audio != null) {
    return ok({ kind: 'audio', seconds: audio.seconds, transcript: audio.transcript ?? null })
  }
  if (image != null) return ok({ kind: 'image', caption: image.caption ?? body.text ?? null })
  if (document != null) {
    const { name, bytes } = document
    return ok({ kind: 'document', name, bytes: bytes ?? null, caption: null })
  }
  if (location != null) {
    const { name, latitude, longitude } = location
    return ok({ kind: 'location', name: name ?? null, latitude, longitude })
  }
  return bad('no_content', '')
}

function chosen(phone: string, option: string, desk: Desk): Result<Content, BadBody> {
  const shown = desk.lines(phone).findLast((line) => optionIn(line, option) !== undefined)
  const label = shown === undefined ? undefined : optionIn(shown, option)?.label
  return label === undefined
    ? bad('unknown_choice', 'choice')
    : ok({ kind: 'choice', option, label })
}

function optionIn(line: LedgerLine, id: string): Option | undefined {
  return line.options?.find((option) => option.id === id)
}

function referralOf(body: Body): Inbound['referral'] {
  if (body.referral == null) return null
  const { sourceType, sourceId, clickId, headline } = body.referral
  return {
    sourceType: sourceType ?? null,
    sourceId: sourceId ?? null,
    clickId: clickId ?? null,
    headline: headline ?? null,
  }
}

function parse<T>(schema: z.ZodType<T>, body: unknown): Result<T, BadBody> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return ok(parsed.data)
  const issue = parsed.error.issues[0]
  const problem = issue?.message ?? ''
  return bad(isProblem(problem) ? problem : 'type', issue?.path.join('.') ?? '')
}

function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

function bad(problem: Problem, at: string): { readonly ok: false; readonly error: BadBody } {
  return { ok: false, error: { kind: 'bad_body', problem, at } }
}
