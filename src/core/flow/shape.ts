import { z } from 'zod'
import { SURVEYS } from '../types.js'
import { byKey, condition, id, strict } from './condition-shape.js'

/**
 * The shape of a flow file as people write it; `parse.ts` says what each field means. Errors that
 * zod cannot word carry a message key, and an unknown field carries the list of known ones.
 */

const DURATION = /^P(?=\d|T\d)(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?$/

/** Besides a duration: when what was bought is needed again, has to be renewed, or the next piece is due. */
const AFTER = /^(cycle|renewal|rhythm|P(?=\d|T\d)(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?)$/

export const filledText = z.string().regex(/\S/, { error: 'flows.empty_text' })

const formFields = {
  usted: filledText.optional(),
  tú: filledText.optional(),
  vos: filledText.optional(),
  pt: filledText.optional(),
  en: filledText.optional(),
}

/** One text for every treatment, or one for each; and the same in other languages. */
export const forms = z.union([filledText, strict({ text: filledText.optional(), ...formFields })])

/** A text without treatments, and the same in other languages. */
export const plainText = z.union([
  filledText,
  strict({ text: filledText, pt: filledText.optional(), en: filledText.optional() }),
])

const wording = z.union([
  filledText,
  strict({ when: condition.optional(), text: filledText.optional(), ...formFields }),
])

export const wordings = z.union([wording, z.array(wording).min(1, { error: 'flows.empty_list' })])

const oneOrMore = z.union([id, z.array(id).min(1, { error: 'flows.empty_list' })])

const option = strict({
  id,
  label: forms,
  words: z.array(filledText).optional(),
  value: z.union([z.string(), z.number(), z.null()]).optional(),
  next: id.optional(),
})

/** What every step may say of itself. */
const named = { id: id.optional(), label: filledText.optional() }

const ask = strict({
  ask: oneOrMore,
  ...named,
  text: wordings,
  any: z.boolean().optional(),
  only: z.record(z.string(), wordings).optional(),
  hint: wordings.optional(),
  options: z.array(option).optional(),
  optionsText: wordings.optional(),
  offer: z.enum(['always', 'repair']).optional(),
  yes: z.enum(['figure']).optional(),
  unsure: id.optional(),
  anythingElse: id.optional(),
  spare: z.boolean().optional(),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  outside: wordings.optional(),
  next: id.optional(),
})

const say = strict({ say: wordings, ...named, next: id.optional() })

const branchCase = byKey(
  ['when', 'otherwise'],
  [
    strict({ when: condition, next: id, label: filledText.optional() }),
    strict({ otherwise: id, label: filledText.optional() }),
  ],
)

const branch = strict({
  branch: z.array(branchCase).min(1, { error: 'flows.empty_list' }),
  ...named,
})

const ACTION_KEYS = [
  'alert',
  'handoff',
  'start',
  'wait',
  'tag',
  'survey',
  'ticket',
  'refer',
  'close',
  'share',
] as const

const action = byKey(ACTION_KEYS, [
  strict({ alert: filledText }),
  strict({ handoff: filledText }),
  strict({ start: id }),
  strict({
    wait: id,
    after: z.string().regex(AFTER, { error: 'flows.bad_duration' }),
    before: z.string().regex(DURATION, { error: 'flows.bad_duration' }).optional(),
  }),
  strict({ tag: id }),
  strict({ ticket: z.enum(['complaint', 'request', 'score']) }),
  strict({
    survey: z.enum(SURVEYS),
    of: id.optional(),
    good: z.boolean().optional(),
    comment: id.optional(),
  }),
  strict({ refer: z.literal(true) }),
  strict({ close: filledText }),
  strict({ share: z.literal(true) }),
])

const perform = strict({ do: action, ...named, next: id.optional() })

const end = strict({ end: z.enum(['done', 'handed', 'rest']), ...named })

const step = byKey(['ask', 'say', 'branch', 'do', 'end'], [ask, say, branch, perform, end])

const SLOT_TYPES = ['text', 'number', 'option', 'yes_no', 'date', 'email', 'phone'] as const

const slotType = z.enum(SLOT_TYPES)

/** Free text may be known by its words; what else is told is read by its type. */
const slot = byKey(
  ['text', 'type'],
  [
    slotType,
    strict({
      type: z.enum(['text']),
      words: z.array(filledText).min(1, { error: 'flows.empty_list' }),
    }),
  ],
)

const echo = strict({
  of: oneOrMore,
  on: z.enum(['new', 'changed']).optional(),
  every: z.boolean().optional(),
  also: z.boolean().optional(),
  text: wordings,
})

const scoreLine = strict({
  id,
  points: z.number(),
  when: condition,
  reason: filledText,
  slot: id.optional(),
})

const disqualifier = strict({ id, when: condition, reason: filledText, step: id })

export const flowShape = strict({
  id,
  title: filledText,
  mode: z.enum(['talk', 'sequence']).optional(),
  questions: z.number().int().min(0).optional(),
  onSilence: id.optional(),
  onSale: id.optional(),
  afterTickets: z.boolean().optional(),
  slots: z.record(id, slot).optional(),
  steps: z.array(step).min(1, { error: 'flows.empty_list' }),
  echoes: z.array(echo).optional(),
  scorecard: strict({ threshold: z.number(), lines: z.array(scoreLine) }).optional(),
  qualified: condition.optional(),
  disqualified: z.array(disqualifier).optional(),
})

export type RawForms = z.infer<typeof forms>
export type RawPlainText = z.infer<typeof plainText>
export type RawWordings = z.infer<typeof wordings>
export type RawStep = z.infer<typeof step>
export type RawAsk = z.infer<typeof ask>
export type RawAction = z.infer<typeof action>
export type RawFlow = z.infer<typeof flowShape>
