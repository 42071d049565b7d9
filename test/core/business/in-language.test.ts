import { describe, expect, test } from 'vitest'
import { dayText, urgencyText } from '../../../src/core/business/date-text.js'
import { hourText } from '../../../src/core/business/hour-text.js'
import { businessIn } from '../../../src/core/business/in-language.js'
import { promise } from '../../../src/core/business/promise.js'
import { itemsWithArticles } from '../../../src/core/business/quote.js'
import { messagesIn } from '../../../src/core/messages.js'
import { toDay } from '../../../src/core/understanding/civil.js'
import { project } from '../conversation/_engine.js'
import { MESSAGES } from '../flow/written.js'
import { bogota, colombianHolidays, hilvan, TODAY } from './hilvan.js'

const [pt, en] = [messagesIn(MESSAGES, 'pt'), messagesIn(MESSAGES, 'en')]

describe('a business in another language', () => {
  const { business } = project

  test('is the same one in Spanish', () => {
    expect(businessIn(business, 'es')).toBe(business)
  })

  test('is made once', () => {
    expect(businessIn(business, 'pt')).toBe(businessIn(business, 'pt'))
  })

  test('names its things, its people and what it knows in that language', () => {
    const spoken = businessIn(business, 'pt')
    expect(spoken).toMatchObject({ sells: 'uniformes', place: 'oficina' })
    expect(spoken.staff[0]).toMatchObject({ name: 'Rosalba', title: 'a dona' })
    expect(spoken.products.find(({ id }) => id === 'pantalon')).toMatchObject({
      one: 'calça de brim',
      gender: 'f',
    })
    const fact = spoken.facts.find(({ id }) => id === 'direccion')
    expect(fact?.text.usted).toBe('A oficina fica no bairro Restrepo, em Bogotá.')
  })

  test('has nothing to say of what nobody worded', () => {
    const spoken = businessIn(hilvan, 'en')
    expect(spoken.sells).toBe('')
    expect(spoken.products.map(({ one }) => one)).toEqual(['', '', '', ''])
    expect(spoken.facts.map(({ text }) => text.usted)).toEqual(['', '', ''])
  })

  test('lacks no word of the shipped workshop', () => {
    for (const language of ['pt', 'en'] as const) {
      const { products, facts, notMade, personas, attributes, staff, nurture, referrals } =
        businessIn(business, language)
      const said = [
        ...products.flatMap(({ one, many, includes }) => [one, many, includes?.usted ?? '-']),
        ...[...facts, ...notMade, ...(nurture?.pieces ?? [])].map(({ text }) => text.usted),
        ...personas.map(({ one }) => one),
        ...attributes.map(({ name }) => name),
        ...staff.map(({ title }) => title),
        ...[referrals?.reward, referrals?.welcome, referrals?.profile].map((each) => each?.usted),
      ]
      expect(said.filter((text) => text === '')).toEqual([])
    }
  })

  test('says an order as its language does', () => {
    const items = [
      { product: 'pantalon', quantity: 1 },
      { product: 'delantal', quantity: 20 },
    ]
    expect(itemsWithArticles(businessIn(business, 'pt'), items, pt)).toBe(
      'a calça de brim e os 20 aventais',
    )
    expect(itemsWithArticles(businessIn(business, 'en'), items, en)).toBe(
      'the pair of drill trousers and the 20 aprons',
    )
  })
})

describe('days and hours in other languages', () => {
  test.each([
    [TODAY, 'hoje', 'today'],
    [TODAY + 1, 'amanhã', 'tomorrow'],
    [toDay(2026, 3, 27), 'sexta-feira, 27 de março', 'Friday, March 27'],
    [toDay(2027, 1, 15), '15 de janeiro de 2027', 'January 15, 2027'],
  ])('day %d', (day, portuguese, english) => {
    expect(dayText(day, TODAY, pt)).toBe(portuguese)
    expect(dayText(day, TODAY, en)).toBe(english)
  })

  test.each([
    [18 * 60, '18h', '6 p.m.'],
    [12 * 60 + 30, '12h30', '12:30 p.m.'],
    [10 * 60, '10h', '10 a.m.'],
    [0, '24h', 'midnight'],
  ])('minute %d', (minute, portuguese, english) => {
    expect(hourText(minute, 'CO', pt)).toBe(portuguese)
    expect(hourText(minute, 'CO', en)).toBe(english)
  })

  test.each([
    [bogota(10, '10:00'), 'hoje antes das 18h', 'today before 6 p.m.'],
    [bogota(10, '21:00'), 'amanhã antes das 10h', 'tomorrow before 10 a.m.'],
    [bogota(14, '12:30'), 'segunda-feira antes das 10h', 'Monday before 10 a.m.'],
  ])('a promise made at %s', (now, portuguese, english) => {
    const promised = (messages: typeof pt) =>
      promise(hilvan, colombianHolidays, now, messages, 'usted').text
    expect(promised(pt)).toBe(portuguese)
    expect(promised(en)).toBe(english)
  })

  test('a delay stays a delay', () => {
    const delay = (days: number) => ({ bucket: 'month', days: [days, days] }) as const
    expect(urgencyText(delay(21), TODAY, pt, 'daqui a três semanas')).toBe('em 3 semanas')
    expect(urgencyText(delay(20), TODAY, en, 'within 20 days')).toBe('in 20 days')
  })
})
