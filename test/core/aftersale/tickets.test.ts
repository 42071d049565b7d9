import { describe, expect, test } from 'vitest'
import { beforeOf } from '../../../src/core/conversation/act.js'
import type { Iso } from '../../../src/core/types.js'
import {
  acts,
  type Chat,
  later,
  of,
  reply,
  says,
  sends,
  take,
  talk,
  told,
} from '../conversation/_engine.js'

const LEAD = talk('soy Ana, necesito 20 camisetas polo para el 15 de abril, tengo un millón')
const WON = later(acts(LEAD, { kind: 'won', amount: 840_000, saleId: 's1' }), 'PT1H')
const UPSET = says(WON, 'qué mal, 3 venían con el logo torcido')
const SETTLED = acts(UPSET, { kind: 'settle', ticket: 5 })

/** Fires the newest timer of the ticket when it is due. */
function wakes(chat: Chat, proactiveToday = 0): Chat {
  const timer = of(chat.all, 'set_timer').findLast(({ flow }) => flow === '@ticket/5')
  if (timer === undefined) throw new Error('the ticket waits for nothing')
  const { id, name, flow, step, dueAt } = timer
  const now = dueAt > chat.context.now ? dueAt : chat.context.now
  const then = { ...chat, context: { ...chat.context, now } }
  const counts = { proactiveToday, proactiveThisWeek: proactiveToday, lockedUntil: null }
  return take(then, { kind: 'timer', id, name, flow, step, ...counts })
}

const tickets = ({ state }: Chat) => state.contact.tickets

describe('a complaint of a customer', () => {
  test('is a ticket with a number, a date and somebody who hears of it at once', () => {
    expect(tickets(UPSET)).toMatchObject([
      { number: 5, status: 'open', priority: 'high', dueAt: '2026-03-10T23:00:00.000Z' },
    ])
    expect(told(UPSET)).toEqual(['ticket'])
    expect(reply(UPSET)).toContain('caso 5')
    expect(reply(UPSET)).toContain('hoy antes de las 6')
  })

  test.each([
    ['more about the same', 'el logo está chueco', [5]],
    ['anger soon after', 'esto es el colmo, qué mal servicio', [5]],
    ['something else', 'también quedó mal una talla', [5, 6]],
    ['another one days later', 'P4D', [5, 6]],
  ])('%s', (_, text, numbers) => {
    const chat =
      text === 'P4D' ? says(later(UPSET, text), 'pésimo, se rompió un cierre') : says(UPSET, text)
    expect(tickets(chat).map(({ number }) => number)).toEqual(numbers)
  })

  test('is pressed more where the customer is a key account', () => {
    const vip = acts(WON, { kind: 'vip' })
    expect(tickets(says(vip, 'qué mal, llegó roto'))).toMatchObject([{ priority: 'urgent' }])
  })

  test('of somebody who never bought is no ticket', () => {
    const chat = says(LEAD, 'qué mal servicio, nadie me responde')
    expect(tickets(chat)).toEqual([])
    expect(told(chat)).toContain('complaint')
  })

  test('gets the photos that follow', () => {
    const chat = sends(UPSET, { kind: 'image', caption: null })
    expect(reply(chat)).toBe('Gracias por la foto, ya está en el caso 5.')
  })
})

describe('what a customer asks for', () => {
  test.each([
    'necesito la factura',
    'me pueden cambiar una talla?',
    'me falta una camiseta',
    '¿ustedes hacen arreglos después?',
    'quiero hablar con alguien',
  ])('%j is a ticket', (text) => {
    expect(tickets(says(WON, text))).toMatchObject([{ about: 'request', priority: 'normal' }])
  })

  test.each(['gracias', 'ok', 'buenos días', 'cuánto vale el delantal?', 'qué bueno'])(
    '%j is none',
    (text) => {
      expect(tickets(says(WON, text))).toEqual([])
    },
  )
})

