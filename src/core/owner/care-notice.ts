import type { CareNotice } from '../aftersale/care-notice.js'
import { lastTold } from '../aftersale/last-told.js'
import { whenText } from '../business/when-text.js'
import { unreachable } from '../types.js'
import { cardText } from './card-text.js'
import { shortWord } from './find-lead.js'
import type { LeadCardProps } from './lead-card.js'
import { nameOnCard } from './name-on-card.js'
import { quoted } from './quoted.js'

/** News about calls and meetings: whom, at which number, and what they told last. */
export function careNotice(notice: CareNotice, props: LeadCardProps): string {
  const { name } = nameOnCard(props)
  const phone = props.contact.phone ?? cardText(props, 'owner.card.hidden_short')
  const whom = { name, phone, short: shortWord(name) }
  switch (notice.kind) {
    case 'call_due': {
      const again = notice.reminded ? 'owner.calls.due_again' : 'owner.calls.due'
      const key = notice.why === 'missed' ? 'owner.calls.due_missed' : again
      return [cardText(props, key, whom), ...told(props), ...advice(notice, props)].join('\n')
    }
    case 'call_listed':
    case 'call_owed':
      return cardText(props, 'owner.calls.owed', whom)
    case 'gesture':
      return cardText(props, 'owner.gesture.idea', {
        ...whom,
        gesture: notice.gesture,
        bought: cardText(props, 'owner.card.bought', { n: props.contact.purchases }),
      })
    case 'wants_meeting':
      return cardText(props, 'owner.meetings.wants', { ...whom, said: quoted(notice.said) })
    case 'meeting_near': {
      const when = whenText(notice.at, props.now, props.business, props.messages)
      return [cardText(props, 'owner.meetings.near', { ...whom, when }), ...told(props)].join('\n')
    }
    case 'meeting_over':
      return cardText(props, 'owner.meetings.over', whom)
    default:
      return unreachable(notice)
  }
}

function told(props: LeadCardProps): readonly string[] {
  const text = lastTold(props.touches, props.messages)
  return text === null ? [] : [cardText(props, 'owner.calls.told', { text: quoted(text) })]
}

function advice({ why }: Extract<CareNotice, { kind: 'call_due' }>, props: LeadCardProps) {
  return why === 'porque_si' ? [cardText(props, 'owner.calls.listen')] : []
}
