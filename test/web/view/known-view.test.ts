import { describe, expect, test } from 'vitest'
import type { Iso } from '../../../src/core/types.js'
import type { Timer } from '../../../src/store/timers.js'
import type { Insight } from '../../../src/web/deps.js'
import { knownView } from '../../../src/web/view/known-view.js'
import {
  acts,
  type Chat,
  newChat,
  says,
  sends,
  take,
  talk,
} from '../../core/conversation/_engine.js'
import { insightOf, wallOf } from '../_insight.js'

const RICH = 'soy Ana, del restaurante La Alacena, necesito 20 camisetas polo'

function known(chat: Chat, change: (insight: Insight) => Insight = (same) => same) {
  return knownView(change(insightOf(chat)), 'Ana', wallOf(chat))
}

function fact(chat: Chat, slot: string) {
  return known(chat).facts.find(({ slots }) => slots.includes(slot))
}

describe('what the bot knows', () => {
  test('of somebody who has not written is what it will ask', () => {
    const view = known(newChat())
    expect([view.score, view.threshold, view.verdict]).toEqual([0, 60, 'Le faltan 60 puntos.'])
    expect(view.facts.map(({ slots, status, points }) => [slots[0], status, points])).toEqual([
      ['need', 'missing', 0],
      ['quantity', 'missing', 0],
      ['budget', 'missing', 0],
      ['urgency', 'missing', 0],
      ['authority', 'missing', 0],
    ])
    expect([view.facts[0]?.value, view.hint]).toEqual(['', 'El bot lo va preguntando.'])
    expect([view.notes, view.timers]).toEqual([[], []])
  })

  test('says once who will ask, whoever that is', () => {
    const handed = known(says(talk('hola'), 'quiero hablar con una persona'))
    expect(handed.hint).toBe('No se sabe aún. Lo pregunta Rosalba.')
    expect(handed.facts.map(({ value }) => value)).toEqual(['', '', '', '', ''])
    expect(known(talk(RICH)).hint).toBe('')
  })

  test('is one bill: the fact, its points, the words that proved it, and why', () => {
    expect(fact(talk(RICH), 'need')).toEqual({
      slots: ['need'],
      label: 'Necesidad',
      value: '20 camisetas polo',
      href: null,
      status: 'known',
      points: 20,
      proofs: [{ slot: 'need', words: '20 camisetas polo', message: expect.any(String) }],
      why: 'sabe qué necesita',
    })
  })

  test('proves a corrected order with what still holds of it', () => {
    const proofs = fact(talk(RICH, 'no, mejor 35'), 'need')?.proofs.map(({ words }) => words)
    expect(proofs).toEqual(['camisetas polo', '35'])
    const both = talk('necesito 20 camisetas polo y 15 delantales', 'no, mejor 18 delantales')
    expect(fact(both, 'need')?.proofs[0]?.words).not.toContain('15')
  })

  test('does not repeat in the value the words that prove it', () => {
    const view = fact(talk(RICH, 'en dos o tres meses'), 'urgency')
    expect(view?.value).not.toContain('«')
    expect(view?.proofs[0]?.words).toBe('en dos o tres meses')
  })

  test('adds up to the score', () => {
    const view = known(talk(RICH, 'para dentro de dos meses', 'un millón', 'yo decido'))
    const sum = view.facts.reduce((points, one) => points + (one.points ?? 0), 0)
    expect(sum).toBe(view.score)
    expect(view.verdict).toBe('Vale la pena llamar a Ana.')
  })

  test('has who they are on one line, without points', () => {
    const who = fact(talk(RICH), 'name')
    expect(who).toMatchObject({
      slots: ['name', 'organization'],
      label: 'Quién es',
      value: 'Ana, La Alacena',
      points: null,
    })
    expect(who?.proofs).toHaveLength(2)
  })

  test('says what is being asked, and what was not answered', () => {
    const chat = talk(RICH)
    expect(fact(chat, 'urgency')?.value).toBe('No se sabe aún. Lo está preguntando')
    const declined = says(says(chat, 'para dentro de dos meses'), 'prefiero no decir')
    expect(fact(declined, 'budget')).toMatchObject({ value: 'Prefirió no decir', points: 0 })
  })

  test('leaves to a person what the bot will not ask any more', () => {
    const chat = says(talk('necesito 20 camisetas polo'), 'quiero hablar con una persona')
    expect(fact(chat, 'budget')?.value).toBe('No se sabe aún. Lo pregunta Rosalba')
  })

  test('shows where the conversation is in its flow', () => {
    const { layout, title } = known(talk(RICH)).flow
    expect(title).toBe('Calificar un pedido')
    expect(layout.boxes.filter(({ state }) => state === 'current')).toMatchObject([{ id: 'fecha' }])
    expect(layout.boxes.find(({ id }) => id === 'pedido')?.state).toBe('passed')
  })
})

