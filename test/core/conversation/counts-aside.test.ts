import { describe, expect, test } from 'vitest'
import { slots, talk } from './_engine.js'

const ASKED_DATE = '20 camisetas polo'

describe('a bare count while a date is asked', () => {
  test.each([
    ['perdón, 25, para mediados de abril', 25],
    ['no, 25, para mayo', 25],
    ['de polos 25', 25],
    ['las camisetas, 25', 25],
  ])('%s', (text, quantity) => {
    expect(slots(talk(ASKED_DATE, text))).toMatchObject({ quantity })
  })

  test.each(['perdón, para el 25', 'camisetas para el 25 de abril', 'el 25', '25'])(
    'is none in «%s»',
    (text) => {
      expect(slots(talk(ASKED_DATE, text))).toMatchObject({ quantity: 20 })
    },
  )

  test('counts the product it stands with', () => {
    const { state } = talk('20 camisetas polo y 15 delantales', 'y de camisetas 24')
    expect(state.inquiry?.items.map(({ quantity }) => quantity)).toEqual([24, 15])
  })
})
