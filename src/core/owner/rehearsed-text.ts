import type { Notice } from '../conversation/effects.js'
import { proposedText } from '../rehearsal/proposal.js'
import { cardText } from './card-text.js'
import type { LeadCardProps } from './lead-card.js'
import { quoted } from './quoted.js'
import { whom } from './whom.js'

/** What the bot would have answered, and how to have it go out. */
export function rehearsedText(
  { said, messages }: Extract<Notice, { kind: 'rehearsal' }>,
  props: LeadCardProps,
): string {
  const who = whom(props)
  const head =
    said === null
      ? cardText(props, 'owner.rehearsal.would_wordless', who)
      : cardText(props, 'owner.rehearsal.would', { ...who, said: quoted(said) })
  return [head, proposedText({ messages }), cardText(props, 'owner.rehearsal.how')].join('\n\n')
}
