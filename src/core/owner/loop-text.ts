import type { Notice } from '../conversation/effects.js'
import { untilParams } from '../schedule/held-text.js'
import { cardText } from './card-text.js'
import { shortWord } from './find-lead.js'
import type { LeadCardProps } from './lead-card.js'
import { nameOnCard } from './name-on-card.js'
import { quoted } from './quoted.js'
import { whom } from './whom.js'

/** The bot fell silent in a chat by itself: why, until when, and the word that ends it. */
export function loopText(
  { why, until }: Extract<Notice, { kind: 'loop' }>,
  props: LeadCardProps,
): string {
  const { business, messages } = props
  const short = shortWord(nameOnCard(props).name)
  const back = cardText(props, 'owner.notice.loop.back', {
    ...untilParams(until, business, messages),
    short,
  })
  const params = { ...whom(props), back }
  switch (why.kind) {
    case 'machine':
      return cardText(props, 'owner.notice.loop.machine', { ...params, said: quoted(why.said) })
    case 'idle':
      return cardText(props, 'owner.notice.loop.idle', { ...params, n: why.n })
    case 'same':
      return cardText(props, 'owner.notice.loop.same', {
        ...params,
        n: why.n,
        said: quoted(why.said),
      })
    case 'flood':
      return cardText(props, 'owner.notice.loop.flood', { ...params, n: why.n })
    case 'endless':
      return cardText(props, 'owner.notice.loop.endless', { ...params, n: why.n })
  }
}
