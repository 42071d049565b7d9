/** Counts of one span of time, for what is compared with the span before. */
export type SignCounts = {
  /** Wrote for the first time, and bought. */
  readonly people: number
  readonly sales: number
  readonly discounted: number
  /** Qualified and undecided at its end, and those of them for longer than `DRAGGING_DAYS`. */
  readonly open: number
  readonly dragging: number
}

export type DiagnosisRows = { readonly now: SignCounts; readonly before: SignCounts }

/** The three signs of chasing leads instead of customers. */
export type SignKind = 'few_sales' | 'dragging' | 'discounts'

export type Sign = {
  readonly kind: SignKind
  /** What was counted, of how many. */
  readonly part: number
  readonly of: number
  /** 0 to 1; null where there is nothing to divide by. */
  readonly rate: number | null
  readonly before: number | null
  readonly trend: 'better' | 'worse' | 'same' | 'unknown'
  readonly threshold: number
  /** `few`: too little has happened to tell. */
  readonly verdict: 'fine' | 'bad' | 'few'
}

/** One span, in days. */
export const SPAN = 30
/** A follow-up without a decision drags on after so many days. */
export const DRAGGING_DAYS = 14

type Rule = {
  readonly part: (counts: SignCounts) => number
  readonly of: (counts: SignCounts) => number
  /** On which side of the threshold it is bad. */
  readonly bad: 'below' | 'above'
  readonly threshold: number
  /** Of fewer nothing can be said. */
  readonly least: number
}

const RULES: { readonly [K in SignKind]: Rule } = {
  few_sales: {
    part: ({ sales }) => sales,
    of: ({ people }) => people,
    bad: 'below',
    threshold: 0.05,
    least: 20,
  },
  dragging: {
    part: ({ dragging }) => dragging,
    of: ({ open }) => open,
    bad: 'above',
    threshold: 0.4,
    least: 5,
  },
  discounts: {
    part: ({ discounted }) => discounted,
    of: ({ sales }) => sales,
    bad: 'above',
    threshold: 0.5,
    least: 4,
  },
}

const KINDS: readonly SignKind[] = ['few_sales', 'dragging', 'discounts']
/** Smaller changes are chance. */
const NOTICED = 0.02

/** Judges the three signs: how things stand, whether that is better or worse than before, and if it is bad. */
export function diagnose({ now, before }: DiagnosisRows): readonly Sign[] {
  return KINDS.map((kind) => {
    const rule = RULES[kind]
    const [rate, was] = [rateOf(rule, now), rateOf(rule, before)]
    const [part, of] = [rule.part(now), rule.of(now)]
    const { threshold } = rule
    const verdict = rate === null || of < rule.least ? 'few' : verdictOf(rule, rate)
    return {
      kind,
      part,
      of,
      rate,
      before: was,
      trend: trendOf(rule, rate, was),
      threshold,
      verdict,
    }
  })
}

function rateOf({ part, of }: Rule, counts: SignCounts): number | null {
  return of(counts) === 0 ? null : part(counts) / of(counts)
}

function verdictOf({ bad, threshold }: Rule, rate: number): 'fine' | 'bad' {
  return (bad === 'below' ? rate < threshold : rate > threshold) ? 'bad' : 'fine'
}

function trendOf({ bad }: Rule, rate: number | null, was: number | null): Sign['trend'] {
  if (rate === null || was === null) return 'unknown'
  if (Math.abs(rate - was) < NOTICED) return 'same'
  return rate > was === (bad === 'below') ? 'better' : 'worse'
}
