import { describe, expect, it } from 'vitest'
import { inviteLater, TRIBE } from '../../../src/core/aftersale/tribe.js'
import { createDraft } from '../../../src/core/conversation/create-draft.js'
import type { ContactState } from '../../../src/core/conversation/types.js'
import {
  acts,
  type Chat,
  contextOf,
  frozen,
  NOW,
  of,
  reply,
  take,
  talk,
} from '../conversation/_engine.js'

const LINK = 'https://chat.whatsapp.com/hilvan'
const lead = talk('soy Ana, necesito 20 camisetas polo para el 15 de abril, tengo un millón')
const sold = acts(lead, { kind: 'won', amount: 840_000, saleId: 's1' })
const promotes = { kind: 'nps', score: 9, good: true, at: NOW } as const

function customer(change: Partial<ContactState>, tribe: string | null = LINK): Chat {
  const contact = { ...sold.state.contact, satisfaction: promotes, ...change }
  const context = { ...contextOf('2026-03-18T15:00:00.000Z' as typeof NOW), ...{} }
  return {
    ...sold,
    context: { ...context, business: { ...context.business, tribe } },
    state: frozen({ ...sold.state, contact }),
  }
}

function planned(chat: Chat): number {
  const draft = createDraft(chat.state, chat.context)
  inviteLater(draft)
  return draft.effects.length
}

function wakes(chat: Chat): Chat {
  const rest = { proactiveToday: 0, proactiveThisWeek: 0, lockedUntil: null }
  return take(chat, { kind: 'timer', id: 't', name: 'n', flow: TRIBE, step: '', ...rest })
}

describe('the group of customers', () => {
  it('is told of to whoever would recommend the business, once and by the gate', () => {
    const chat = customer({})
    expect(planned(chat)).toBe(1)
    const told = wakes(chat)
    expect(reply(told)).toContain(LINK)
    expect(of(told.effects, 'say')).toMatchObject([{ occasion: 'proactive' }])
    expect(planned(told)).toBe(0)
    expect(wakes(told).said).toEqual([])
  })

  it.each<[string, Chat]>([
    ['an 8', customer({ satisfaction: { ...promotes, score: 8 } })],
    ['a good check-in alone', customer({ satisfaction: { ...promotes, kind: 'check_in' } })],
    ['nobody asked', customer({ satisfaction: null })],
    ['a business without a group', customer({}, null)],
  ])('is not told of after %s', (_, chat) => {
    expect(planned(chat)).toBe(0)
    expect(wakes(chat).said).toEqual([])
  })

  it('is not told of to whoever opted out meanwhile', () => {
    expect(wakes(customer({ consent: 'opted_out' })).said).toEqual([])
  })
})
