import { expect, test } from 'vitest'
import { atBakery } from './_bakery.js'
import { of, reply, slots } from './_engine.js'

test('what was agreed elsewhere is cancelled by a person, and its day is no date of anything wanted', () => {
  const chat = atBakery('quiero cancelar mi pedido del sabado')
  expect(reply(chat)).toContain('que quieres cancelar; te escribe')
  expect(slots(chat).urgency).toBeUndefined()
  expect(of(chat.effects, 'tell').map(({ notice }) => notice.kind)).toContain('cancelled')
})

test('what was talked of here is left as ever', () => {
  const chat = atBakery('quiero un pastel para 20 personas', 'mejor quiero cancelar el pedido')
  expect(reply(chat)).toContain('Dejémoslo aquí')
})

test('one of several things that are sold is not counted out', () => {
  expect(reply(atBakery('necesito pan para un desayuno de 40 personas'))).not.toContain('40 pan')
})
