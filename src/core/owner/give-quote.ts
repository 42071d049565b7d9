import type { OwnerAction } from '../conversation/events.js'
import { answer, change } from './answer.js'
import { doubtedOf } from './doubted.js'
import { quoteDraft } from './quote-draft.js'
import type { Amount } from './sale-amount.js'
import type { Obeyed, OpenLead, StaffPending, StaffState, World } from './types.js'
import { amountOf, figureOf, names, say, undoable } from './wording.js'

type Given = {
  readonly amount: Amount | null
  readonly discount: number | null
  readonly sent: boolean
}
type Approval = Extract<StaffPending, { kind: 'approval' }>

/** `cotización 1.200.000`: it is written down, and a message with it is shown for approval. */
export function giveQuote(
  { amount, discount, sent }: Given,
  lead: OpenLead,
  staff: StaffState,
  world: World,
): Obeyed {
  const { name } = names(lead, world)
  if (lead.outcome?.kind === 'won' || lead.outcome?.kind === 'lost') {
    return answer(staff, say(world, 'owner.already.closed', { name }))
  }
  const open = {
    target: lead.id,
    of: sent ? 'quoted' : 'quote',
    discount,
    product: null,
    at: null,
  } as const
  if (amount === null || amount.value <= 0) {
    return answer(staff, say(world, 'owner.ask.quote', { name }), { kind: 'amount', ...open })
  }
  const meant = doubtedOf(amount, lead, world)
  if (meant.kind === 'doubt') {
    const { amounts } = meant
    const [small, large] = [figureOf(world, amounts[0]), figureOf(world, amounts[1])]
    const text = say(world, 'owner.ask.amount_doubt', { small, large })
    return answer(staff, text, { kind: 'amount_doubt', ...open, amounts })
  }
  return record({ amount: meant.value, discount, sent }, lead, staff, world)
}

/** The message as it stands, shown again for approval. */
export function offer(approval: Approval, staff: StaffState, world: World): Obeyed {
  return answer(staff, offerText(approval.text, world), { ...approval, at: world.now })
}

function record(
  {
    amount,
    discount,
    sent,
  }: { readonly amount: number; readonly discount: number | null; readonly sent: boolean },
  lead: OpenLead,
  staff: StaffState,
  world: World,
): Obeyed {
  const action: OwnerAction = { kind: 'quote', id: world.recordId, amount, discount, sent }
  const recorded = recordedText(amount, discount, lead, world)
  const what = sent ? say(world, 'owner.done.quoted_sent', { what: recorded }) : recorded
  const done = undoable(world, what)
  // Nobody who has it already, or asked not to be written to, is sent one: it is only written down.
  if (sent || lead.optedOut) return change(staff, lead, action, done)
  const text = quoteDraft({ lead, amount, discount }, world)
  const open = { target: lead.id, quote: world.recordId, text, at: world.now }
  const pending: Approval = { kind: 'approval', ...open }
  const obeyed = change(staff, lead, action, `${done}\n\n${offerText(text, world)}`)
  return { ...obeyed, staff: { ...staff, pending } }
}

function recordedText(
  amount: number,
  discount: number | null,
  lead: OpenLead,
  world: World,
): string {
  const params = { name: names(lead, world).name, amount: amountOf(world, amount) }
  const what =
    discount === null
      ? say(world, 'owner.done.quoted', params)
      : discount === 0
        ? say(world, 'owner.done.quoted_less', params)
        : say(world, 'owner.done.quoted_percent', { ...params, percent: discount })
  if (lead.quote === null) return `${what}.`
  return say(world, 'owner.done.quoted_before', {
    what,
    before: amountOf(world, lead.quote.amount),
  })
}

function offerText(text: string, world: World): string {
  return say(world, 'owner.ask.approval', { text })
}
