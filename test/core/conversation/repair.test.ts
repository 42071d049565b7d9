import { describe, expect, test } from 'vitest'
import { type Chat, of, reply, says, slots, talk, told } from './_engine.js'

/** Stands at the question for the date. */
const ASKED = 'necesito 15 camisas'
const NONSENSE = 'asdf qwer zxcv'
const OTHER_NONSENSE = 'mnbv poiu lkjh'

function pendingOf({ state }: Chat) {
  const { pending } = state.dialogue
  return pending?.kind === 'ask' ? pending : null
}

describe('an answer that is not understood', () => {
  test('first gets an example, without counting as a question', () => {
    const before = talk(ASKED)
    const chat = says(before, NONSENSE)
    expect(reply(chat)).toContain('«')
    expect(chat.state.dialogue.questions).toBe(before.state.dialogue.questions)
    expect(pendingOf(chat)).toMatchObject({ step: 'fecha', misses: 1, options: [] })
  })

  test('then gets options under the last bubble', () => {
    const chat = talk(ASKED, NONSENSE, OTHER_NONSENSE)
    const [message] = of(chat.effects, 'say').map((effect) => effect.message)
    expect(message).toMatchObject({ kind: 'options' })
    expect(message?.kind === 'options' && message.options.length).toBe(4)
    expect(pendingOf(chat)?.options.length).toBe(4)
    expect(chat.state.dialogue.questions).toBe(1)
  })

  test('then a person with the card, and nothing is asked any more', () => {
    const chat = talk(ASKED, NONSENSE, OTHER_NONSENSE, 'jkl ñpo')
    expect(told(chat)).toEqual(['card'])
    expect(chat.state.dialogue).toMatchObject({ status: 'handed', pending: null })
    expect(reply(chat)).toContain('Rosalba')
    expect(reply(chat)).not.toContain('?')
    expect(chat.state.inquiry?.promise).toBe('hoy antes de las 6')
  })

  test('is said in other words each time', () => {
    const first = talk(ASKED, NONSENSE)
    const second = says(first, OTHER_NONSENSE)
    const third = says(second, 'jkl ñpo')
    expect(new Set([reply(first), reply(second), reply(third)]).size).toBe(3)
  })

  test('an answer after the example goes on as if nothing had been', () => {
    const chat = talk(ASKED, NONSENSE, 'en un mes')
    expect(slots(chat)).toMatchObject({ urgency: { bucket: 'month' } })
    expect(pendingOf(chat)).toMatchObject({ step: 'presupuesto', misses: 0 })
  })

  test('a person called for stays available: facts are answered, nothing is asked', () => {
    const handed = talk(ASKED, NONSENSE, OTHER_NONSENSE, 'jkl ñpo')
    const chat = says(handed, 'dónde quedan?')
    expect(reply(chat)).toBe('El taller queda en el barrio Restrepo, en Bogotá.')
    expect(chat.state.dialogue.pending).toBeNull()
  })
})

describe('options are chosen', () => {
  const shown = talk(ASKED, NONSENSE, OTHER_NONSENSE)

  test.each([
    ['2', 'month'],
    ['la 2', 'month'],
    ['la segunda', 'month'],
    ['el segundo', 'month'],
    ['en un mes', 'month'],
    ['1', 'week'],
    ['opción 3', 'quarter'],
  ])('by %j', (text, bucket) => {
    const chat = says(shown, text)
    expect(slots(chat)).toMatchObject({ urgency: { bucket } })
    expect(pendingOf(chat)?.step).toBe('presupuesto')
  })

  test('and the one without a value declines the slot, so that it is not asked again', () => {
    const chat = says(shown, '4')
    expect(chat.state.inquiry?.slots.urgency?.status).toBe('declined')
    expect(pendingOf(chat)?.step).toBe('presupuesto')
  })

  test('a number chooses nothing while no options were shown', () => {
    const chat = says(talk('hola'), '2')
    expect(slots(chat).need).toBeUndefined()
  })
})

describe('a digression', () => {
  test('is answered first, and the question comes back in other words', () => {
    const before = talk(ASKED)
    const chat = says(before, 'dónde quedan?')
    expect(reply(chat)).toMatch(/^El taller queda en el barrio Restrepo, en Bogotá\. ¿/)
    expect(reply(before)).not.toContain(reply(chat).split('Bogotá. ')[1])
    expect(pendingOf(chat)).toMatchObject({ step: 'fecha', misses: 0 })
    expect(chat.state.dialogue.questions).toBe(1)
  })

  test('what the facts do not hold is said to be unknown and goes to a person', () => {
    const chat = says(talk(ASKED), 'tienen parqueadero?')
    expect(told(chat)).toEqual(['unknown_question'])
    expect(of(chat.effects, 'unanswered')).toMatchObject([{ text: 'tienen parqueadero?' }])
    expect(reply(chat)).toContain('no lo tengo')
    expect(pendingOf(chat)?.step).toBe('fecha')
  })

  test('a fact that a person has to follow is passed on', () => {
    const chat = says(talk(ASKED), 'y hay descuento?')
    expect(of(chat.effects, 'tell').map(({ notice }) => notice)).toEqual([
      { kind: 'passed_on', fact: 'descuento', said: 'y hay descuento?' },
    ])
  })

  test('a price asked while the date is pending is the price of the facts', () => {
    const chat = says(talk(ASKED), 'cuánto vale el delantal?')
    expect(reply(chat)).toContain('$29.000')
    expect(pendingOf(chat)?.step).toBe('fecha')
  })
})

describe('a skip', () => {
  test.each(['paso', 'prefiero no decir', 'no sé'])('%j is recorded as declined', (text) => {
    const chat = says(talk(ASKED), text)
    expect(chat.state.inquiry?.slots.urgency).toMatchObject({ status: 'declined', said: text })
    expect(pendingOf(chat)?.step).toBe('presupuesto')
  })

  test('what was declined is never asked again', () => {
    const chat = talk(ASKED, 'paso', 'prefiero no decir')
    expect(slots(chat)).toMatchObject({ urgency: null, budget: null })
    expect(pendingOf(chat)?.step).toBe('quien-decide')
  })

  test('is acknowledged in other words the second time', () => {
    const first = says(talk(ASKED), 'paso')
    const second = says(first, 'prefiero no decir')
    const [a, b] = [first, second].map((chat) => reply(chat).split('.')[0])
    expect(a).not.toBe(b)
  })

  test('a value given later takes the place of a declined one', () => {
    const chat = talk(ASKED, 'paso', 'para el 15 de abril')
    expect(slots(chat)).toMatchObject({ urgency: { days: [36, 36] } })
  })
})

describe('going back', () => {
  test.each(['atrás', 'la anterior'])('%j puts the question before again', (text) => {
    const chat = talk(ASKED, 'en un mes', text)
    expect(pendingOf(chat)).toMatchObject({ step: 'fecha' })
    expect(chat.state.dialogue.questions).toBe(2)
  })
})
