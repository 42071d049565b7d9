import { expect, test } from 'vitest'
import { forecastOf, type OddsRow } from '../../../src/core/funnel/odds.js'
import { forecastText } from '../../../src/core/owner/forecast-text.js'
import { hilvan } from '../business/hilvan.js'
import { spanish } from '../schedule/spanish.js'

const ROWS: readonly OddsRow[] = [
  { rung: 'lead', band: 0, won: 1, lost: 24, open: 7, quoted: 0, quotes: 0 },
  { rung: 'qualified', band: 3, won: 0, lost: 0, open: 1, quoted: 0, quotes: 0 },
  { rung: 'opportunity', band: 3, won: 18, lost: 2, open: 2, quoted: 1_300_000, quotes: 1 },
]
const told = (rows: readonly OddsRow[], average: number | null): string =>
  forecastText({ forecast: forecastOf(rows, average), business: hilvan, messages: spanish })

test('«pronóstico» says what is expected and all that it is worked out from', () => {
  expect(told(ROWS, 1_000_000)).toBe(
    [
      '*Por cerrar:* abiertas: 10; se esperan $2.724.000 según cómo cerraron las 45 anteriores.',
      'Sale de cuántos compraron antes, por etapa y puntos:',
      '*Cliente potencial, 80 puntos o más:* compraron 18 de 20; se cuenta 88 % · abiertas: 2, por $2.300.000 → $2.024.000',
      '*Lead calificado, 80 puntos o más:* nadie ha decidido todavía; se cuenta 35 % · abiertas: 1, por $1.000.000 → $350.000',
      '*Lead, menos de 40 puntos:* compró 1 de 25; se cuenta 5 % · abiertas: 7, por $7.000.000 → $350.000',
      'Cada una vale lo que se le cotizó; sin cotización, el promedio de las ventas: $1.000.000.',
      'Con pocos casos, el porcentaje se acerca al de los demás. Lo que lleva más de 90 días abierto cuenta como no comprado.',
    ].join('\n'),
  )
})

test('before anything was sold or asked for it promises nothing', () => {
  expect(told(ROWS.slice(1, 2), null)).toContain('aún no hay ventas')
  expect(told([], null)).toBe('Todavía no hay nada por cerrar, ni nada cerrado de lo que aprender.')
})
