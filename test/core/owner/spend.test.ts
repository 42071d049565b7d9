import { describe, expect, test } from 'vitest'
import { readPastDay } from '../../../src/core/owner/read-past-day.js'
import { localTime } from '../../../src/core/schedule/local-time.js'
import { toDay } from '../../../src/core/understanding/civil.js'
import type { bogota } from '../business/hilvan.js'
import { spanish } from '../schedule/spanish.js'
import { hear, texts, world } from './people.js'

const HERE = world([])
const dayOf = (at: ReturnType<typeof bogota>) => localTime(at, 'America/Bogota').day

describe('money spent', () => {
  test.each([
    ['gasté 50000 en meta', 50_000, 'meta', 10],
    ['Gaste 50.000 pesos en Facebook ayer', 50_000, 'meta', 9],
    ['ayer invertí 80 mil en volantes', 80_000, 'volantes', 9],
    ['se gastó 2 millones en la feria de Cali el sábado', 2_000_000, 'feria cali', 7],
    ['pauté 100 mil en instagram hace 3 días', 100_000, 'meta', 7],
    ['gasto de 90 mil en google el 2 de marzo', 90_000, 'google', 2],
  ])('%s', (text, amount, source, day) => {
    const { house, replies } = hear(text, HERE)
    expect(house).toMatchObject([
      { undoes: null, action: { kind: 'spend', id: 'sale-1', amount, source } },
    ])
    const [{ action }] = house as [(typeof house)[number]]
    expect(action.kind === 'spend' && dayOf(action.at)).toBe(toDay(2026, 3, day))
    expect(replies).toHaveLength(1)
  })

  test.each([
    ['gasté en meta', '¿Cuánto se gastó'],
    ['gasté 50.000', '¿En qué se gastaron los $50.000?'],
    ['gasté 50 en meta', '¿Son 50 o 50.000?'],
  ])('%s is asked about and not noted', (text, question) => {
    const obeyed = hear(text, HERE)
    expect(obeyed.house).toEqual([])
    expect(texts(obeyed)[0]).toContain(question)
  })
})

test.each(['mis cifras', 'cifras', '¿Cómo va el negocio?', 'ver las cifras por favor', 'métricas'])(
  '«%s» asks for the figures',
  (text) => {
    expect(texts(hear(text, HERE))).toEqual(['[figures]'])
  },
)

const TUESDAY = toDay(2026, 3, 10)
test.each([
  ['en meta', TUESDAY],
  ['hoy', TUESDAY],
  ['antier', TUESDAY - 2],
  ['el martes', TUESDAY - 7],
  ['el lunes', TUESDAY - 1],
  ['hace 12 días', TUESDAY - 12],
  ['el 3 de marzo', TUESDAY - 7],
  ['03/03', TUESDAY - 7],
  ['el 24 de diciembre', toDay(2025, 12, 24)],
  ['3/2/2025', toDay(2025, 2, 3)],
])('«%s» is a day that is past', (text, day) => {
  const reading = { today: TUESDAY, country: 'CO', messages: spanish }
  expect(readPastDay(text, reading).day).toBe(day)
})
