import { describe, expect, it, test } from 'vitest'
import { KINDS } from '../../../src/core/owner/command-words.js'
import type { Command } from '../../../src/core/owner/commands.js'
import { hear, lead, parser, readAmount, texts, world } from './people.js'

const at = world([lead('Ana')])
const PARTS = ['ventas', 'clientes', 'llamadas', 'cifras', 'chats']
const shown = (asked: string): string => texts(hear(asked, at)).join('\n')

/** The words between asterisks, as they may be written. */
function wordsIn(text: string): readonly string[] {
  return [...text.matchAll(/\*([^*]+)\*/g)].flatMap(([, word = '']) => word)
}

const whole = ['ayuda', ...PARTS.map((part) => `ayuda ${part}`)].map(shown)
const named = whole.flatMap(wordsIn)
const titles = whole.map((text) => wordsIn(text.split('\n')[0] ?? '')[0])

function commandsIn(word: string): readonly Command['kind'][] {
  const parsed = parser(word.replace('…', 'prefiere la tarde'), readAmount)
  return parsed.kind === 'command' && parsed.exact ? [parsed.command.kind] : []
}

describe('ayuda', () => {
  test.each([
    ...['ayuda', 'ayuda ventas', 'Ayuda con las ventas por favor', 'ayuda cotizaciones'],
    ...['ayúdame con los clientes', 'ayuda tickets', 'AYUDA LLAMADAS', 'ayuda citas'],
    ...['ayuda cifas', 'ayuda reporte', 'ayuda chats', 'ayuda con el bot'],
  ])('«%s» is short', (asked) => {
    const lines = shown(asked).split('\n')
    expect(lines.length).toBeLessThanOrEqual(11)
    expect(lines.length).toBeGreaterThan(4)
  })

  it('shows the part that was asked for', () => {
    expect(shown('ayuda cotizaciones')).toBe(shown('ayuda ventas'))
    expect(shown('ayúdame con los clientes')).toBe(shown('ayuda tickets'))
    expect(shown('ayuda cifrs')).toBe(shown('ayuda reporte'))
    // Between `cifras` and `citas`.
    expect(shown('ayuda cifas')).toBe(shown('ayuda'))
    expect(new Set(whole).size).toBe(whole.length)
  })

  it('names nothing that would not be understood', () => {
    const examples = named.filter((word) => !titles.includes(word))
    expect(examples.length).toBeGreaterThan(40)
    expect(examples.filter((word) => commandsIn(word).length === 0)).toEqual([])
  })

  it('names every word', () => {
    const told = new Set<string>(named.flatMap(commandsIn))
    // `ayuda` itself, and a courtesy; some words come to the same command.
    const elsewhere = ['help', 'greeting']
    const called: { readonly [kind: string]: string } = {
      because: 'call',
      remind: 'call',
      settle: 'ticket',
      quoted: 'quote',
    }
    const missing = KINDS.filter(
      (kind) => !told.has(called[kind] ?? kind) && !elsewhere.includes(kind),
    )
    expect(missing).toEqual([])
  })
})
