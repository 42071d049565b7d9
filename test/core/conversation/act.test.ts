import { describe, expect, test } from 'vitest'
import { beforeOf } from '../../../src/core/conversation/act.js'
import type { OwnerAction, Undoable } from '../../../src/core/conversation/events.js'
import type { ContactId } from '../../../src/core/types.js'
import {
  acts,
  type Chat,
  kinds,
  later,
  of,
  ROSALBA,
  reply,
  says,
  slots,
  take,
  talk,
} from './_engine.js'

const LEAD = talk('soy Ana, necesito 20 camisetas polo para el 15 de abril, tengo un millón')
const WON = { kind: 'won', amount: 840_000, saleId: 's1' } as const

function undo(chat: Chat, of: Undoable, earlier: Chat): Chat {
  return acts(chat, { kind: 'undo', of, before: beforeOf(earlier.state) })
}

describe('tomar', () => {
  const taken = acts(LEAD, { kind: 'take' })

  test('puts the inquiry in their hands, and the bot asks nothing more', () => {
    expect(taken.state.inquiry?.assignedTo).toEqual({ id: 'owner', name: 'Rosalba' })
    expect(taken.state.dialogue).toMatchObject({ status: 'handed', pending: null })
    expect(taken.said).toEqual([])
  })

  test('soltar leaves it to nobody', () => {
    expect(acts(taken, { kind: 'release' }).state.inquiry?.assignedTo).toBeNull()
  })

  test('tells the person that name from then on', () => {
    const fabian = { kind: 'staff', id: 'f' as ContactId, name: 'Fabián' } as const
    const chat = take(LEAD, { kind: 'owner', by: fabian, action: { kind: 'take' } })
    expect(reply(says(chat, 'quiero hablar con una persona'))).toContain('Fabián')
  })
})

describe('ganado', () => {
  const won = acts(LEAD, WON)

  test('one more sale leaves the day on which they were won', () => {
    const more = {
      kind: 'sale',
      amount: 300_000,
      discount: null,
      product: '',
      at: null,
      items: [],
    } as const
    const again = acts(later(won, 'P90D'), { ...more, saleId: 's2' })
    expect(again.state.inquiry?.outcome).toEqual(won.state.inquiry?.outcome)
    expect(of(again.effects, 'sale')).toMatchObject([{ id: 's2', amount: 300_000 }])
    expect(again.state.contact.purchases).toBe(2)
  })

  test('records the sale, closes the inquiry and makes a customer, by a row of its own', () => {
    expect(of(won.effects, 'sale')).toEqual([
      {
        kind: 'sale',
        at: null,
        id: 's1',
        amount: 840_000,
        discount: null,
        product: '20 camisetas polo',
        inquiry: 'ana.1',
      },
    ])
    expect(won.state.inquiry?.outcome).toMatchObject({ kind: 'won', at: LEAD.context.now })
    expect(of(won.effects, 'stage').map(({ from, to }) => [from, to])).toEqual([
      ['qualified', 'opportunity'],
      ['opportunity', 'customer'],
    ])
    expect(of(won.effects, 'stage')[0]?.actor).toEqual(ROSALBA)
    expect(won.state.contact.purchases).toBe(1)
    expect(won.state.contact.lastOrder?.items).toEqual([{ product: 'polo', quantity: 20 }])
  })

  test('starts the care plan and ends the reminders, without a word', () => {
    expect(of(won.effects, 'cancel_timers')).toMatchObject([{ flow: 'silence' }])
    expect(of(won.effects, 'set_timer').map(({ flow }) => flow)).toEqual([
      ...['expectation', 'nps', 'repurchase', 'win-back', 'after-sale'],
    ])
    expect(won.said).toEqual([])
  })

  test('a second sale makes them a repeat customer', () => {
    const back = says(won, 'necesito 30 delantales')
    const again = acts(back, { ...WON, saleId: 's2' })
    expect(of(again.effects, 'stage').map(({ to }) => to)).toEqual(['repeat_customer'])
    expect(again.state.contact.purchases).toBe(2)
  })

  test('who comes back opens a new inquiry and is asked anew', () => {
    const back = says(later(won, 'P60D'), 'buenas, necesito más uniformes')
    expect(back.state.inquiry).toMatchObject({ id: 'ana.2', number: 2, outcome: null, told: false })
    expect(slots(back).budget).toBeUndefined()
    expect(slots(back).name).toBe('Ana')
    expect(reply(back)).toContain('qué gusto saber de usted')
    expect(back.state.dialogue.questions).toBe(1)
  })

  test('"lo mismo pero 40" is the last order with today\'s fact', () => {
    const back = says(later(won, 'P60D'), 'buenas, necesito lo mismo pero 40')
    expect(reply(back)).toContain('$1.680.000')
  })

  test('a thank-you after it opens nothing', () => {
    expect(says(won, 'gracias').state.inquiry?.id).toBe('ana.1')
  })
})

