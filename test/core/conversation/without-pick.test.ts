import { describe, expect, test } from 'vitest'
import { says, slots, talk } from './_engine.js'

/** Stands at the date with its options shown, after a price was asked of another thing. */
const SHOWN = talk('20 camisetas polo', 'cuánto vale el pantalón?', 'asdf qwer', 'zxcv mnbv')

describe('an option picked by its place', () => {
  test.each(['3', 'la 3', 'el tercero', '3️⃣', 'la tercera, por favor'])('%s', (text) => {
    expect(slots(says(SHOWN, text))).toMatchObject({
      quantity: 20,
      need: 'camisetas polo',
      urgency: { bucket: 'quarter' },
    })
  })

  test('leaves to a count what no option has as its number', () => {
    expect(slots(says(SHOWN, '30 camisetas polo'))).toMatchObject({ quantity: 30 })
  })

  test('is proved by the words of the option', () => {
    const { state } = says(SHOWN, 'la 3')
    expect(state.inquiry?.slots.urgency?.said).toBe('En dos o tres meses')
  })
})
