import { strung } from '../business/quote.js'
import type { Reason } from '../conversation/types.js'
import type { Messages } from '../messages.js'

/** More than this is read by nobody. */
const MOST_SHOWN = 4

/** What speaks for them, the weightiest first, as one phrase with a capital: "Sabe qué quiere y…". */
export function reasonsText(reasons: readonly Reason[], messages: Messages): string {
  const weighty = reasons.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points)
  const text = strung(weighty.slice(0, MOST_SHOWN).map(phraseOf), messages)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** What speaks against them, in the order of the scorecard; empty when nothing does. */
export function againstText(reasons: readonly Reason[], messages: Messages): string {
  return strung(reasons.filter(({ points }) => points < 0).map(phraseOf), messages)
}

function phraseOf({ text }: Reason): string {
  return text.trim().replace(/\.$/, '')
}
