import { describe, expect, test } from 'vitest'
import { acts, type Chat, of, reply, says, take, talk, told } from '../conversation/_engine.js'

/** Tuesday 10 March 2026. Of Camilo it is known what he wants, and he was asked for when. */
const WANTS = 'soy Camilo, necesito 15 camisas'
const QUOTE = { kind: 'quote', id: 'q1', amount: 870_000, discount: null, sent: false } as const
const QUALIFIED = 'soy Camilo, 15 camisas para mediados de abril, hasta 900 mil, yo decido'

/** At ten in the morning the day is the same in Bogotá and in Greenwich. */
function back({ state }: Chat): string | null {
  const nurture = state.inquiry?.nurture
  return nurture?.agreed ? (nurture.nextAt?.slice(0, 10) ?? null) : null
}

/** The message that waits, on its day. */
function fires(chat: Chat): Chat {
  const timer = of(chat.all, 'set_timer').findLast(({ flow }) => flow === 'nurture')
  if (timer === undefined) throw new Error('nothing waits')
  const { id, name, flow, step, dueAt: now } = timer
  const gate = { proactiveToday: 0, proactiveThisWeek: 0, lockedUntil: null }
  const then = { ...chat, context: { ...chat.context, now } }
  return take(then, { kind: 'timer', id, name, flow, step, ...gate })
}

function waits({ effects }: Chat): boolean {
  return of(effects, 'set_timer').some(({ flow }) => flow === 'nurture')
}

function stopped({ effects }: Chat): boolean {
  return of(effects, 'cancel_timers').some(({ flow }) => flow === 'nurture')
}

describe('the day on which they want to be written to', () => {
  test.each([
    ['escríbame en abril', '2026-04-01'],
    ['Mejor escríbame después de semana santa', '2026-04-06'],
    ['me escribe en dos meses?', '2026-05-11'],
    ['háblame el 15 de abril', '2026-04-15'],
    ['la otra semana me escribe', '2026-03-16'],
    ['retomamos en junio', '2026-06-01'],
    ['búsqueme en quince días', '2026-03-25'],
    ['por ahora no, escríbame a mediados de abril', '2026-04-13'],
    ['escríbame cuando me paguen la prima', '2026-06-30'],
    ['escribime el mes que viene', '2026-04-01'],
    ['lo dejamos para julio', '2026-07-01'],
    ['write me in april', '2026-04-01'],
    // Monday 23 is a holiday.
    ['escríbame el 23 de marzo', '2026-03-24'],
    ['háblenme en español', null],
    ['escríbame al correo ana@correo.com', null],
    ['escríbame por favor', null],
    ['para después de semana santa', null],
    ['en dos meses', null],
  ])('«%s»: %s', (text, expected) => {
    expect(back(says(talk(WANTS), text))).toBe(expected)
  })

  test('is said back, and is no day by which they need it', () => {
    const chat = says(talk(WANTS), 'escríbame en abril')
    expect(reply(chat)).toContain('le escribo el miércoles 1 de abril')
    expect(chat.state.inquiry?.slots.urgency).toBeUndefined()
    expect(of(chat.effects, 'set_timer').map(({ flow }) => flow)).toEqual(['nurture'])
  })

  test('stands beside the day by which they need it', () => {
    const chat = says(talk('hola'), 'necesito 20 polos para el 15 de mayo, escríbame el lunes')
    expect(back(chat)).toBe('2026-03-16')
    expect(chat.state.inquiry?.items).toEqual([{ product: 'polo', quantity: 20 }])
    expect(chat.state.inquiry?.slots.urgency).toMatchObject({ status: 'known' })
  })

  test('may be said in Portuguese', () => {
    const chat = talk('Olá, eu preciso de 15 camisetas polo, por favor', 'me chama em abril')
    expect(back(chat)).toBe('2026-04-01')
  })

  test('may have its hour', () => {
    const chat = says(talk(WANTS), 'escríbame el lunes a las 3 de la tarde')
    expect(chat.state.inquiry?.nurture?.nextAt).toBe('2026-03-16T20:00:00.000Z')
  })
})

