import { describe, expect, test } from 'vitest'
import { beforeOf } from '../../../src/core/conversation/act.js'
import type { OwnerAction, Undoable } from '../../../src/core/conversation/events.js'
import type { Context } from '../../../src/core/conversation/types.js'
import type { Iso } from '../../../src/core/types.js'
import {
  acts,
  type Chat,
  contextOf,
  later,
  NOW,
  newChat,
  of,
  project,
  ROSALBA,
  says,
  sends,
  slots,
  take,
  talk,
  told,
} from './_engine.js'

const LEAD = talk('soy Ana, 20 camisetas polo para el 15 de abril, tengo un millón, yo decido')
const MONDAY = '2026-03-16T13:00:00.000Z' as Iso
const SLEEP: OwnerAction = { kind: 'postpone', until: MONDAY }
const QUOTE: OwnerAction = { kind: 'quote', id: 'q1', amount: 870_000, discount: null, sent: false }

function undo(chat: Chat, action: Undoable, earlier: Chat): Chat {
  return acts(chat, { kind: 'undo', of: action, before: beforeOf(earlier.state) })
}

function fires(chat: Chat, flow: string, step = ''): Chat {
  const timer = { id: `${flow}:1`, name: flow, flow, step, lockedUntil: null }
  return take(chat, { kind: 'timer', ...timer, proactiveToday: 0, proactiveThisWeek: 0 })
}

describe('somebody who is put off', () => {
  const asleep = acts(LEAD, SLEEP)

  test('is remembered with a timer of the owner', () => {
    expect(of(asleep.effects, 'set_timer')).toMatchObject([
      { id: 'postponed:ana.1', name: 'pospuesto hasta ese día', dueAt: MONDAY, flow: 'postponed' },
    ])
    expect(asleep.state.inquiry?.postponed).toEqual({
      until: MONDAY,
      by: { id: 'owner', name: 'Rosalba' },
    })
  })

  test('hears nothing unasked until then, and is answered all the same', () => {
    const reminded = fires(later(asleep, 'P1D'), 'silence', 'primero')
    expect(reminded.said).toEqual([])
    expect(of(reminded.effects, 'set_timer')).toMatchObject([
      { dueAt: MONDAY, held: 'held.postponed' },
    ])
    expect(says(asleep, 'cuánto vale el delantal?').said.join(' ')).toContain('$29.000')
  })

  test('is told to the one who did it, and stays on the list', () => {
    const due = fires(later(asleep, 'P6D'), 'postponed')
    expect(of(due.effects, 'tell')).toMatchObject([
      { notice: { kind: 'postponed', by: { name: 'Rosalba' } } },
    ])
    expect(due.state.inquiry?.postponed).not.toBeNull()
  })

  test('is let go of when a person writes after that day, or the sale is closed', () => {
    const due = later(asleep, 'P7D')
    const human = { kind: 'human_wrote', by: 'phone', parts: [], text: 'hola' } as const
    const { read } = contextOf(NOW)
    const reading = read('hola', { question: 'open', country: 'CO', today: 20_000 })
    expect(take(due, { ...human, reading }).state.inquiry?.postponed).toBeNull()
    expect(take(asleep, { ...human, reading }).state.inquiry?.postponed).not.toBeNull()
    const won = acts(asleep, { kind: 'won', amount: 1, saleId: 's1' })
    expect(won.state.inquiry?.postponed).toBeNull()
    expect(of(won.effects, 'cancel_timers').map(({ flow }) => flow)).toContain('postponed')
  })

  test('is put off again as before when a later word is undone', () => {
    const won = acts(asleep, { kind: 'won', amount: 1, saleId: 's1' })
    const back = undo(won, { kind: 'won', saleId: 's1', amount: 1 }, asleep)
    expect(back.state.inquiry?.postponed).toEqual(asleep.state.inquiry?.postponed)
    expect(of(back.effects, 'set_timer')).toMatchObject([{ dueAt: MONDAY }])
    const awake = undo(asleep, { kind: 'postpone' }, LEAD)
    expect(awake.state.inquiry).toEqual(LEAD.state.inquiry)
    expect(of(awake.effects, 'cancel_timers')).toMatchObject([{ flow: 'postponed' }])
  })
})

describe('words of a person through the bot', () => {
  const spoken = acts(LEAD, { kind: 'respond', text: 'le llevo la muestra a las 4' })

  test('are signed, go out as theirs, and silence the bot there', () => {
    expect(spoken.said).toEqual(['De parte de Rosalba: le llevo la muestra a las 4'])
    expect(of(spoken.effects, 'say')).toMatchObject([{ occasion: 'person' }])
    expect(spoken.state.dialogue.paused?.by).toBe('Rosalba')
    expect(says(spoken, 'y hacen delantales?').said).toEqual([])
  })

  test('keep what was promised', () => {
    expect(LEAD.state.inquiry?.promisedBy).not.toBeNull()
    expect(spoken.state.inquiry).toMatchObject({ promise: null, promisedBy: null })
  })

  test('are not unsaid, but the silence after them is', () => {
    const back = undo(spoken, { kind: 'respond' }, LEAD)
    expect(back.state.dialogue.paused).toBeNull()
    expect(back.said).toEqual([])
  })
})

