import { newContact } from '../../src/core/conversation/new-contact.js'
import { newDialogue } from '../../src/core/conversation/new-dialogue.js'
import type { ContactId, LineId } from '../../src/core/types.js'
import type { StoredSale } from '../../src/store/sales.js'
import type { StageChange } from '../../src/store/stage-changes.js'
import type { Timer } from '../../src/store/timers.js'
import type { Insight } from '../../src/web/deps.js'
import type { Wall } from '../../src/web/view/when.js'
import { type Chat, project } from '../core/conversation/_engine.js'

const LINE = 'simulator' as LineId

const SEQUENCES = project.flows.filter(({ mode }) => mode === 'sequence')

/** The shipped flow of a talk. */
function talkFlow(): Insight['flow'] {
  const flow = project.flows.find(({ id }) => id === project.business.flows.talk)
  if (flow === undefined) throw new Error('the shipped flows have no talk')
  return flow
}

/** What there is to know of somebody who never wrote. */
export function nobody(phone: string): Insight {
  const flow = talkFlow()
  const id = 'nobody' as ContactId
  return {
    state: {
      contact: newContact({ id, phone, profileName: null, consent: 'none' }),
      inquiry: null,
      dialogue: newDialogue(LINE, { chat: phone, flow: flow.id, hash: flow.hash }),
    },
    flow,
    stageChanges: [],
    sequences: SEQUENCES,
    timers: [],
    sales: [],
    touches: [],
    silence: null,
  }
}

/** What there is to know after a conversation that the engine really held. */
export function insightOf(chat: Chat): Insight {
  const at = chat.context.now
  const contactId = chat.state.contact.id
  const stageChanges = chat.all.flatMap((effect): StageChange[] => {
    if (effect.kind !== 'stage') return []
    const { from, to, reason, evidence, actor } = effect
    return [{ contactId, from, to, reason, evidence, actor, at }]
  })
  const timers = new Map<string, Timer>()
  for (const effect of chat.all) {
    if (effect.kind === 'set_timer') {
      const { kind: _, ...timer } = effect
      timers.set(timer.id, { ...timer, contactId, lineId: LINE, status: 'pending', reason: null })
    } else if (effect.kind === 'cancel_timers') {
      for (const [id, timer] of timers) {
        if (effect.flow === null || timer.flow === effect.flow)
          timers.set(id, { ...timer, status: 'cancelled', reason: effect.reason })
      }
    }
  }
  return {
    state: chat.state,
    flow: talkFlow(),
    stageChanges,
    sequences: SEQUENCES,
    timers: [...timers.values()],
    touches: [],
    sales: chat.all.flatMap((effect): StoredSale[] => {
      if (effect.kind !== 'sale') return []
      const { kind: _, inquiry: inquiryId, ...sale } = effect
      return [{ ...sale, contactId, inquiryId, currency: 'COP', at, voidedAt: null }]
    }),
    silence: null,
  }
}

/** The shipped shop at the moment of a conversation. */
export function wallOf(chat: Chat): Wall {
  return { now: new Date(chat.context.now), business: project.business, messages: project.messages }
}
