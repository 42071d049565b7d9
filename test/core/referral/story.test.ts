import { describe, expect, test } from 'vitest'
import type { ContactState } from '../../../src/core/conversation/types.js'
import { newCode } from '../../../src/core/referral/codes.js'
import type { ContactId, Iso } from '../../../src/core/types.js'
import {
  acts,
  type Chat,
  contextOf,
  kinds,
  later,
  NOW,
  newChat,
  of,
  reply,
  says,
  sends,
  take,
  talk,
  told,
} from '../conversation/_engine.js'

const YOLANDA = 'yolanda' as ContactId
const CODE = newCode('HILO', [])
const CODES = [{ code: CODE, owner: YOLANDA }]

/** Somebody who bought and answered `nps` a month later. */
function customer(
  satisfaction: ContactState['satisfaction'],
  segment: 'b2b' | 'b2c' = 'b2c',
): Chat {
  const bought = acts(talk('soy Ana, necesito 20 camisetas polo'), {
    ...{ kind: 'won', amount: 840_000, saleId: 's1', discount: null },
  } as Parameters<typeof acts>[1])
  const chat = later(bought, 'P30D')
  const contact = { ...chat.state.contact, satisfaction, segment }
  return { ...chat, state: { ...chat.state, contact } }
}

function nps(score: number): ContactState['satisfaction'] {
  return { kind: 'nps', score, good: score >= 9, at: NOW }
}

function asked(chat: Chat): Chat {
  return take(chat, {
    ...{ kind: 'timer', id: 't', name: 't', flow: 'referral', step: 'se-puede' },
    ...{ proactiveToday: 0, proactiveThisWeek: 0, lockedUntil: null },
  })
}

describe('asking', () => {
  test('gives a promoter a code, a link and both benefits, once', () => {
    const chat = asked(customer(nps(9)))
    expect(reply(chat)).toContain(`comparta su código *${CODE}*`)
    expect(reply(chat)).toContain('esa persona tiene $20.000 menos en el primer pedido')
    expect(reply(chat)).toContain(`wa.me/573000000000?text=${CODE}`)
    expect(chat.said.every((bubble) => bubble.length <= 300)).toBe(true)
    expect(of(chat.effects, 'referral_code')).toEqual([{ kind: 'referral_code', code: CODE }])
    const again = asked(later(chat, 'P60D'))
    expect(again.said).toEqual([])
    const next = asked(later(again, 'P31D'))
    expect(reply(next)).toContain(CODE)
    expect(of(next.effects, 'referral_code')).toEqual([])
  })

  test.each([0, 6, 7, 8])('asks nothing of somebody who gave a %i', (score) => {
    const chat = asked(customer(nps(score)))
    expect(kinds(chat)).toEqual([])
    expect(chat.state.contact.referring).toEqual({ code: null, askedAt: null })
  })

  test('asks a business for a contact', () => {
    const chat = asked(customer(nps(10), 'b2b'))
    expect(reply(chat)).toContain('Le pido un favor puntual: ¿conoce a alguien')
    expect(reply(chat)).not.toContain(CODE)
  })
})

describe('who comes with a code', () => {
  const arrives = (text: string): Chat =>
    says(newChat({ ...contextOf(NOW), referralCodes: () => CODES }), text)

  test.each([`Hola, vengo con el código ${CODE}`, `hola ${CODE.toLowerCase().replace('-', ' ')}`])(
    '«%s» is tied to who sent them',
    (text) => {
      const chat = arrives(text)
      expect(reply(chat)).toContain('Con su código tiene $20.000 menos en el primer pedido.')
      expect(chat.state.contact).toMatchObject({
        referredBy: YOLANDA,
        source: { sourceType: 'referral', sourceId: CODE },
      })
      expect(of(chat.effects, 'referred')).toMatchObject([{ by: YOLANDA, status: 'arrived' }])
    },
  )

  test('is news to who sent them as a lead and as a customer, and no longer when that is undone', () => {
    const lead = says(arrives(CODE), 'soy Pedro y necesito 20 delantales')
    expect(of(lead.effects, 'referral')).toEqual([{ kind: 'referral', became: 'lead' }])
    const won = { kind: 'won', amount: 580_000, saleId: 's2', discount: null }
    const bought = acts(lead, won as Parameters<typeof acts>[1])
    expect(of(bought.effects, 'referral')).toEqual([{ kind: 'referral', became: 'customer' }])
  })

  test('keeps who sent them first', () => {
    const other = newCode('HILO', CODES)
    const chat = arrives(CODE)
    const codes = [...CODES, { code: other, owner: 'pedro' as ContactId }]
    const context = { ...chat.context, referralCodes: () => codes }
    expect(says({ ...chat, context }, `también ${other}`).state.contact.referredBy).toBe(YOLANDA)
  })

  test('cannot send themselves', () => {
    const own = [{ code: CODE, owner: 'ana' as ContactId }]
    const chat = says(newChat({ ...contextOf(NOW), referralCodes: () => own }), `hola ${CODE}`)
    expect(reply(chat)).toContain('Ese código es el suyo')
    expect(chat.state.contact.referredBy).toBeNull()
    expect(of(chat.effects, 'referred')).toEqual([])
  })

  test('is too late once they are known', () => {
    const known = talk('soy Ana, necesito 20 camisetas polo')
    const chat = says({ ...known, context: { ...known.context, referralCodes: () => CODES } }, CODE)
    expect(chat.state.contact.referredBy).toBeNull()
  })
})