describe('what comes by itself', () => {
  test('is named, with its moment', () => {
    expect(known(talk('hola')).timers).toMatchObject([
      { name: 'Si Ana calla, un recordatorio', status: 'pending', when: 'mañana 10:01', note: '' },
    ])
  })

  test('is called by what it does, and to whom', () => {
    const called = (name: string, flow: string, step: string) =>
      known(talk('hola'), (insight) => ({
        ...insight,
        timers: insight.timers.map((timer): Timer => ({ ...timer, name, flow, step })),
      })).timers[0]?.name
    expect(called('ultimo-recordatorio', 'silence', 'ultimo-recordatorio')).toBe(
      'Si Ana sigue sin responder: último recordatorio',
    )
    expect(called('check-in', 'after-sale', 'llego-bien')).toBe(
      'Preguntarle a Ana: ¿Llegó todo bien?',
    )
    expect(called('recordar-aviso', '@alerts', '1')).toBe('Repetirle el aviso a Rosalba')
    expect(called('pasar-aviso', '@alerts', '1')).toBe('Pasarle el aviso a Fabián')
    expect(called('pospuesto', 'postponed', '')).toBe('Recordarle a Rosalba que siga con Ana')
    expect(called('respuesta', 'owed', '')).toBe('Darle a Ana la respuesta prometida')
    expect(called('check-in', 'a-flow-of-before', 'gone')).toBe('Check in')
  })

  test('stays with its reason when it was cancelled', () => {
    const chat = says(talk('necesito 20 camisetas polo'), 'quiero hablar con una persona')
    expect(known(chat).timers).toMatchObject([
      {
        status: 'cancelled',
        note: 'ya no hace falta',
      },
    ])
  })

  test('comes before what will not come, which is gone once its day is over', () => {
    const chat = talk('hola')
    const [set] = insightOf(chat).timers
    if (set === undefined) throw new Error('nothing was set')
    const dropped = (id: string, dueAt: string): Timer => {
      return { ...set, id, dueAt: dueAt as Iso, status: 'cancelled', reason: 'held.closed' }
    }
    const timers = [
      dropped('yesterday', '2026-03-09T15:00:00.000Z'),
      dropped('today', '2026-03-10T13:00:00.000Z'),
      set,
    ]
    expect(known(chat, (insight) => ({ ...insight, timers })).timers).toMatchObject([
      { id: set.id, status: 'pending' },
      { id: 'today', note: 'esa venta ya se cerró' },
    ])
  })

  test.each([
    [
      'pending',
      'held.hours',
      null,
      'Espera al miércoles 11, 10:01 a. m.: a esta hora no se escribe.',
    ],
    ['pending', 'held.unheard_of', null, ''],
    ['cancelled', null, 'held.person', 'una persona tiene el chat'],
    ['cancelled', null, 'held.attended', 'ya hay alguien atendiendo'],
    ['cancelled', null, 'held.undone', 'se deshizo'],
    ['cancelled', null, 'held.opted_out', 'pidió que no le escriban'],
    ['cancelled', null, 'failed', 'no se pudo enviar'],
    ['cancelled', null, 'held.unheard_of', 'ya no hace falta'],
  ] as const)('that is %s, held by %s, dropped by %s, says "%s"', (status, held, reason, note) => {
    const change = (insight: Insight): Insight => ({
      ...insight,
      timers: insight.timers.map((timer): Timer => ({ ...timer, status, held, reason })),
    })
    expect(known(talk('hola'), change).timers).toMatchObject([{ status, note }])
  })
})

