import { describe, expect, test } from 'vitest'
import { later, of, reply, says, slots, talk, told } from './_engine.js'

const ASKED = 'necesito 15 camisas'

describe('a person asked for', () => {
  test('is called with the card, and the bot asks nothing more', () => {
    const chat = talk(ASKED, 'quiero hablar con una persona')
    expect(told(chat)).toEqual(['card'])
    expect(chat.state.dialogue).toMatchObject({ status: 'handed', pending: null })
    expect(chat.state.inquiry).toMatchObject({ told: true, promise: 'hoy antes de las 6' })
    expect(reply(chat)).toContain('Rosalba, la dueña, le escribe hoy antes de las 6')
  })

  test('a second time is announced to the owner without a second card', () => {
    const chat = talk(ASKED, 'quiero hablar con una persona', 'quiero hablar con una persona')
    expect(told(chat)).toEqual(['asked_person'])
    expect(reply(chat)).toContain('Ya está avisada')
  })

  test('counts as a request on the day they qualify', () => {
    const chat = talk('quiero hablar con una persona', 'necesito 15 camisas, un millón, en un mes')
    expect(chat.state.contact.stage).toBe('opportunity')
  })

  test('what they tell afterwards is still taken and passed on, and nothing is asked', () => {
    const chat = talk(ASKED, 'quiero hablar con una persona', 'es para el 15 de abril')
    expect(slots(chat)).toMatchObject({ urgency: { days: [36, 36] } })
    expect(told(chat)).toEqual(['added'])
    expect(reply(chat)).not.toContain('?')
  })

  test('a meeting is a person too', () => {
    const chat = talk(ASKED, 'quiero una cita')
    expect(told(chat)).toEqual(['card'])
    expect(chat.state.inquiry?.asked).toMatchObject({ meeting: true })
    expect(reply(chat)).toContain('para cuadrar la hora')
  })

  test('a meeting asked for again is answered in other words', () => {
    const first = talk(ASKED, 'quiero una cita')
    expect(reply(says(first, 'quiero una cita'))).not.toBe(reply(first))
  })
})

describe('anger', () => {
  test('goes to a person at once, with an apology and the words', () => {
    const chat = talk(ASKED, 'qué falta de respeto')
    expect(told(chat)).toEqual(['complaint', 'card'])
    expect(reply(chat)).toContain('Qué pena con usted')
    expect(chat.state.dialogue.status).toBe('handed')
  })

  test('again is answered in other words', () => {
    const first = talk(ASKED, 'qué falta de respeto')
    const second = says(first, 'esto es pésimo')
    expect(reply(second)).not.toBe(reply(first))
    expect(told(second)).toEqual(['complaint'])
  })
})

describe('giving up', () => {
  test.each(['déjalo', 'ya no', 'olvídalo'])('%j ends politely and asks once why', (text) => {
    const chat = talk(ASKED, text)
    expect(chat.state.dialogue).toMatchObject({ status: 'resting', pending: { kind: 'why' } })
    expect(reply(chat)).toContain('¿qué fue lo que no le sirvió?')
    expect(of(chat.effects, 'cancel_timers')).toMatchObject([{ flow: 'silence' }])
    expect(chat.state.dialogue.reminding).toBe(false)
  })

  test('the reason goes to the owner in their words', () => {
    const chat = talk(ASKED, 'déjalo', 'encontré otro sitio')
    const notices = of(chat.effects, 'tell').map(({ notice }) => notice)
    expect(notices).toEqual([{ kind: 'cancelled', said: 'encontré otro sitio' }])
    expect(reply(chat)).toContain('Gracias por contarme')
  })

  test('a second time no reason is asked', () => {
    const chat = talk(ASKED, 'déjalo', 'encontré otro sitio', 'necesito 20 delantales', 'déjalo')
    expect(chat.state.dialogue.pending).toBeNull()
    expect(reply(chat)).not.toContain('?')
  })

  test('who goes on instead of giving a reason is taken at their word', () => {
    const chat = talk(ASKED, 'déjalo', 'mejor sí, para el 15 de abril')
    expect(slots(chat)).toMatchObject({ urgency: { days: [36, 36] } })
    expect(told(chat)).not.toContain('cancelled')
  })
})

describe('starting over', () => {
  const chat = talk('soy Ana, necesito 15 camisas', 'en un mes', 'empecemos de nuevo')

  test('forgets the inquiry and keeps the person', () => {
    expect(slots(chat)).toEqual({ name: 'Ana' })
    expect(chat.state.inquiry).toMatchObject({ items: [], persona: null })
    expect(reply(chat)).toMatch(/^Empecemos de nuevo/)
  })

  test('forgets the score with it', () => {
    expect(chat.state.inquiry).toMatchObject({ score: 0, reasons: [] })
  })

  test('asks from the beginning', () => {
    expect(chat.state.dialogue.pending).toMatchObject({ kind: 'ask', step: 'pedido' })
  })
})

describe('time to think', () => {
  test('"espera" is waited for, in other words each time, with the question still open', () => {
    const first = talk(ASKED, 'espera')
    const second = says(first, 'un momento')
    expect(first.state.dialogue.pending).toMatchObject({ kind: 'ask', step: 'fecha', misses: 0 })
    expect(reply(first)).toBe('Claro, aquí espero.')
    expect(reply(second)).not.toBe(reply(first))
  })

  test('"luego te digo" leaves the question open', () => {
    const chat = talk(ASKED, 'luego te digo')
    expect(slots(chat).urgency).toBeUndefined()
    expect(chat.state.dialogue.pending).toMatchObject({ kind: 'ask', step: 'fecha' })
    expect(reply(chat)).toContain('cuando tenga el dato')
  })
})

describe('a greeting again after days', () => {
  const away = later(talk('soy Ana, necesito 15 camisas'), 'P3D')

  test('sums up what is known and goes on with the question', () => {
    const chat = says(away, 'hola')
    expect(reply(chat)).toContain('Buenos días, Ana.')
    expect(reply(chat)).toContain('Tengo anotado lo suyo: 15 camisas de dotación')
    expect(reply(chat)).not.toContain('asistente automático')
    expect(chat.state.dialogue.pending).toMatchObject({ kind: 'ask', step: 'fecha' })
  })

  test('asks nothing that was already said', () => {
    const chat = says(away, 'hola')
    expect(reply(chat)).not.toContain('¿Qué uniformes')
  })
})
