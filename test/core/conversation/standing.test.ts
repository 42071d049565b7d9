import { expect, test } from 'vitest'
import { standingOf } from '../../../src/core/conversation/standing.js'
import { type Chat, newChat, says, talk } from './_engine.js'

function standing({ state, context }: Chat) {
  return standingOf(state, context.flow(state.dialogue.flow, null))
}

test('nobody stands anywhere before the first word', () => {
  expect(standing(newChat())).toEqual({ current: null, passed: [] })
})

test('what was asked is behind them and what is asked is where they are', () => {
  expect(standing(talk('hola'))).toEqual({ current: 'pedido', passed: ['pedido'] })
})

test('a question they answered before it was put is behind them too', () => {
  const chat = says(talk('hola'), '20 camisetas polo para el 15 de abril')
  expect(standing(chat)).toEqual({
    current: 'presupuesto',
    passed: ['pedido', 'fecha', 'presupuesto'],
  })
})

test('what the bot said counts as well as what it asked', () => {
  const chat = says(talk('soy Ana, necesito 20 camisetas polo para el 15 de abril'), 'sí')
  expect(standing(chat).current).toBe('en-manos')
  expect(standing(chat).passed).toContain('cierre')
})

test('another flow is nowhere near', () => {
  const { state, context } = talk('hola')
  expect(standingOf(state, context.flow('silence', null)).current).toBeNull()
})
