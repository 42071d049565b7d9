import { describe, expect, test } from 'vitest'
import type { Flow } from '../../../src/core/flow/types.js'
import { flowOf } from '../flow/written.js'
import { type Chat, contextOf, NOW, newChat, reply, says, slots } from './_engine.js'

/** A chat on a talk of its own, after its first question was put. */
function chatOn(flow: Flow): Chat {
  const context = contextOf(NOW)
  const own = {
    ...context,
    flow: (id: string) => (id === 'silence' ? context.flow(id, null) : flow),
  }
  return says(newChat(own), 'hola')
}

function asking(slot: string, type: string, more = ''): Chat {
  return chatOn(
    flowOf(`
id: charla
title: "Charla"
slots: { ${slot}: ${type} }
steps:
  - ask: ${slot}
    id: pregunta
    text: "¿Cuál?"
    hint: "Por ejemplo, así."
${more}
  - end: done
`),
  )
}

describe('a slot of the flow', () => {
  test.each([
    ['text', 'una bodega pequeña', 'una bodega pequeña'],
    ['number', 'tenemos 3 sedes', 3],
    ['number', '12', 12],
    ['email', 'ana@ejemplo.com', 'ana@ejemplo.com'],
    ['date', 'para el 15 de abril', { bucket: 'month', days: [36, 36] }],
  ])('of type %s takes «%s»', (type, text, value) => {
    const chat = says(asking('dato', type), text)
    expect(slots(chat)).toMatchObject({ dato: value })
    expect(chat.state.dialogue.status).toBe('resting')
  })

  test('takes its count for itself: it is no quantity of anything', () => {
    expect(slots(says(asking('sedes', 'number'), '3'))).toEqual({ sedes: 3 })
  })

  test.each([
    ['hola', 'a greeting'],
    ['¿cuánto vale un delantal?', 'a question'],
    ['un momento', 'a moment to think'],
    ['ok', 'an acknowledgement'],
  ])('in free text does not take «%s»: %s', (text) => {
    expect(slots(says(asking('dato', 'text'), text))).not.toHaveProperty('dato')
  })

  test('asks again with an example when nothing could be read', () => {
    const chat = says(asking('dato', 'number'), 'muchas')
    expect(reply(chat)).toBe('Por ejemplo, así.')
  })

  test('is declined by who does not know', () => {
    expect(slots(says(asking('dato', 'text'), 'no sé'))).toEqual({ dato: null })
  })

  test('is chosen by words before its options were shown', () => {
    const chat = asking(
      'tela',
      'option',
      '    options: [{ id: a, label: "Algodón", words: ["de algodón"], value: algodon }]',
    )
    expect(slots(says(chat, 'pues de algodón'))).toEqual({ tela: 'algodon' })
  })
})

describe('a question for which one slot is enough', () => {
  const PRIORITY = `
id: charla
title: "Charla"
slots: { prioridad: option }
steps:
  - ask: [urgency, prioridad]
    id: cuando
    any: true
    text: "¿Qué tan pronto?"
    options: [{ id: alta, label: "Es lo primero", words: ["lo primero"], value: alta }]
  - say: "Gracias."
  - end: done
`

  test.each([
    ['es lo primero', { prioridad: 'alta' }],
    ['para el 15 de abril', { urgency: { days: [36, 36] } }],
    ['es lo primero, para el 15 de abril', { prioridad: 'alta', urgency: { days: [36, 36] } }],
    ['no sé', { prioridad: null, urgency: null }],
  ])('is over with «%s»', (text, expected) => {
    const chat = says(chatOn(flowOf(PRIORITY)), text)
    expect(slots(chat)).toMatchObject(expected)
    expect(reply(chat)).toContain('Gracias.')
  })
})

describe('a problem told in words that the flow knows', () => {
  const TOLD = flowOf(`
id: charla
title: "Charla"
slots: { reto: { type: text, words: ["se nos dañ", "no duran"] } }
steps:
  - ask: [reto, quantity]
    id: que
    text: "¿Qué quiere resolver y cuántos son?"
    only: { quantity: ["¿Cuántos?", "¿Cuántos son?"] }
  - end: done
`)

  test('is taken unasked, in its clause, and only once', () => {
    const chat = says(chatOn(TOLD), 'hola')
    const fresh = says(newChat(chat.context), 'Buenas, soy Ana, las batas se nos dañan, somos 20')
    expect(slots(fresh)).toMatchObject({
      reto: 'las batas se nos dañan',
      quantity: 20,
      name: 'Ana',
    })
    expect(slots(says(fresh, 'y no duran nada')).reto).toBe('las batas se nos dañan')
  })

  test('when it was asked for, keeps all of their words', () => {
    const chat = says(chatOn(TOLD), 'se nos dañan en la lavada, qué pesar')
    expect(slots(chat)).toEqual({ reto: 'se nos dañan en la lavada, qué pesar' })
    expect(reply(chat)).toBe('¿Cuántos?')
  })

  test('keeps the time after which it happens for itself', () => {
    const text = 'no duran ni dos meses, somos 30'
    expect(slots(says(chatOn(TOLD), text))).toEqual({ reto: text, quantity: 30 })
  })

  test('is corrected by who says so', () => {
    const chat = says(chatOn(TOLD), 'no duran')
    expect(slots(says(chat, 'perdón, me corrijo: se nos dañan los cuellos')).reto).toContain(
      'cuellos',
    )
  })

  test('is not told by asking about it', () => {
    expect(slots(says(chatOn(TOLD), '¿se nos dañan con el sol?'))).toEqual({})
  })

  test('a count alone leaves the problem to be told', () => {
    expect(slots(says(chatOn(TOLD), 'somos 40 personas'))).toEqual({ quantity: 40 })
  })
})
