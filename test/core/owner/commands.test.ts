import { describe, expect, it } from 'vitest'
import type { Command } from '../../../src/core/owner/commands.js'
import { parser, readAmount } from './people.js'

const parse = (text: string): unknown => {
  const parsed = parser(text, readAmount)
  return parsed.kind === 'command' ? parsed.command : parsed
}

describe('the words of owners', () => {
  const cause = (text: string) => ({ kind: 'cause', text }) as const
  const loose = (text: string) => ({ kind: 'loose', text }) as const
  const ways: readonly (readonly [Command, readonly string[]])[] = [
    [
      { kind: 'leads' },
      ['leads', 'Leads', 'LEADS', '¿quién hay?', 'leds', 'prospectos', 'hola, leads'],
    ],
    [
      { kind: 'lead', name: 'ana' },
      ['lead ana', 'lead: ana', 'leads de ana', 'leads ana por favor'],
    ],
    [
      { kind: 'take', name: null },
      ['tomar', 'TOMAR', 'tómar', 'tomr', 'lo tomo yo', 'la tomo', 'mía', 'Yo me encargo!'],
    ],
    [
      { kind: 'take', name: 'ana' },
      ['tomar ana', 'ana la tomo yo', 'tomo a doña ana', 'lo tomo yo, ana', 'hola, tomar ana'],
    ],
    [{ kind: 'release', name: null }, ['soltar', 'Suelto', 'la suelto', 'sotlar', 'soltrar']],
    [
      { kind: 'lost', name: null, reason: cause('precio') },
      ['perdido por precio', 'Perdida por precio.', 'se perdió por precio', 'perdid por precio'],
    ],
    [
      { kind: 'lost', name: 'ana', reason: cause('precio') },
      ['perdido ana por precio', 'a ana la perdí por precio'],
    ],
    [
      { kind: 'lost', name: null, reason: loose('se demoró') },
      ['perdido porque se demoró', 'perdida: se demoró'],
    ],
    [
      { kind: 'lost', name: null, reason: null },
      ['perdido', 'No compró', 'se cayó', 'perdimos...'],
    ],
    [{ kind: 'pause', name: null }, ['pausa', 'Pausar', 'pauza', 'cállate', 'no respondas']],
    [
      { kind: 'pause', name: 'Ana María' },
      ['pausa Ana María', 'pausa el chat de Ana María', 'pausá a Ana María', 'Ana María pausa'],
    ],
    [{ kind: 'resume', name: null }, ['sigue', 'siga', 'SIGUE', 'continúa', 'sigeu']],
    [{ kind: 'resume', name: 'ana' }, ['sigue ana', 'sigue con ana', 'siga en el chat de ana']],
    [{ kind: 'undo' }, ['deshacer', 'Deshacer.', 'desahcer', 'deshaser', 'anular', 'me equivoqué']],
    [{ kind: 'help', about: ' ' }, ['ayuda', 'Ayúdame', 'ayda', 'menú', 'qué puedo hacer']],
    [{ kind: 'greeting' }, ['hola', 'Buenos días', 'buenas', '¡Hola!']],
  ]
  const rows = ways.flatMap(([command, texts]) => texts.map((text) => ({ text, command })))

  it.each(rows)('$text', ({ text, command }) => {
    expect(parse(text)).toEqual(command)
  })

  it.each([
    ['ganado', null, null],
    ['ya pagó', null, null],
    ['ganado 840 mil', null, { value: 840_000, bare: false }],
    ['Vendido 1.420.000', null, { value: 1_420_000, bare: true }],
    ['cerrada: $840.000', null, { value: 840_000, bare: true }],
    ['ganado ana 840 mil', 'ana', { value: 840_000, bare: false }],
    ['vendí 2 millones a Ana', 'Ana', { value: 2_000_000, bare: false }],
    ['vendido por 840 mil a doña Ana, gracias', 'Ana', { value: 840_000, bare: false }],
    ['ganado 1500', null, { value: 1500, bare: true }],
    ['ganado 1.500', null, { value: 1500, bare: true }],
    ['ganadp 840 mil', null, { value: 840_000, bare: false }],
  ])('%s is a sale', (text, name, amount) => {
    expect(parse(text)).toMatchObject({ kind: 'won', name, amount, at: null })
  })

  it('asks between two words that are one letter away', () => {
    expect(parse('pendido por precio')).toMatchObject({
      kind: 'ambiguous',
      between: [
        { kind: 'won', name: 'precio', amount: null },
        { kind: 'lost', name: null, reason: { kind: 'cause', text: 'precio' } },
      ],
      words: ['vendido', 'perdido'],
    })
  })

  it.each(['', '840 mil', '1', 'Ana', 'el cliente me dijo que la otra semana', '👍', 'gol', 'mas'])(
    'does not know %j',
    (text) => {
      expect(parse(text)).toEqual({ kind: 'unknown' })
    },
  )

  it('tells a corrected word from an exact one', () => {
    expect(parser('pauza', readAmount)).toMatchObject({ exact: false, whole: true })
    expect(parser('pausa ana', readAmount)).toMatchObject({ exact: true, whole: false })
  })
})
