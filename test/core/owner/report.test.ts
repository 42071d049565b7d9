import { expect, test } from 'vitest'
import { eachSum } from '../../../src/core/funnel/day-figures.js'
import { diagnose } from '../../../src/core/funnel/diagnosis.js'
import { figuresOf } from '../../../src/core/funnel/figures.js'
import { type ReportProps, reportText } from '../../../src/core/owner/report.js'
import { nextReport } from '../../../src/core/schedule/report-time.js'
import { toDay } from '../../../src/core/understanding/civil.js'
import { bogota, hilvan } from '../business/hilvan.js'
import { spanish } from '../schedule/spanish.js'
import { hear, texts, world } from './people.js'

const TODAY = 20_500
const QUIET = { people: 0, sales: 0, discounted: 0, open: 0, dragging: 0 }

function props(change: Partial<ReportProps> = {}): ReportProps {
  const days = [{ ...eachSum(() => 0), people: 12, leads: 8, day: TODAY - 3, source: 'meta' }]
  const spend = [{ day: TODAY - 3, source: 'meta', amount: 100_000 }]
  const waited = { short: null, medium: null, long: null, all: null, months: [] }
  return {
    isFirstDay: false,
    lastDay: TODAY - 1,
    week: { people: 12, leads: 8, qualified: 3, sales: 1, revenue: 840_000 },
    earlier: [{ people: 7, leads: 5, qualified: 1, sales: 0, revenue: 0 }],
    tickets: { open: 0, overdue: 0 },
    figures: figuresOf({ days, spend, waited, today: TODAY }),
    forecast: { open: 3, expected: 1_250_000, cases: 12, averageSale: null, lines: [] },
    signs: diagnose({ now: QUIET, before: QUIET }),
    waiting: 0,
    model: null,
    business: hilvan,
    messages: spanish,
    ...change,
  }
}

test('tells the week, the money and the sign to look at', () => {
  const now = { people: 100, sales: 4, discounted: 4, open: 10, dragging: 5 }
  expect(reportText(props({ signs: diagnose({ now, before: QUIET }) }))).toBe(
    [
      '*El reporte de la semana*',
      '1. En los últimos siete días: 12 personas nuevas y 1 venta por $840.000; la semana anterior, 7 y $0.',
      '2. En 30 días, leads: 8, a $12.500 cada uno. Por cerrar hay 3, y se esperan $1.250.000.',
      '3. ⚠ *Ventas con descuento:* 4 de 4 (100 %). No hay un mes anterior para comparar. Fuera del límite (50 %). *Qué hacer:* en la próxima cotización quite el descuento y ofrezca algo que no baje el precio: plazo, muestra o garantía.',
    ].join('\n'),
  )
})

test('names first who has waited for days, whatever the signs say', () => {
  const now = { people: 100, sales: 4, discounted: 4, open: 10, dragging: 5 }
  const told = reportText(props({ waiting: 6, signs: diagnose({ now, before: QUIET }) }))
  expect(told?.split('\n').at(-1)).toBe(
    '3. 6 personas que califican llevan días esperando que alguien les escriba: empezar por ellas (con «hoy»).',
  )
})

test('tells below it what a language model was needed for and what it cost', () => {
  const model = {
    turns: 240,
    needed: 12,
    calls: 15,
    failed: 1,
    refused: 2,
    tokens: 3_400,
    ms: 18_000,
  }
  expect(reportText(props({ model }))?.split('\n').at(-1)).toBe(
    'Modelo de lenguaje: 15 consultas, en el 5 % de los turnos; 3.400 tokens, 1 s por consulta. 3 respuestas no se usaron.',
  )
  const good = { ...model, calls: 1, failed: 0, refused: 0 }
  expect(
    reportText(props({ model: good }))
      ?.split('\n')
      .at(-1),
  ).toBe(
    'Modelo de lenguaje: una consulta, en el 5 % de los turnos; 3.400 tokens, 18 s por consulta.',
  )
  expect(reportText(props())).not.toContain('Modelo de lenguaje')
})

test('says nothing where nothing ever happened', () => {
  const waited = { short: null, medium: null, long: null, all: null, months: [] }
  const figures = figuresOf({ days: [], spend: [], waited, today: TODAY })
  const week = { people: 0, leads: 0, qualified: 0, sales: 0, revenue: 0 }
  expect(reportText(props({ figures, week }))).toBeNull()
})

test.each([
  // Tuesday the 10th of March; the digest goes out at eight.
  [bogota(10, '09:00'), bogota(16, '08:30')],
  [bogota(16, '08:29'), bogota(16, '08:30')],
  [bogota(16, '08:30'), bogota(23, '08:30')],
])('after %s it comes on Monday, %s', (after, at) => {
  const told = { ...hilvan, digest: 8 * 60 }
  expect(nextReport(told, new Set(), after)?.at).toBe(at)
  expect(nextReport({ ...told, digest: null }, new Set(), after)).toBeNull()
})

test('a Monday that is a holiday passes it on to Tuesday', () => {
  const told = { ...hilvan, digest: 8 * 60 }
  const rests = new Set([toDay(2026, 3, 16)])
  expect(nextReport(told, rests, bogota(14, '09:00'))?.at).toBe(bogota(17, '08:30'))
  expect(nextReport(told, rests, bogota(17, '08:30'))?.at).toBe(bogota(23, '08:30'))
})

test.each(['reporte', 'El informe', '¿cómo estuvo la semana?', 'resumen de la semana'])(
  '«%s» asks for it',
  (text) => {
    expect(texts(hear(text, world([])))).toEqual(['[report]'])
  },
)

test('on the first day it says what will stand there, instead of noughts', () => {
  const told = reportText(props({ isFirstDay: true, earlier: [] }))
  expect(told).toMatch(/^\*El reporte de la semana\*\nHoy es el primer día: \d+ personas nuevas\. /)
  expect(told).not.toContain(' 0')
})
