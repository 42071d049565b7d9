import { type Messages, message } from '../../core/messages.js'
import { stageText } from '../../core/owner/stage-text.js'
import { STAGES, type Stage } from '../../core/types.js'
import type { Insight } from '../deps.js'
import { briefestWhen, type Wall } from './when.js'

/** One of the eight stages, with when and why it was reached, or what will bring them there. */
export type StageView = {
  readonly label: string
  readonly state: 'done' | 'skipped' | 'now' | 'ahead'
  readonly note: string
}

/** How far the person has come; who has not written stands before the first. */
export function pathView({ state, flow, stageChanges }: Insight, wall: Wall): readonly StageView[] {
  const { messages } = wall
  const stage = state.contact.stage
  const at = stage === null ? -1 : STAGES.indexOf(stage)
  const threshold = flow.scorecard?.threshold ?? null
  return STAGES.map((name, index) => {
    const change = stageChanges.findLast(({ to }) => to === name)
    const reached = change !== undefined && index <= at
    const note = reached
      ? [briefestWhen(change.at, wall), reasonText(change.reason, state, messages)]
          .filter((part) => part !== '')
          .join(', ')
      : index < at
        ? skippedText(name, messages)
        : aheadText(name, threshold, messages)
    return { label: stageText(name, messages), state: stateOf(index - at, reached), note }
  })
}

function stateOf(distance: number, reached: boolean): StageView['state'] {
  if (distance > 0) return 'ahead'
  if (distance === 0) return 'now'
  return reached ? 'done' : 'skipped'
}

/** Which of the three it was, where the reason names them all. */
function reasonText(reason: string, { inquiry }: Insight['state'], messages: Messages): string {
  if (inquiry === null || reason !== message(messages, 'chat.reason.asked')) return reason
  const { price, meeting, person } = inquiry.asked
  const asked = [
    ...(price ? [message(messages, 'web.path.asked_price')] : []),
    ...(meeting ? [message(messages, 'web.path.asked_meeting')] : []),
    ...(person ? [message(messages, 'web.path.asked_person')] : []),
  ]
  return asked.length === 0 ? reason : asked.join(', ')
}

/** Who writes first was never a stranger to us. */
function skippedText(stage: Stage, messages: Messages): string {
  return stage === 'stranger' ? message(messages, 'web.path.wrote_first') : ''
}

function aheadText(stage: Stage, threshold: number | null, messages: Messages): string {
  switch (stage) {
    case 'stranger':
      return ''
    case 'visitor':
      return message(messages, 'web.path.visitor')
    case 'lead':
      return message(messages, 'web.path.lead')
    case 'qualified':
      return threshold === null ? '' : message(messages, 'web.path.qualified', { n: threshold })
    case 'opportunity':
      return message(messages, 'web.path.opportunity')
    case 'customer':
      return message(messages, 'web.path.customer')
    case 'repeat_customer':
      return message(messages, 'web.path.repeat_customer')
    case 'advocate':
      return message(messages, 'web.path.advocate')
  }
}
