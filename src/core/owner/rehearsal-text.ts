import type { Business } from '../business/types.js'
import { whenText } from '../business/when-text.js'
import type { Messages } from '../messages.js'
import type { Iso } from '../types.js'
import { cardText } from './card-text.js'
import { plain } from './quoted.js'

type Props = { readonly business: Business; readonly messages: Messages }

const MOST_NAMES = 6

/** It begins: until then nothing goes out by itself. */
export function rehearsalBegun(until: Iso, props: Props & { readonly now: Iso }): string {
  const { now, business, messages } = props
  return cardText(props, 'owner.rehearsal.begun', {
    when: whenText(until, now, business, messages),
  })
}

/** Answers of the last hour that were not told one by one. */
export function rehearsalSum(n: number, names: readonly string[], props: Props): string {
  const sum = cardText(props, 'owner.rehearsal.sum', { n })
  return [sum, ...waiting(names, props)].join('\n')
}

/** The days are over: from here on it answers. */
export function rehearsalEnd(names: readonly string[], props: Props): string {
  const end = cardText(props, 'owner.rehearsal.ended')
  return [end, ...waiting(names, props), cardText(props, 'owner.rehearsal.again')].join('\n')
}

/** Whose answer waits for a word; nothing where nobody's does. */
export function waiting(names: readonly string[], props: Props): readonly string[] {
  if (names.length === 0) return []
  const shown = names.slice(0, MOST_NAMES).map(plain).join(', ')
  const left = names.length - MOST_NAMES
  const who =
    left > 0 ? cardText(props, 'owner.rehearsal.and_more', { who: shown, n: left }) : shown
  return [cardText(props, 'owner.rehearsal.waiting', { who })]
}