describe('how things stand', () => {
  const chat = talk(RICH, 'para dentro de dos meses', 'un millón', 'yo decido')

  test('is that somebody took it', () => {
    const taken = acts(chat, { kind: 'take' })
    expect(known(taken).notes).toEqual([{ tone: 'calm', text: 'Rosalba se encarga.' }])
    const alert = (insight: Insight): Insight => ({
      ...insight,
      timers: insight.timers.map((timer): Timer => {
        return { ...timer, flow: '@alerts', status: 'cancelled', reason: 'held.attended' }
      }),
    })
    expect(known(taken, alert).timers[0]?.note).toBe('ya está a cargo de Rosalba')
  })

  test('is that a person is waited for, until somebody has it', () => {
    const asked = says(chat, 'quiero hablar con una persona')
    expect(known(asked).notes).toEqual([
      {
        tone: 'alarm',
        text: 'Pidió hablar con una persona. Rosalba le escribe hoy antes de las 6.',
      },
    ])
    expect(known(acts(asked, { kind: 'take' })).notes).toMatchObject([{ tone: 'calm' }])
    const met = says(chat, '¿podemos cuadrar una cita?')
    expect(known(met).notes[0]?.text).toMatch(/^Pidió una cita\. Rosalba le escribe /)
  })

  test('is that something went wrong after the sale', () => {
    const won = acts(chat, { kind: 'won', amount: 840_000, saleId: 'sale' })
    const wrong = says(won, 'llegaron mal, estoy muy molesta')
    expect(known(wrong).notes[0]).toMatchObject({
      tone: 'alarm',
      text: expect.stringMatching(
        /^Caso \d+, sin resolver: «llegaron mal, estoy muy molesta»\. Para /,
      ),
    })
  })

  test('is that everything is silent, before all else', () => {
    const silence = { by: 'Rosalba', at: chat.context.now }
    expect(known(chat, (insight) => ({ ...insight, silence })).notes[0]?.text).toBe(
      'Todo está en pausa: el bot no responde a nadie hasta que Rosalba escriba «sigue todo».',
    )
  })

  test('is that a person has the chat, and until when', () => {
    const reading = chat.context.read('yo sigo', {
      question: 'open',
      country: 'CO',
      today: 20_522,
    })
    const paused = take(chat, {
      kind: 'human_wrote',
      by: 'phone',
      parts: [],
      text: 'yo sigo',
      reading,
    })
    expect(known(paused).notes[0]?.text).toMatch(
      /^Una persona tiene este chat\. El bot calla hasta hoy 22:0\d/,
    )
  })

  test('is that it was sold', () => {
    const won = acts(chat, { kind: 'won', amount: 840_000, saleId: 'sale' })
    expect(known(won)).toMatchObject({ verdict: 'Ana ya compró.', counts: '' })
    expect(known(won).notes.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Venta de \$840\.000, hoy 10:0\d\.$/),
    ])
    const voided = (insight: Insight): Insight => ({ ...insight, sales: [] })
    expect(known(won, voided).notes[0]?.text).toBe('Venta registrada.')
  })

  test('is that it was quoted, and whether they answered', () => {
    const quoted = acts(chat, {
      kind: 'quote',
      id: 'q',
      amount: 840_000,
      discount: null,
      sent: false,
    })
    const row = (of: Chat) => known(of).facts.at(-1)
    expect(row(quoted)).toMatchObject({
      label: 'Cotización',
      value: '$840.000',
      points: null,
      why: 'anotada, sin enviar',
    })
    const sent = acts(quoted, { kind: 'send_quote', id: 'q', text: 'Son $840.000.' })
    expect(row(sent)?.why).toMatch(/^enviada hoy 10:0\d, sin respuesta$/)
    expect(row(says(sent, 'gracias'))?.why).toMatch(/^enviada hoy 10:0\d$/)
  })

  test('is that it does not qualify, or that nobody may write', () => {
    const little = talk('necesito 20 camisetas polo', 'para dentro de dos meses', 'cien mil pesos')
    expect(known(little)).toMatchObject({
      verdict: 'No califica: menos de $500.000.',
      counts: '',
      notes: [],
    })
    expect(fact(little, 'budget')).toMatchObject({ points: 0, why: 'suma desde $500.000' })
    const stopped = sends(chat, { kind: 'text', text: 'no me escriban más' })
    expect(known(stopped).notes.map(({ text }) => text)).toContain('Pidió no recibir más mensajes.')
    expect(known(stopped)).toMatchObject({ verdict: 'No hay que escribirle.', counts: '' })
  })
})

test('says when a person called last, what they told, and what is planned', () => {
  const chat = acts(talk('soy Ana, necesito 20 camisetas polo'), {
    kind: 'plan_call',
    at: '2026-03-13T15:00:00.000Z' as Iso,
    why: 'porque_si',
  })
  const touches = [
    { by: 'Fabián', note: 'abre en mayo', at: '2026-03-09T15:00:00.000Z' as Iso },
    { by: 'Rosalba', note: 'todo bien', at: '2026-03-10T14:00:00.000Z' as Iso },
  ]
  const { notes, timers } = known(chat, (insight) => ({ ...insight, touches }))
  expect(notes.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^Rosalba llamó: hoy 9:00/),
    'Lo último que contó: «abre en mayo».',
    expect.stringMatching(/^Rosalba quedó de llamar: /),
  ])
  expect(timers.map(({ name }) => name)).toContain('Recordarle a Rosalba que llame a Ana')
})
