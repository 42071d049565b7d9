import { describe, expect, test } from 'vitest'
import { atBakery } from './_bakery.js'
import { reply, says } from './_engine.js'

describe('a fact without words of its own, or asked in others', () => {
  test.each([
    ['hay donde estacionarse?', 'No tenemos estacionamiento'],
    ['abren el lunes?', 'Los lunes descansamos'],
    ['y el domingo hasta que hora', 'domingos de 9 a 3'],
    ['como le hago para apartar', 'Se aparta con el 50 %'],
    ['me lo traen a mi casa?', 'Sí entregamos dentro de Puebla'],
    ['cuanto aguanta?', 'aguanta 4 días'],
    ['se puede pagar con tarjeta', 'tarjeta, sin comisión'],
  ])('%s', (text, answer) => {
    expect(reply(atBakery(text))).toContain(answer)
  })

  test('asked beside a price, both are answered', () => {
    const text = 'cuánto sería un pastel de 20 personas y si me lo llevan a domicilio?'
    const answer = reply(atBakery(text))
    expect(answer).toContain('$900')
    expect(answer).toContain('Sí entregamos dentro de Puebla')
  })

  test('what only might answer says so, and is not said twice', () => {
    const once = atBakery('hola', 'y en moto?')
    expect(reply(once)).toContain('Sí entregamos dentro de Puebla')
    expect(reply(once)).toContain('Si preguntabas otra cosa')
    expect(reply(says(once, 'no, pero en moto?'))).toContain('no lo tengo')
  })

  test.each(['hacen mesas de dulces?', 'y si llueve?', 'hay descuento?'])(
    '%s: nobody knows',
    (text) => {
      expect(reply(atBakery(text))).toContain('no lo tengo')
    },
  )
})

test('a date tells nothing of opening hours', () => {
  const chat = atBakery('buenas, me urge un pastel para hoy en la tarde, tienen algo?')
  expect(reply(chat)).toContain('porción de pastel vale')
})