describe('a quote', () => {
  const given = acts(LEAD, QUOTE)

  test('is written down and says nothing', () => {
    expect(given.said).toEqual([])
    expect(of(given.effects, 'quote')).toMatchObject([{ id: 'q1', amount: 870_000 }])
    expect(given.state.inquiry?.quote).toMatchObject({ amount: 870_000, sentAt: null })
  })

  test('makes somebody who fits an opportunity, and nobody else', () => {
    expect(LEAD.state.contact.stage).toBe('qualified')
    expect(of(given.effects, 'stage')).toMatchObject([{ from: 'qualified', to: 'opportunity' }])
    expect(of(acts(talk('soy Ana, quiero batas'), QUOTE).effects, 'stage')).toEqual([])
  })

  test('goes out in the words that were approved', () => {
    const sent = acts(given, { kind: 'send_quote', id: 'q1', text: 'Ana, son $870.000' })
    expect(sent.said).toEqual(['Ana, son $870.000'])
    expect(of(sent.effects, 'quote_sent')).toEqual([{ kind: 'quote_sent', id: 'q1' }])
    expect(sent.state.inquiry?.quote?.sentAt).toBe(given.context.now)
    expect(sent.state.dialogue.paused).toBeNull()
  })

  test('is taken back by appending, and the one before stands again', () => {
    const second = acts(given, { ...QUOTE, id: 'q2', amount: 820_000 })
    const once = undo(second, { kind: 'quote', id: 'q2', amount: 820_000 }, given)
    expect(once.state.inquiry).toEqual(given.state.inquiry)
    const twice = undo(once, { kind: 'quote', id: 'q1', amount: 870_000 }, LEAD)
    expect(twice.state.inquiry).toEqual(LEAD.state.inquiry)
    expect(of(twice.effects, 'void_quote')).toEqual([{ kind: 'void_quote', id: 'q1' }])
    expect(of(twice.effects, 'stage')).toMatchObject([{ from: 'opportunity', to: 'qualified' }])
  })
})

describe('notes and key accounts', () => {
  test('a note is kept under who wrote it, and voided', () => {
    const noted = acts(LEAD, { kind: 'note', id: 'n1', text: 'prefiere la tarde' })
    expect(noted.effects).toEqual([
      { kind: 'note', id: 'n1', text: 'prefiere la tarde', by: ROSALBA.id },
    ])
    expect(undo(noted, { kind: 'note', id: 'n1' }, LEAD).effects).toEqual([
      { kind: 'void_note', id: 'n1' },
    ])
  })

  test('vip marks the contact, and its undo unmarks it', () => {
    const vip = acts(LEAD, { kind: 'vip' })
    expect(vip.state.contact.vip).toBe(true)
    expect(undo(vip, { kind: 'vip' }, LEAD).state).toEqual(LEAD.state)
    expect(acts(vip, { kind: 'unvip' }).state.contact.vip).toBe(false)
  })
})

describe('silence everywhere', () => {
  const silent: Context = { ...contextOf(NOW), silence: { by: 'Rosalba', at: NOW } }
  const chat = newChat(silent)

  test('answers nobody, takes every fact, and tells the owner once of each chat', () => {
    const first = says(chat, 'soy Ana, cuánto valen las camisas?')
    expect(first.said).toEqual([])
    expect(told(first)).toEqual(['unheard'])
    const second = says(first, 'necesito 20 camisetas polo')
    expect(second.said).toEqual([])
    expect(told(second)).toEqual([])
    expect(slots(second)).toMatchObject({ name: 'Ana', quantity: 20 })
  })

  test('gives the card of somebody worth calling', () => {
    const fits = 'soy Ana, 20 camisetas polo para el 15 de abril, tengo un millón, yo decido'
    const heard = says(chat, fits)
    expect(heard.said).toEqual([])
    expect(told(heard)).toEqual(['card'])
  })

  test('shows the owner what came besides text', () => {
    const photo = sends(chat, { kind: 'image', caption: null })
    expect(photo.said).toEqual([])
    expect(told(photo)).toEqual(['media'])
  })

  test('takes an opt-out, and says nothing unasked', () => {
    expect(says(chat, 'no me escriban más').state.contact.consent).toBe('opted_out')
    const reminded = fires({ ...LEAD, context: silent }, 'silence', 'primero')
    expect(reminded.said).toEqual([])
    expect(of(reminded.effects, 'set_timer')).toMatchObject([{ held: 'held.silence' }])
  })
})

describe('an answer that was promised', () => {
  const fact = { id: 'f1', words: [], passesOn: false, taught: false }
  const text = 'Sí hacemos envíos.'
  const taught = contextOf(NOW, {
    facts: [...project.business.facts, { ...fact, text: { usted: text, tú: text, vos: text } }],
  })
  const asked: Chat = { ...talk('soy Ana, hacen envíos a Pasto?'), context: taught }

  test('waits for a decent hour, and is no occasion of its own', () => {
    const owed = acts(asked, { kind: 'answer', fact: 'f1' })
    expect(of(owed.effects, 'set_timer')).toMatchObject([{ flow: 'owed', step: 'f1', dueAt: NOW }])
    const night = fires(later(asked, 'PT13H'), 'owed', 'f1')
    expect(night.said).toEqual([])
    expect(of(night.effects, 'set_timer')).toMatchObject([{ held: 'held.hours' }])
    const paid = fires(asked, 'owed', 'f1')
    expect(paid.said).toEqual(['Ya tengo la respuesta que le debía: Sí hacemos envíos.'])
    expect(of(paid.effects, 'say')).toMatchObject([{ occasion: 'reply' }])
  })

  test('is not given when the fact was taken back', () => {
    expect(fires(asked, 'owed', 'f2').effects).toEqual([])
  })
})