describe('perdido', () => {
  const lost = acts(LEAD, { kind: 'lost', reason: 'precio' })

  test('closes the inquiry with the reason; the contact keeps their stage', () => {
    expect(lost.state.inquiry?.outcome).toMatchObject({ kind: 'lost', reason: 'precio' })
    expect(lost.state.contact.stage).toBe('qualified')
    expect(of(lost.effects, 'cancel_timers')).toMatchObject([{ flow: 'silence' }])
  })

  test('asks and reminds nothing afterwards', () => {
    const chat = says(lost, 'gracias')
    expect(kinds(chat)).not.toContain('set_timer')
    expect(reply(chat)).not.toContain('?')
  })
})

describe('pausa', () => {
  const paused = acts(LEAD, { kind: 'pause' })

  test('silences the bot for the time set, and drops what waited to be sent', () => {
    const until = new Date(Date.parse(LEAD.context.now) + 12 * 3_600_000).toISOString()
    expect(paused.state.dialogue.paused).toEqual({ until, by: 'Rosalba' })
    expect(of(paused.effects, 'cancel_queued')).toMatchObject([{ occasion: 'all' }])
  })

  test('what is written meanwhile is taken and not answered', () => {
    const chat = says(paused, 'mejor 25 camisetas polo')
    expect(chat.said).toEqual([])
    expect(slots(chat)).toMatchObject({ quantity: 25 })
  })

  test('sigue ends it at once', () => {
    const chat = says(acts(paused, { kind: 'resume' }), 'cuánto vale el delantal?')
    expect(reply(chat)).toContain('$29.000')
  })

  test('ends by itself when the time is up, and the bot says that it is back', () => {
    const chat = says(later(paused, 'PT13H'), 'cuánto vale el delantal?')
    expect(chat.state.dialogue.paused).toBeNull()
    expect(reply(chat)).toContain('Le responde otra vez el asistente automático.')
    expect(reply(chat)).toContain('$29.000')
  })
})

describe('deshacer', () => {
  test.each<[string, OwnerAction, Undoable]>([
    ['tomar', { kind: 'take' }, { kind: 'take' }],
    ['perdido', { kind: 'lost', reason: 'precio' }, { kind: 'lost' }],
    ['pausa', { kind: 'pause' }, { kind: 'pause' }],
    ['ganado', WON, WON],
  ])('of %s leads back to exactly the earlier case', (_, action, undoable) => {
    const undone = undo(acts(LEAD, action), undoable, LEAD)
    const { said, ...dialogue } = undone.state.dialogue
    const { said: earlier, ...before } = LEAD.state.dialogue
    expect(said).toMatchObject(earlier)
    expect(undone.state.contact).toEqual(LEAD.state.contact)
    expect(undone.state.inquiry).toEqual(LEAD.state.inquiry)
    expect(dialogue).toEqual(before)
  })

  test.each<[string, OwnerAction, Undoable]>([
    ['soltar', { kind: 'release' }, { kind: 'release' }],
    ['sigue', { kind: 'resume' }, { kind: 'resume' }],
  ])('of %s leads back to exactly the earlier case', (_, action, undoable) => {
    const taken = acts(acts(LEAD, { kind: 'take' }), { kind: 'pause' })
    const undone = undo(acts(taken, action), undoable, taken)
    expect(undone.state).toEqual(taken.state)
  })

  test('of ganado voids the sale, ends the care plan and appends a stage row', () => {
    const undone = undo(acts(LEAD, WON), WON, LEAD)
    expect(of(undone.effects, 'void_sale')).toEqual([{ kind: 'void_sale', id: 's1' }])
    expect(of(undone.effects, 'cancel_timers').map(({ flow }) => flow)).toEqual(
      expect.arrayContaining([
        ...['after-sale', 'expectation', 'nps', 'repurchase', 'renewal', 'win-back'],
      ]),
    )
    expect(of(undone.effects, 'stage')).toMatchObject([
      { from: 'customer', to: 'qualified', actor: ROSALBA },
    ])
    expect(of(undone.effects, 'stage')[0]?.reason).toContain('Rosalba')
  })

  test('several levels back', () => {
    const taken = acts(LEAD, { kind: 'take' })
    const won = acts(taken, WON)
    const back = undo(undo(won, WON, taken), { kind: 'take' }, LEAD)
    expect(back.state.inquiry).toEqual(LEAD.state.inquiry)
    expect(back.state.contact).toEqual(LEAD.state.contact)
  })

  test('a question that was open is open again and takes its answer', () => {
    const asked = talk('necesito 20 camisetas polo')
    const back = undo(acts(asked, { kind: 'lost', reason: 'precio' }), { kind: 'lost' }, asked)
    const chat = says(back, 'en un mes')
    expect(chat.state.dialogue.pending).toMatchObject({ step: 'presupuesto' })
  })
})