describe('where they name none', () => {
  test.each([
    'por ahora no, más adelante',
    'escríbame más adelante',
    'todavía no tengo la plata',
    'no es el momento',
    'not ready yet... write me another day',
  ])('«%s» is asked for one, once', (text) => {
    const chat = says(talk(WANTS), text)
    expect(reply(chat)).toContain('escrib')
    expect(chat.state.dialogue.pending).toMatchObject({ kind: 'back' })
    expect(back(says(chat, 'en mayo'))).toBe('2026-05-02')
  })

  test('and does not know either, nothing is asked again, and they get what is useful to them', () => {
    const chat = says(says(talk(WANTS), 'por ahora no, más adelante'), 'no sé')
    expect(chat.state.dialogue.pending).toBeNull()
    expect(reply(chat)).toContain('lo dejamos así')
    expect(chat.state.inquiry?.nurture).toMatchObject({ agreed: false, times: 0 })
    expect(reply(fires(chat))).toContain('Antes de empezar se hace una muestra')
  })

  test('and asks something instead, that is answered', () => {
    const chat = says(says(talk(WANTS), 'por ahora no, más adelante'), 'cuánto se demoran?')
    expect(reply(chat)).toContain('8 días hábiles')
  })

  test.each([
    ['más adelante', 'para cuándo lo necesita es lo que se le preguntó'],
    ['todavía no', 'lo mismo'],
  ])('«%s» to the question for when is its answer', (text) => {
    expect(says(talk(WANTS), text).state.inquiry?.nurture).toBeNull()
  })
})

describe('"luego le digo"', () => {
  test('sets no reminder of the days after, and leaves the question open', () => {
    const chat = says(talk(WANTS), 'luego le digo')
    expect(of(chat.effects, 'set_timer').map(({ flow }) => flow)).toEqual(['nurture'])
    expect(chat.state.dialogue.reminding).toBe(false)
    expect(chat.state.dialogue.pending).toMatchObject({ kind: 'ask', step: 'fecha' })
    expect(chat.state.inquiry?.nurture?.nextAt?.slice(0, 10)).toBe('2026-03-24')
  })

  test('has its day, and they have all of that day', () => {
    const chat = says(talk(WANTS), 'el viernes le confirmo')
    expect(reply(chat)).toContain('el viernes 13 de marzo')
    expect(chat.state.inquiry?.nurture?.nextAt?.slice(0, 10)).toBe('2026-03-14')
  })
})

describe('what they are sent', () => {
  test.each([
    ['awareness', talk('hola, soy Camilo'), 'Para cafetería y restaurante'],
    ['consideration', talk(WANTS), 'Antes de empezar se hace una muestra'],
    ['decision', acts(talk(QUALIFIED), QUOTE), 'se paga el 50 %'],
  ])('is for how near they are: %s', (_, chat, text) => {
    const first = fires(says(chat, 'escríbame en abril'))
    expect(reply(first)).toContain('Como quedamos, le escribo')
    expect(reply(first)).toContain(text)
  })

  test('is for what they want before what is for all', () => {
    const chat = says(talk('necesito 20 camisetas polo'), 'escríbame en abril')
    expect(reply(fires(chat))).toContain('Con la camiseta polo muchos piden delantal')
  })

  test('comes once each, and ends by itself', () => {
    const first = fires(says(talk(WANTS), 'escríbame en abril'))
    const second = fires(first)
    expect(reply(second)).toContain('con una fecha fija')
    expect(reply(second)).not.toContain('Como quedamos')
    expect(waits(second)).toBe(false)
    expect(second.state.inquiry?.nurture).toMatchObject({ times: 2, nextAt: null })
  })

  test('is no more than the business said', () => {
    const { business } = talk(WANTS).context
    if (business.nurture === null) throw new Error('no nurture')
    const once = { ...business, nurture: { ...business.nurture, most: 1 } }
    const chat = talk(WANTS)
    const first = fires(
      says({ ...chat, context: { ...chat.context, business: once } }, 'escríbame en abril'),
    )
    expect(reply(first)).toContain('muestra')
    expect(waits(first)).toBe(false)
  })
})

