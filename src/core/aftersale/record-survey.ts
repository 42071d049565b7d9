import { type Draft, patchContact } from '../conversation/draft.js'
import { slotOf } from '../conversation/note-slot.js'
import type { Action } from '../flow/types.js'
import { inviteLater } from './tribe.js'

/** From here on somebody would recommend the business of their own accord. */
const PROMOTER = 9

/** Keeps what they answered to how it went, in their own words: the newest answer is how content they are. */
export function recordSurvey(
  draft: Draft,
  { survey, slot, good }: Extract<Action, { kind: 'survey' }>,
): void {
  const score = slot === null ? null : scoreIn(draft, slot)
  const said = draft.heardText ?? ''
  draft.effects.push({ kind: 'survey', survey, score, said })
  patchContact(draft, {
    satisfaction: {
      kind: survey,
      score,
      good: good ?? (score !== null && score >= PROMOTER),
      at: draft.context.now,
    },
  })
  inviteLater(draft)
}

function scoreIn(draft: Draft, name: string): number | null {
  const slot = slotOf(draft, name)
  return slot?.status === 'known' && typeof slot.value === 'number' ? slot.value : null
}
