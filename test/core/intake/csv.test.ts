import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv } from '../../../src/core/intake/csv.js'
import { csvText, plainCell } from '../../../src/core/intake/csv-text.js'

describe('reads tables as spreadsheets write them', () => {
  test.each([
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\r\n1,5;2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'a\tb\n1\t2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['\ufeffa,b', [['a', 'b']]],
    ['sep=;\r\na;b', [['a', 'b']]],
    ['"a, y b",c', [['a, y b', 'c']]],
    ['"dijo ""ya""";x', [['dijo "ya"', 'x']]],
    [
      'a,b\n\n , \n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\n1,',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    ['"dos\nrenglones",b', [['dos\nrenglones', 'b']]],
  ])('%j', (text, cells) => {
    const csv = readCsv(text)
    expect(csv.kind === 'rows' && csv.rows.map((row) => row.cells)).toEqual(cells)
  })

  test('tells the line of each, counting breaks inside cells', () => {
    const csv = readCsv('a,b\n"uno\ndos",x\n\n3,4')
    expect(csv.kind === 'rows' && csv.rows.map(({ line }) => line)).toEqual([1, 2, 5])
  })

  test('tells where a quotation mark is never closed', () => {
    expect(readCsv('a,b\n1,"2\n3,4')).toEqual({ kind: 'unclosed', line: 2 })
  })

  test('whatever is written is read back', () => {
    const table = fc.array(
      fc
        .array(fc.string(), { minLength: 2, maxLength: 2 })
        .filter((row) => row.join('').trim() !== ''),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(table, (rows) => {
        const csv = readCsv(csvText([['x', 'y'], ...rows]))
        const read = csv.kind === 'rows' ? csv.rows.slice(1).map(({ cells }) => cells) : null
        const safe = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)
        expect(read).toEqual(rows.map((row) => row.map(safe)))
      }),
      { numRuns: 50 },
    )
  })
})

test.each(['=1+1', '+573001112233', '-2', '@suma', '\tx'])(
  'no cell runs as a formula: %j',
  (cell) => {
    const [, written = ''] = csvText([['a'], [cell]]).split('\r\n')
    expect(written[0]).toBe("'")
    expect(plainCell(written)).toBe(cell)
  },
)
