import type { ContactRules } from './contact-rules.js'
import type { ContactPolicy, Interval } from './types.js'

/** What a business asks for that the law of its country does not let it have. */
type BeyondLaw =
  /** Weekdays, 0 for Monday, with hours of which some are not allowed. */
  | { readonly kind: 'hours'; readonly weekdays: readonly number[] }
  | { readonly kind: 'perDay' | 'perWeek'; readonly asked: number; readonly allowed: number }

/** Only for a country with rules of its own: elsewhere a business may ask for what it likes. */
export function beyondLaw(policy: ContactPolicy, rules: ContactRules): readonly BeyondLaw[] {
  const weekdays = rules.hours.flatMap((ours, weekday) =>
    (ours ?? []).every((span) => isWithin(span, policy.hours[weekday] ?? [])) ? [] : [weekday],
  )
  const caps = (['perDay', 'perWeek'] as const).flatMap((kind): readonly BeyondLaw[] => {
    const asked = rules[kind]
    return asked === null || asked <= policy[kind] ? [] : [{ kind, asked, allowed: policy[kind] }]
  })
  return weekdays.length === 0 ? caps : [{ kind: 'hours', weekdays }, ...caps]
}

function isWithin([from, to]: Interval, allowed: readonly Interval[]): boolean {
  return allowed.some(([start, end]) => start <= from && to <= end)
}
