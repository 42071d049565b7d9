import { strung } from '../business/quote.js'
import type { Business } from '../business/types.js'
import { HORIZONS, type Horizon } from '../funnel/horizon.js'
import { type Messages, message } from '../messages.js'
import { STAGES, type Stage } from '../types.js'
import { cardText } from './card-text.js'
import { stageText } from './stage-text.js'

export type FunnelCounts = { readonly [H in Horizon]: { readonly [S in Stage]?: number } }

type FunnelProps = {
  readonly counts: FunnelCounts
  readonly business: Business
  readonly messages: Messages
}

const TITLES: { readonly [H in Horizon]: string } = {
  short: 'owner.funnel.short',
  medium: 'owner.funnel.medium',
  long: 'owner.funnel.long',
}

const NAMES: { readonly [S in Stage]: string } = {
  stranger: 'owner.funnel.stranger',
  visitor: 'owner.funnel.visitor',
  lead: 'owner.funnel.lead',
  qualified: 'owner.funnel.qualified',
  opportunity: 'owner.funnel.opportunity',
  customer: 'owner.funnel.customer',
  repeat_customer: 'owner.funnel.repeat_customer',
  advocate: 'owner.funnel.advocate',
}

/** The path that is walked from the first message to the first sale. */
const PATH: readonly Stage[] = ['visitor', 'lead', 'qualified', 'opportunity', 'customer']
/** Of fewer people nobody can tell where they are lost. */
const LEAST_TO_TELL = 5

/** Where everybody stands now, by how long ago they wrote first, and where most are lost. */
export function funnelText(props: FunnelProps): string {
  const lines = HORIZONS.flatMap((horizon) => {
    const text = countsText(props, horizon)
    return text === '' ? [] : [cardText(props, TITLES[horizon], { text })]
  })
  if (lines.length === 0) return cardText(props, 'owner.funnel.nobody')
  return [cardText(props, 'owner.funnel.title'), ...lines, ...worstStep(props)].join('\n')
}

function countsText({ counts, messages }: FunnelProps, horizon: Horizon): string {
  const parts = STAGES.flatMap((stage) => {
    const n = counts[horizon][stage] ?? 0
    return n === 0 ? [] : [message(messages, NAMES[stage], { n })]
  })
  return strung(parts, messages)
}

/** The step of the path that the smallest part of those who stood before it has taken. */
function worstStep(props: FunnelProps): readonly string[] {
  const reached = PATH.map((stage) => reachedBy(props.counts, stage))
  const steps = PATH.slice(1).map((to, at) => ({
    from: PATH[at] ?? to,
    to,
    before: reached[at] ?? 0,
    part: (reached[at + 1] ?? 0) / Math.max(1, reached[at] ?? 0),
  }))
  const [worst] = steps
    .filter(({ before, part }) => before >= LEAST_TO_TELL && part < 1)
    .sort((a, b) => a.part - b.part)
  if (worst === undefined) return []
  const name = (stage: Stage): string => stageText(stage, props.messages).toLowerCase()
  return [cardText(props, 'owner.funnel.worst', { from: name(worst.from), to: name(worst.to) })]
}

function reachedBy(counts: FunnelCounts, stage: Stage): number {
  const from = STAGES.indexOf(stage)
  const later = STAGES.slice(from)
  return Object.values(counts).reduce(
    (sum, horizon) => sum + later.reduce((all, each) => all + (horizon[each] ?? 0), 0),
    0,
  )
}
