import { z } from 'zod'

/** What can be wrong with a body; each has its sentence under `web.body`. */
const PROBLEMS = [
  'not_object',
  'missing',
  'type',
  'text',
  'empty',
  'long',
  'phone',
  'number',
  'date',
  'duration',
  'no_content',
  'many_contents',
  'unknown_choice',
] as const
export type Problem = (typeof PROBLEMS)[number]

export function isProblem(text: string): text is Problem {
  return PROBLEMS.some((problem) => problem === text)
}

type Wrong = { readonly error: (issue: { readonly input?: unknown }) => Problem }

// Zod's own sentences are English and for programmers: each schema names its problem instead.
const wrong = (problem: Problem): Wrong => ({
  error: (issue) => (issue.input === undefined ? 'missing' : problem),
})

const text = z.string(wrong('text'))
const filled = text.min(1, wrong('empty'))
const phone = z.string(wrong('phone')).regex(/^\+[1-9]\d{6,14}$/, wrong('phone'))
const id = filled.max(200, wrong('long'))
const number = z.number(wrong('number'))
const object = <T extends z.ZodRawShape>(shape: T) => z.object(shape, { error: 'not_object' })
const latitude = number.min(-90, wrong('number')).max(90, wrong('number'))
const longitude = number.min(-180, wrong('number')).max(180, wrong('number'))

/** `POST /simulator/messages`. A null field counts as an absent one. */
export const messageBody = object({
  from: phone,
  text: filled.nullish(),
  name: text.nullish(),
  id: id.nullish(),
  replyTo: id.nullish(),
  choice: id.nullish(),
  /** An empty emoji takes a reaction back. */
  reaction: object({ emoji: text, to: id }).nullish(),
  /** Other words for a message sent before. */
  edit: object({ of: id, text: filled }).nullish(),
  /** Takes a message back. */
  delete: object({ of: id }).nullish(),
  contact: object({ name: text, phone: filled }).nullish(),
  audio: object({
    seconds: number.min(0, wrong('number')),
    transcript: text.nullish(),
    /** The recording itself, in base64. */
    data: text.nullish(),
  }).nullish(),
  image: object({ caption: text.nullish() }).nullish(),
  document: object({ name: text, bytes: number.min(0, wrong('number')).nullish() }).nullish(),
  location: object({ latitude, longitude, name: text.nullish() }).nullish(),
  referral: object({
    sourceType: text.nullish(),
    sourceId: text.nullish(),
    clickId: text.nullish(),
    headline: text.nullish(),
  }).nullish(),
  sentAt: z.iso.datetime({ offset: true, ...wrong('date') }).nullish(),
})

/** `POST /simulator/typing` and `/simulator/read`. */
export const phoneBody = object({ from: phone })
/** `POST /simulator/reset` and `/simulator/save-as-test`. */
export const chatBody = object({ phone, name: text.nullish() })
export const humanBody = object({ to: phone, text: filled })
export const clockBody = object({ advance: z.string(wrong('duration')) })
