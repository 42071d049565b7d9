import { whenText } from '../business/when-text.js'
import type { Notice } from '../conversation/effects.js'
import { cardText } from './card-text.js'
import type { LeadCardProps } from './lead-card.js'
import { nameOnCard } from './name-on-card.js'
import { quoted } from './quoted.js'

type Missed = Extract<Notice, { kind: 'missed' }>

/** More than this is no list. */
const MOST = 20

/** Somebody who wrote too long ago to be answered, on a line. */
export function missedLine({ said, writtenAt }: Missed, props: LeadCardProps): string {
  const { now, business, messages, contact } = props
  const words = said.trim() === '' ? cardText(props, 'owner.missed.wordless') : quoted(said)
  return cardText(props, 'owner.missed.line', {
    name: nameOnCard(props).name,
    phone: contact.phone ?? cardText(props, 'owner.card.hidden_short'),
    when: whenText(writtenAt, now, business, messages),
    said: words,
  })
}

/** All of them in one message, in the order in which they wrote. */
export function missedText(
  lines: readonly string[],
  words: Pick<LeadCardProps, 'business' | 'messages'>,
): string {
  const left = lines.length - MOST
  const more = left > 0 ? [cardText(words, 'owner.missed.more', { n: left })] : []
  return [cardText(words, 'owner.missed.title'), ...lines.slice(0, MOST), ...more].join('\n')
}
