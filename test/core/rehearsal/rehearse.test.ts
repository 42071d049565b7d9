import { describe, expect, test } from 'vitest'
import { countShown, newRehearsal, rehearsalUntil } from '../../../src/core/rehearsal/house.js'
import type { Iso } from '../../../src/core/types.js'
import {
  acts,
  type Chat,
  contextOf,
  later,
  NOW,
  newChat,
  of,
  reply,
  says,
  sends,
  slots,
  take,
  told,
} from '../conversation/_engine.js'

const UNTIL = '2026-03-13T15:00:00.000Z' as Iso
const rehearsing: Chat = newChat({ ...contextOf(NOW), rehearsal: UNTIL })

/** From here on it answers. */
function ended(chat: Chat): Chat {
  return { ...chat, context: { ...chat.context, rehearsal: null } }
}

const first = says(rehearsing, 'hola, soy Ana, necesito 20 camisetas polo')

describe('while it rehearses', () => {
  test('facts are taken, and nothing counts as said, asked or promised', () => {
    expect(first.said).toEqual([])
    expect(slots(first)).toMatchObject({ name: 'Ana', quantity: 20 })
    const { pending, introduced, questions, said, lastSaid, reminding } = first.state.dialogue
    expect({ pending, introduced, questions, said, lastSaid, reminding }).toEqual({
      ...{ pending: null, introduced: false, questions: 0, said: {}, lastSaid: null },
      reminding: false,
    })
    expect(of(first.effects, 'set_timer')).toEqual([])
    expect(told(first)).toEqual(['rehearsal'])
    expect(first.state.dialogue.rehearsed?.messages[0]?.text).toContain(
      '¿Para cuándo las necesita?',
    )
  })

  test('what was not asked is not answered: a bare yes is no yes to it', () => {
    const next = says(says(first, 'para el 27 de marzo'), 'sí')
    expect(slots(next).budget).toBeUndefined()
    expect(next.said).toEqual([])
    const qualified = says(first, 'para el 27 de marzo, tengo un millón, yo decido')
    expect(qualified.state.contact.stage).toBe('qualified')
    expect(told(qualified)).toEqual(['card', 'rehearsal'])
    expect(qualified.state.inquiry?.promise).toBeNull()
  })

  test('the card of whoever would be passed on comes all the same, once', () => {
    const small = says(rehearsing, 'soy Ana, necesito 6 delantales para el 20 de abril')
    expect(told(small)).toEqual(['card', 'rehearsal'])
    expect(small.state.inquiry).toMatchObject({ told: true, promise: null })
    const sent = acts(small, { kind: 'approve' })
    expect(told(sent)).toEqual([])
    expect(sent.state.inquiry?.promise).toBe('hoy antes de las 6')
  })

  test('a missed call is owed one back', () => {
    const called = sends(rehearsing, { kind: 'call', missed: true })
    expect(told(called)).toEqual(['called', 'rehearsal'])
    expect(called.state.contact.care.call?.why).toBe('missed')
  })

  test('a person who talks there already is left to it', () => {
    const held = says(acts(first, { kind: 'pause' }), 'para el 27 de marzo')
    expect(told(held)).toEqual([])
    expect(held.state.dialogue.rehearsed).toBeNull()
    expect(slots(held)).toHaveProperty('urgency')
  })

  test('nothing goes out unasked either: it waits for the end', () => {
    const reminded = take(first, {
      ...{ kind: 'timer', id: 't', name: 't', flow: 'silence', step: 'primero' },
      ...{ proactiveToday: 0, proactiveThisWeek: 0, lockedUntil: null },
    })
    expect(reminded.said).toEqual([])
    expect(of(reminded.effects, 'set_timer')).toMatchObject([
      { id: 't', dueAt: UNTIL, held: 'held.rehearsal' },
    ])
  })
})

describe('the word of the owner', () => {
  test('yes: it goes out as it was shown, and the talk goes on from there', () => {
    const sent = acts(first, { kind: 'approve' })
    expect(reply(sent)).toContain('¿Para cuándo las necesita?')
    expect(of(sent.effects, 'set_timer')).toHaveLength(1)
    expect(of(sent.effects, 'rehearsed')).toMatchObject([{ verdict: 'yes' }])
    expect(sent.state.dialogue).toMatchObject({ introduced: true, rehearsed: null, questions: 1 })
    expect(slots(sent)).toMatchObject({ name: 'Ana', quantity: 20 })
    expect(of(sent.effects, 'slot')).toEqual([])
    const next = says(ended(sent), 'en un mes')
    expect(reply(next)).not.toContain('asistente automático')
    expect(reply(next)).toContain('¿Los $840.000')
    expect(acts(sent, { kind: 'approve' }).said).toEqual([])
  })

  test('who took charge meanwhile stays in charge', () => {
    const sent = acts(acts(first, { kind: 'take' }), { kind: 'approve' })
    expect(sent.state.inquiry?.assignedTo?.name).toBe('Rosalba')
  })

  test('better words go out alone; what they ask counts as asked', () => {
    const plain = acts(first, { kind: 'say_instead', text: 'Claro, Ana, con gusto.' })
    expect(plain.said).toEqual(['Claro, Ana, con gusto.'])
    expect(plain.state.dialogue.pending).toBeNull()
    const asks = acts(first, { kind: 'say_instead', text: 'Claro. ¿Y para qué día?' })
    expect(asks.state.dialogue.pending).toMatchObject({ kind: 'ask', step: 'fecha' })
    expect(of(asks.effects, 'rehearsed')).toMatchObject([
      { verdict: 'words', said: 'hola, soy Ana, necesito 20 camisetas polo' },
    ])
  })

  test('no: silence in that chat until told, also once it answers', () => {
    const hushed = acts(first, { kind: 'hush' })
    expect(says(ended(later(hushed, 'P30D')), 'hola').said).toEqual([])
    expect(reply(says(ended(acts(hushed, { kind: 'resume' })), 'hola'))).toContain('Ana')
  })
})

test('when it is over the next message is answered as the first one ever', () => {
  const next = says(ended(first), 'es para el 27 de marzo')
  expect(reply(next)).toContain('Soy el asistente automático de Uniformes Hilván.')
  expect(reply(next)).toContain('¿Los $840.000')
  expect(next.state.dialogue.rehearsed).toBeNull()
})

test('so many an hour are told one by one, and it ends by itself', () => {
  const begun = newRehearsal(NOW, 3, 'America/Bogota')
  expect(rehearsalUntil(begun, NOW)).toBe(UNTIL)
  expect(rehearsalUntil(begun, UNTIL)).toBeNull()
  const one = countShown(begun, NOW, 1)
  expect(one.shows).toBe(true)
  const two = countShown(one.next, NOW, 1)
  expect(two).toMatchObject({ shows: false, next: { hidden: 1 } })
  expect(countShown(two.next, '2026-03-10T16:00:01.000Z' as Iso, 1).shows).toBe(true)
})
