import { expect, test } from 'vitest'
import { eachSum } from '../../../src/core/funnel/day-figures.js'
import { diagnose } from '../../../src/core/funnel/diagnosis.js'
import { figuresOf } from '../../../src/core/funnel/figures.js'
import type { ReportProps } from '../../../src/core/owner/report.js'
import { reportPicture } from '../../../src/core/owner/report-picture.js'
import { compared } from '../../../src/core/owner/usual.js'
import { type Face, isDrawn, widthOf } from '../../../src/core/picture/letters.js'
import { hilvan } from '../business/hilvan.js'
import { spanish } from '../schedule/spanish.js'

/** Sunday 29 November 2026. */
const LAST = 20_786
const QUIET = { people: 0, sales: 0, discounted: 0, open: 0, dragging: 0 }
const PLENTY = { people: 90, sales: 9, discounted: 2, open: 20, dragging: 12 }
const WEEK = { people: 18, leads: 12, qualified: 4, sales: 2, revenue: 1_500_000 }

type Change = Partial<ReportProps> & {
  readonly days?: readonly object[]
  readonly spend?: number
  readonly waited?: number | null
}

function props({ days = [{}], spend = 620_000, waited = 14, ...change }: Change = {}): ReportProps {
  const one = { people: 80, leads: 50, attended: 32, promoters: 9, passives: 3, detractors: 2 }
  const rows = days.map((day) => ({
    ...{ ...eachSum(() => 0), ...one, day: LAST - 3, source: 'meta' },
    ...day,
  }))
  const waits = { short: waited, medium: waited, long: waited, all: waited, months: [] }
  const spent = spend === 0 ? [] : [{ day: LAST - 3, source: 'meta', amount: spend }]
  return {
    isFirstDay: false,
    lastDay: LAST,
    week: { ...WEEK, leads: 31, revenue: 2_310_000 },
    earlier: [WEEK, { ...WEEK, leads: 10, revenue: 500_000 }],
    tickets: { open: 2, overdue: 1 },
    figures: figuresOf({ days: rows, spend: spent, waited: waits, today: LAST + 1 }),
    forecast: { open: 3, expected: 1_250_000, cases: 12, averageSale: null, lines: [] },
    signs: diagnose({ now: PLENTY, before: QUIET }),
    waiting: 0,
    model: null,
    business: hilvan,
    messages: spanish,
    ...change,
  }
}

type Drawn = { readonly text: string; readonly left: number; readonly right: number }

/** Every text of the picture in the order in which it is drawn, with where it begins and ends. */
function drawn(of: ReportProps): readonly Drawn[] {
  const svg = reportPicture(of)?.svg ?? ''
  return [...svg.matchAll(/<text ([^>]*)>(.*?)<\/text>/g)].map(([, about = '', inside = '']) => {
    const value = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(about)?.[1] ?? ''
    const text = inside.replace(/<[^>]*>/g, '').replaceAll('&#237;', 'í')
    const said = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
    const width = widthOf(
      said,
      faceOf(value('font-family'), value('font-weight')),
      Number(value('font-size')),
    )
    const x = Number(value('x'))
    const left = value('text-anchor') === 'end' ? x - width : x
    return { text: said, left, right: left + width }
  })
}

function faceOf(family: string, weight: string): Face {
  if (family !== 'Figtree') return 'speak'
  return weight === '600' ? 'strong' : 'read'
}

const texts = (of: ReportProps) => drawn(of).map(({ text }) => text)

