import { z } from 'zod'
import { money } from '../../core/business/money-text.js'
import type { Business } from '../../core/business/types.js'
import { stepLabel } from '../../core/flow/draw.js'
import type { Flow } from '../../core/flow/types.js'
import { type Messages, message } from '../../core/messages.js'
import { capitalised } from './when.js'

type SlotFrame = { readonly messages: Messages; readonly business: Business }

/** The name of a fact for the panel; one that a flow invents is called as the step that asks for it. */
export function slotLabel(messages: Messages, name: string, flows: readonly Flow[] = []): string {
  const own = LABELS.get(name)?.(messages)
  if (own !== undefined) return own
  const asks = flows
    .flatMap(({ steps }) => Object.values(steps))
    .find((step) => step.kind === 'ask' && step.slots.includes(name))
  return asks === undefined ? capitalised(name.replace(/[-_]/g, ' ')) : stepLabel(asks)
}

/** The value of a fact in words: money with its sign, urgency with its days. */
export function slotText(name: string, value: unknown, frame: SlotFrame): string {
  const budget = budgetSchema.safeParse(value)
  if (budget.success) return budgetText(budget.data, frame)
  const urgency = urgencySchema.safeParse(value)
  if (urgency.success) return urgencyText(urgency.data, frame.messages)
  if (name === 'authority') return AUTHORITIES.get(String(value))?.(frame.messages) ?? String(value)
  if (typeof value === 'boolean') return yesNo(value, frame.messages)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const budgetSchema = z.object({
  min: z.number().nullable(),
  max: z.number().nullable(),
  currency: z.string().nullable(),
  none: z.boolean(),
})

const BUCKETS = ['now', 'week', 'month', 'quarter', 'later', 'none'] as const
const urgencySchema = z.object({
  bucket: z.enum(BUCKETS),
  days: z.tuple([z.number(), z.number().nullable()]).nullable(),
})

function budgetText(budget: z.infer<typeof budgetSchema>, { messages, business }: SlotFrame) {
  const { min, max, currency } = budget
  const amount = (figure: number) => money(figure, currency ?? business.currency, business.country)
  if (min !== null && max !== null) {
    if (min === max) return amount(min)
    return message(messages, 'web.budget.between', { min: amount(min), max: amount(max) })
  }
  if (max !== null) return message(messages, 'web.budget.up_to', { max: amount(max) })
  if (min !== null) return message(messages, 'web.budget.from', { min: amount(min) })
  return message(messages, 'web.budget.none')
}

function urgencyText({ bucket, days }: z.infer<typeof urgencySchema>, messages: Messages): string {
  const label = URGENCIES[bucket](messages)
  if (days === null) return label
  const [from, to] = days
  if (to === null) return message(messages, 'web.urgency.from_days', { label, from })
  if (from === to) return message(messages, 'web.urgency.in_days', { label, n: from })
  return message(messages, 'web.urgency.days', { label, from, to })
}

function yesNo(value: boolean, messages: Messages): string {
  return value ? message(messages, 'web.known.yes') : message(messages, 'web.known.no')
}

type Said = (messages: Messages) => string

const URGENCIES: Record<(typeof BUCKETS)[number], Said> = {
  now: (messages) => message(messages, 'web.urgency.now'),
  week: (messages) => message(messages, 'web.urgency.week'),
  month: (messages) => message(messages, 'web.urgency.month'),
  quarter: (messages) => message(messages, 'web.urgency.quarter'),
  later: (messages) => message(messages, 'web.urgency.later'),
  none: (messages) => message(messages, 'web.urgency.none'),
}

// Maps, since what is looked up came from outside: an object would also know "constructor".
const AUTHORITIES: ReadonlyMap<string, Said> = new Map([
  ['self', (messages) => message(messages, 'web.authority.self')],
  ['shared', (messages) => message(messages, 'web.authority.shared')],
  ['other', (messages) => message(messages, 'web.authority.other')],
  ['unknown', (messages) => message(messages, 'web.authority.unknown')],
])

const LABELS: ReadonlyMap<string, Said> = new Map([
  ['need', (messages) => message(messages, 'web.slot.need')],
  ['quantity', (messages) => message(messages, 'web.slot.quantity')],
  ['budget', (messages) => message(messages, 'web.slot.budget')],
  ['urgency', (messages) => message(messages, 'web.slot.urgency')],
  ['authority', (messages) => message(messages, 'web.slot.authority')],
  ['name', (messages) => message(messages, 'web.slot.name')],
  ['organization', (messages) => message(messages, 'web.slot.organization')],
  ['sector', (messages) => message(messages, 'web.slot.sector')],
  ['size', (messages) => message(messages, 'web.slot.size')],
  ['place', (messages) => message(messages, 'web.slot.place')],
  ['email', (messages) => message(messages, 'web.slot.email')],
  ['phone', (messages) => message(messages, 'web.slot.phone')],
  ['challenge', (messages) => message(messages, 'web.slot.challenge')],
  ['details', (messages) => message(messages, 'web.slot.details')],
  ['contact_time', (messages) => message(messages, 'web.slot.contact_time')],
  ['priority', (messages) => message(messages, 'web.slot.priority')],
])