describe('it stops', () => {
  const sent = (): Chat => fires(says(talk(WANTS), 'escríbame en abril'))

  test.each(['sí, sigamos', 'gracias', 'cuánto se demoran?', 'son 20 mejor'])(
    'at the first answer: «%s»',
    (text) => {
      const chat = says(sent(), text)
      expect(stopped(chat)).toBe(true)
      expect(chat.state.inquiry?.nurture).toBeNull()
    },
  )

  test.each(['no gracias', 'no', 'ya no'])('at a no, which is not argued with: «%s»', (text) => {
    const chat = says(sent(), text)
    expect(reply(chat)).toMatch(/^Listo, no le envío más sobre esto/)
    expect(told(chat)).toEqual(['nurture_refused'])
    expect(waits(chat)).toBe(false)
  })

  test('and an answer that puts off again begins anew', () => {
    expect(back(says(sent(), 'escríbame en junio'))).toBe('2026-06-01')
  })

  test('and goes on with what is missing', () => {
    expect(reply(says(sent(), 'sí, sigamos'))).toContain('para cuándo serían?')
  })

  test.each([
    { kind: 'lost', reason: 'precio' } as const,
    { kind: 'won', amount: 870_000, saleId: 's1' } as const,
    { kind: 'stop_nurture' } as const,
    { kind: 'ignore' } as const,
  ])('when the owner says so: $kind', (action) => {
    const chat = acts(says(talk(WANTS), 'escríbame en abril'), action)
    expect(chat.state.inquiry?.nurture).toBeNull()
    expect(stopped(chat)).toBe(true)
  })

  test('when they want nothing more of us', () => {
    const chat = says(says(talk(WANTS), 'escríbame en abril'), 'no me escriban más')
    expect(chat.state.inquiry?.nurture).toBeNull()
  })

  test('when they go on by themselves before their day, but not for a thank-you', () => {
    const chat = says(talk(WANTS), 'escríbame en abril')
    expect(back(says(chat, 'gracias'))).toBe('2026-04-01')
    expect(says(chat, 'ya lo pensé: son para el 30 de abril').state.inquiry?.nurture).toBeNull()
  })

  test('and the word that stopped it can be taken back', () => {
    const chat = says(talk(WANTS), 'escríbame en abril')
    const before = { ...chat.state, nurture: chat.state.inquiry?.nurture ?? null }
    const off = acts(chat, { kind: 'stop_nurture' })
    const undo = { kind: 'undo', of: { kind: 'stop_nurture' }, before } as never
    expect(back(acts(off, undo))).toBe('2026-04-01')
  })
})

describe('"lo voy a pensar", after a price', () => {
  test('is answered, and they are accompanied until they have thought', () => {
    const chat = says(acts(talk(QUALIFIED), QUOTE), 'lo voy a pensar')
    expect(reply(chat)).toContain('piénselo con calma')
    expect(reply(fires(chat))).toContain('se paga el 50 %')
  })
})

describe('somebody who has a person already', () => {
  test('that person hears of the day', () => {
    const chat = says(talk(QUALIFIED), 'escríbame en abril')
    expect(of(chat.effects, 'tell').map(({ notice }) => notice)).toContainEqual({
      kind: 'put_off',
      said: 'escríbame en abril',
      back: '2026-04-01T15:00:00.000Z',
    })
  })
})

describe('while something is to be settled', () => {
  test('nobody is sent anything: tomorrow, perhaps', () => {
    const bought = acts(talk(QUALIFIED), { kind: 'won', amount: 870_000, saleId: 's1' })
    const wants = says(says(bought, '3 llegaron con el logo torcido'), 'necesito 20 delantales')
    const chat = says(wants, 'por ahora no, escríbame en abril')
    expect(chat.state.contact.tickets).toHaveLength(1)
    const held = fires(chat)
    expect(held.said).toEqual([])
    expect(of(held.effects, 'set_timer')).toMatchObject([{ flow: 'nurture', held: 'held.ticket' }])
  })
})