test('shows the week beside what is usual, what it costs, what waits and what to do', () => {
  expect(texts(props())).toEqual([
    ...['Porquesí', 'Uniformes Hilván', 'La semana', '23 al 29 de noviembre'],
    ...['31', 'leads', 'lo usual: 11', 'por encima'],
    ...['4', 'calificados', 'lo usual: 4', 'como siempre'],
    ...['2', 'ventas', 'lo usual: 2', 'como siempre'],
    ...['Vendido en la semana', '$2.310.000', 'lo usual: $1.000.000 por semana'],
    ...['Cada lead costó', '$12.400', 'en 30 días: $620.000 de gasto y 50 leads'],
    ...['El gasto que más rinde', 'Meta', 'en 30 días, 50 leads a $12.400 cada uno'],
    ...['Una persona responde en', '14 min', 'en 30 días, la mitad de 32 personas esperó menos'],
    ...['Casos abiertos', '2', '1 pasó de su fecha'],
    ...['Nos recomendarían (NPS)', '50', 'de -100 a 100, con 14 respuestas'],
    ...[
      'Para esta semana',
      'Escriba «leads», llame hoy al más antiguo y',
      'pídale un sí, un no o una fecha.',
    ],
    ...['Seguimientos sin decisión: 12 de 20 llevan más de 14', 'días abiertos (60 %).'],
    'Lo usual es el promedio de las 2 semanas anteriores.',
  ])
})

test('says of few cases that they are few, and compares nothing with nothing', () => {
  const few = { people: 1, leads: 1, attended: 1, promoters: 1, passives: 0, detractors: 0 }
  const first = props({
    ...{ days: [few], spend: 0, waited: 400, earlier: [], tickets: { open: 0, overdue: 0 } },
    ...{ week: { people: 1, leads: 1, qualified: 0, sales: 0, revenue: 0 } },
    signs: diagnose({ now: QUIET, before: QUIET }),
  })
  const said = texts(first).join('\n')
  expect(said).not.toMatch(/usual|como siempre|por encima/)
  expect(said).toContain('Todavía no hay una semana anterior para comparar.')
  expect(said).toContain('en 30 días no hay gastos anotados')
  expect(said).toContain('con 1 respuesta no dice mucho')
  expect(said).toContain('7 h')
  expect(said).toContain('Todavía pasa muy poco para aconsejar algo')
})

test('one week before is that week and not what is usual', () => {
  const said = texts(props({ earlier: [WEEK] })).join('\n')
  expect(said).toContain('la anterior: 12')
  expect(said).toContain('la semana anterior: $1.500.000')
  expect(said).not.toMatch(/usual|por encima/)
})

const LONG =
  '🧵 Confecciones y Dotaciones del Caribe Hermanos Villavicencio <Norte> & Cía. S. A. S.'

test.each([
  ['as it is', props()],
  ['over two months', props({ lastDay: LAST - 28 })],
  [
    'beyond all measure',
    props({
      business: { ...hilvan, name: LONG },
      week: { people: 1e6, leads: 9_876_543, qualified: 456_789, sales: 123_456, revenue: 9e14 },
      earlier: [WEEK, WEEK],
      days: [
        {
          people: 9e6,
          leads: 5e6,
          attended: 4e6,
          source: 'volantes en el centro comercial Gran Estación',
        },
      ],
      spend: 99_000_000_000,
      tickets: { open: 12_345, overdue: 9_999 },
    }),
  ],
])('nothing is cut off by an edge nor drawn in letters that no face has: %s', (_, of) => {
  const picture = reportPicture(of)
  for (const { text, left, right } of drawn(of)) {
    expect([text, left >= 0 && right <= (picture?.width ?? 0)]).toEqual([text, true])
    expect([...text].filter((letter) => !isDrawn(letter))).toEqual([])
  }
})

test('what somebody is called is text and never markup', () => {
  const svg = reportPicture(props({ business: { ...hilvan, name: '<b>A & B</b>' } }))?.svg ?? ''
  expect(svg).toContain('&lt;b&gt;A &amp; B&lt;/b&gt;')
  expect(svg).not.toContain('<b>')
})

test('there is no picture where nothing ever happened', () => {
  const week = { people: 0, leads: 0, qualified: 0, sales: 0, revenue: 0 }
  expect(reportPicture(props({ days: [], week }))).toBeNull()
})

test.each([
  [4, 2, 4, 'same'],
  [40, 20, 4, 'more'],
  [3, 13, 4, 'less'],
  [0, 1, 4, 'same'],
  [0, 0, 4, 'same'],
  [50, 20, 1, 'unknown'],
] as const)('%i where %i are usual over %i weeks: %s', (count, usual, weeks, verdict) => {
  expect(compared(count, usual, weeks)).toBe(verdict)
})
