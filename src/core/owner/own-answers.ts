import type { AskStep, Flow } from '../flow/types.js'
import type { Slot } from '../types.js'
import { cardText } from './card-text.js'
import type { LeadCardProps } from './lead-card.js'
import { quoted } from './quoted.js'

/** Told on the card in words of their own. */
const TOLD = ['challenge', 'priority']

/** What they answered to questions that only this talk asks: "*Cobertura:* OSDE". A yes or no only leads the talk. */
export function ownAnswerLines(props: LeadCardProps): readonly string[] {
  const { flow, inquiry } = props
  return asksOf(flow).flatMap((step) =>
    step.slots.flatMap((name) => {
      const type = flow.slots[name]
      const slot = inquiry.slots[name]
      const told = type === undefined || type === 'yes_no' || TOLD.includes(name)
      if (told || slot?.status !== 'known') return []
      const label = name.charAt(0).toUpperCase() + name.slice(1).replace(/[-_]/g, ' ')
      return [
        cardText(props, 'owner.card.own_answer', { label, value: answerText(step, slot, props) }),
      ]
    }),
  )
}

/** Whether the talk that they are in ever asks for it. */
export function isAskedFor(slot: string, { flow }: LeadCardProps): boolean {
  return asksOf(flow).some(({ slots }) => slots.includes(slot))
}

function asksOf({ order, steps }: Flow): readonly AskStep[] {
  return order.flatMap((id) => {
    const step = steps[id]
    return step?.kind === 'ask' ? [step] : []
  })
}

/** An option as the talk calls it, anything else as they said it. */
function answerText(
  { options }: AskStep,
  { value, said }: Extract<Slot, { status: 'known' }>,
  { business }: LeadCardProps,
): string {
  const option = options.find((each) => each.value === value)
  if (option !== undefined) return option.label[business.treatment]
  return quoted(typeof value === 'object' ? said : String(value))
}