describe('a contact card', () => {
  const card = (phone: string) => ({ kind: 'contact', name: 'Wilmer', phone }) as const

  test('from somebody who was asked is the referral', () => {
    const chat = sends(asked(customer(nps(9))), card('+573000000481'))
    expect(of(chat.effects, 'introduce')).toMatchObject([{ phone: '+573000000481' }])
    expect(told(chat)).toEqual(['introduced'])
  })

  test.each([
    ['their own number', '+573005550101'],
    ["the shop's own", '+573000000001'],
  ])('with %s is none', (_, phone) => {
    expect(of(sends(asked(customer(nps(9))), card(phone)).effects, 'introduce')).toEqual([])
  })

  test.each([
    ['Mexico', '+525512345678', '+5215512345678'],
    ['Argentina', '+541123456789', '+5491123456789'],
    ['Brazil', '+551187654321', '+5511987654321'],
  ])('with their own number as %s writes it in another way is none', (_, phone, other) => {
    const chat = asked(customer(nps(9)))
    const contact = { ...chat.state.contact, phone }
    const theirs = sends({ ...chat, state: { ...chat.state, contact } }, card(other))
    expect(of(theirs.effects, 'introduce')).toEqual([])
  })

  test('from somebody who was never asked is only passed on', () => {
    expect(of(sends(customer(nps(9)), card('+573000000481')).effects, 'introduce')).toEqual([])
  })
})

describe('whoever is introduced', () => {
  const introduced = (chat: Chat): Chat =>
    take(chat, { kind: 'introduced', by: YOLANDA, name: 'Wilmer', code: CODE })

  test('is a stranger tied to who sent them, and is not written to', () => {
    const chat = introduced(newChat())
    expect(of(chat.effects, 'stage')).toMatchObject([{ from: null, to: 'stranger' }])
    expect(chat.state.contact).toMatchObject({ stage: 'stranger', referredBy: YOLANDA })
    expect(kinds(chat)).not.toContain('say')
  })

  test('is nobody new when they wrote before', () => {
    expect(kinds(introduced(talk('hola')))).toEqual([])
  })
})

describe('whoever brought somebody', () => {
  const friend = {
    kind: 'friend',
    referral: 7,
    name: 'Wilmer',
    became: 'lead',
    earned: false,
  } as const

  test('is an advocate at once, and is thanked through the gate', () => {
    const chat = take(customer(nps(9)), friend)
    expect(of(chat.effects, 'stage').map(({ to }) => to)).toEqual(['advocate'])
    const [timer] = of(chat.effects, 'set_timer')
    expect(timer).toMatchObject({ flow: 'thanks', step: 'lead' })
    const { id, name, flow, step } = timer ?? { id: '', name: '', flow: '', step: '' }
    const now = timer?.dueAt ?? ('' as Iso)
    const due = { ...chat, context: { ...chat.context, now } }
    const fired = { kind: 'timer', id, name, flow, step, lockedUntil: null } as const
    const today = take(due, { ...fired, proactiveToday: 1, proactiveThisWeek: 1 })
    expect(today.said).toEqual([])
    expect(of(today.effects, 'set_timer')).toMatchObject([{ held: 'held.day_cap' }])
    const thanked = take(due, { ...fired, proactiveToday: 0, proactiveThisWeek: 0 })
    expect(reply(thanked)).toContain('Alguien nos escribió de su parte')
    expect(reply(thanked)).not.toContain('Wilmer')
  })

  test('is told of to the owner when something is owed', () => {
    expect(told(take(customer(nps(9)), { ...friend, became: 'customer', earned: true }))).toEqual([
      'reward',
    ])
  })
})
