import { describe, expect, test } from 'vitest'
import { readTable } from '../../../src/core/intake/read-table.js'
import type { Iso } from '../../../src/core/types.js'
import { MESSAGES } from '../flow/written.js'

const READING = {
  business: { country: 'CO', timeZone: 'America/Bogota' },
  messages: MESSAGES,
  now: '2026-03-10T15:00:00.000Z' as Iso,
}
const read = (...lines: readonly string[]) => readTable(lines.join('\n'), READING)

describe('a list', () => {
  test('is read by its headings, in whatever words', () => {
    const { people, problems, ignored } = read(
      'Nombre completo;Nº de WhatsApp;CELULAR;Tipo;Fecha de compra;Valor;Talla',
      'Ana Ruiz;;300 111 2233;Cliente;10/03/2025;$1.500.000;M',
      'Inés;;3009998877;prospecto;;;',
    )
    expect(problems).toEqual([])
    expect(ignored).toEqual(['Nº de WhatsApp', 'Talla'])
    expect(people).toMatchObject([
      {
        phone: '+573001112233',
        name: 'Ana Ruiz',
        isCustomer: true,
        since: '2025-03-10T17:00:00.000Z',
        sales: [{ amount: 1_500_000, at: '2025-03-10T17:00:00.000Z' }],
      },
      { phone: '+573009998877', name: 'Inés', isCustomer: false, sales: [] },
    ])
  })

  test('may tell of today, however early it is, and never of tomorrow', () => {
    const heads = 'Celular;Fecha de compra;Valor'
    const { people } = read(heads, '3001112233;10/03/2026;50000')
    const { now } = READING
    expect(people).toMatchObject([{ since: now, sales: [{ id: expect.any(String), at: now }] }])
    const later = readTable([heads, '3001112233;10/03/2026;50000'].join('\n'), {
      ...READING,
      now: '2026-03-12T15:00:00.000Z' as Iso,
    })
    expect(later.people[0]?.sales[0]?.id).toBe(people[0]?.sales[0]?.id)
    expect(read(heads, '3001112233;11/03/2026;50000').problems).toMatchObject([
      { line: 2, key: 'intake.problem.date' },
    ])
  })

  test('needs no headings, nor one that says what are phones', () => {
    expect(read('Ana,3001112233', 'Luz,3001112244').people.map(({ name }) => name)).toEqual([
      'Ana',
      'Luz',
    ])
    expect(read('a quién;dónde', 'Ana;3001112233').people).toMatchObject([
      { phone: '+573001112233' },
    ])
  })

  test('names one person once, however their number is written, with all of their sales', () => {
    const { people } = read(
      'telefono,nombre,fecha,total',
      '3001112233,Ana,2025-01-10,100000',
      '+57 300 111 22 33,Ana Ruiz,2025-02-10,200000',
      '3001112233,,2025-02-10,200000',
    )
    expect(people).toHaveLength(1)
    const sales = people[0]?.sales ?? []
    expect(sales.map(({ amount }) => amount)).toEqual([100_000, 200_000, 200_000])
    expect(new Set(sales.map(({ id }) => id)).size).toBe(3)
  })

  test.each([
    [['telefono', 'abc'], 2, 'intake.problem.phone'],
    [['telefono', '5,73E+11'], 2, 'intake.problem.cut_short'],
    [['telefono;fecha', '', '3001112233;31/02/2025'], 3, 'intake.problem.date'],
    [['telefono;fecha', '3001112233;2030-01-01'], 2, 'intake.problem.date'],
    [['telefono;valor', '3001112233;x9'], 2, 'intake.problem.amount'],
    [['nombre', 'Ana'], 1, 'intake.problem.no_phones'],
    [['nombre,"x', 'Ana'], 1, 'intake.problem.quote'],
    [[''], 1, 'intake.problem.empty'],
  ])('%j is a problem of line %i', (lines, line, key) => {
    const { problems, people } = read(...lines)
    expect(people).toEqual([])
    expect(problems).toMatchObject([{ line, key }])
  })
})