test('reminders come every day, then once a week, and never stop while it is open', () => {
  const at: Iso[] = []
  let chat = UPSET
  for (let count = 0; count < 12; count += 1) {
    chat = wakes(chat)
    expect(told(chat)).toEqual(['ticket_due'])
    at.push(chat.context.now)
  }
  expect(at.map((iso) => iso.slice(5, 16))).toEqual([
    ...['03-10T21:00', '03-10T23:00', '03-11T14:00', '03-12T14:00', '03-13T14:00'],
    // Saturday and Monday, and after a week on the next days of the same name.
    ...['03-14T14:00', '03-16T14:00', '03-17T14:00', '03-18T14:00', '03-25T14:00'],
    ...['04-01T14:00', '04-08T14:00'],
  ])
})

describe('said to be settled', () => {
  const asked = wakes(SETTLED)

  test('the customer is asked, when the gate lets it through', () => {
    expect(tickets(SETTLED)).toMatchObject([{ status: 'asked' }])
    expect(reply(asked)).toContain('¿Quedó resuelto?')
    expect(wakes(SETTLED, 1).said).toEqual([])
    expect(of(wakes(SETTLED, 1).effects, 'set_timer')).toMatchObject([{ held: 'held.day_cap' }])
  })

  test.each(['sí', 'sí, ya me las cambiaron', 'quedó perfecto, gracias', 'muchas gracias'])(
    '%j closes it',
    (text) => {
      const chat = says(asked, text)
      expect(tickets(chat)).toEqual([])
      expect(of(chat.effects, 'ticket')).toEqual([{ kind: 'ticket', number: 5, ticket: null }])
      expect(told(chat)).toEqual(['ticket_closed'])
    },
  )

  test.each(['no', 'todavía no', 'nada que llegan', 'sí, pero dos siguen torcidas'])(
    '%j opens it again, with more weight',
    (text) => {
      const chat = says(asked, text)
      expect(tickets(chat)).toMatchObject([{ status: 'open', reopened: 1, priority: 'urgent' }])
      expect(told(chat)).toEqual(['ticket'])
      expect(of(chat.effects, 'set_timer')).toMatchObject([{ step: 'remind' }])
    },
  )

  test('what is not understood brings a choice, once', () => {
    const chat = says(asked, 'la de la esquina')
    expect(of(chat.effects, 'say')).toMatchObject([{ message: { kind: 'options' } }])
    expect(tickets(says(chat, '2'))).toMatchObject([{ status: 'open', reopened: 1 }])
  })

  test('a question in between is answered and the other stays open', () => {
    const chat = says(asked, 'a qué hora abren?')
    expect(reply(chat)).toContain('8')
    expect(tickets(says(chat, 'sí'))).toEqual([])
  })

  test('silence is asked about once more, and then counts as a yes', () => {
    const again = wakes(asked)
    expect(reply(again)).toContain('¿sí quedó resuelto?')
    const over = wakes(again)
    expect(tickets(over)).toEqual([])
    expect(told(over)).toEqual(['ticket_closed'])
    expect(over.said).toEqual([])
  })

  test('undone, it is open as before, also after the customer said yes', () => {
    const before = beforeOf(UPSET.state)
    const undone = acts(says(asked, 'sí'), {
      kind: 'undo',
      of: { kind: 'settle', ticket: 5 },
      before,
    })
    expect(tickets(undone)).toEqual(tickets(UPSET))
    expect(of(undone.effects, 'set_timer')).toMatchObject([{ step: 'remind' }])
  })

  test('who opted out is not asked', () => {
    const out = says(UPSET, 'no me escriban más')
    expect(of(out.effects, 'set_timer')).toMatchObject([{ flow: '@ticket/5', step: 'remind' }])
    const chat = acts(out, { kind: 'settle', ticket: 5 })
    expect(tickets(chat)).toEqual([])
    expect(chat.said).toEqual([])
  })
})
