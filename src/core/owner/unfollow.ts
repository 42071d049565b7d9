import { whenText } from '../business/when-text.js'
import type { Nurture } from '../nurture/nurture.js'
import { answer, change } from './answer.js'
import { cardText } from './card-text.js'
import { shortWord } from './find-lead.js'
import type { LeadCardProps } from './lead-card.js'
import { quoted } from './quoted.js'
import type { Obeyed, OpenLead, StaffState, World } from './types.js'
import { names, say, undoable } from './wording.js'

/** `sin seguimiento ana`: nobody who is not ready yet is written to by the bot any more. */
export function unfollow(lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const { name } = names(lead, world)
  if (!isFollowed(lead)) return answer(staff, say(world, 'owner.already.unfollowed', { name }))
  const what = say(world, 'owner.done.unfollowed', { name })
  return change(staff, lead, { kind: 'stop_nurture' }, undoable(world, what))
}

/** Whether the bot is still going to write to them by itself. */
export function isFollowed({ nurture }: Pick<OpenLead, 'nurture'>): boolean {
  return nurture !== null && nurture.nextAt !== null
}

/** "Le escribo: el lunes 2 de marzo", on a card; nothing where nothing is to come. */
export function followedLine(
  nurture: Nurture | null,
  props: Pick<LeadCardProps, 'now' | 'business' | 'messages'>,
  name: string,
): readonly string[] {
  if (nurture === null || nurture.nextAt === null) return []
  const at = nurture.nextAt > props.now ? nurture.nextAt : props.now
  const when = whenText(at, props.now, props.business, props.messages)
  return nurture.agreed && nurture.times === 0
    ? [cardText(props, 'owner.card.nurture', { when, said: quoted(nurture.said) })]
    : [cardText(props, 'owner.card.nurture_own', { when, short: shortWord(name) })]
}
