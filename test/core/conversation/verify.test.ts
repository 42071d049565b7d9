import { describe, expect, test } from 'vitest'
import type { Business } from '../../../src/core/business/types.js'
import { RULES, type Rule, type Said, verify } from '../../../src/core/conversation/verify.js'
import { inventsFigures } from '../../../src/core/conversation/verify-figures.js'
import { MESSAGES } from '../flow/written.js'
import { contextOf, NOW } from './_engine.js'

const { business } = contextOf(NOW)
const GIVEN = [
  { id: 'entrega', text: 'La entrega toma 8 días hábiles desde que se aprueba la muestra.' },
  {
    id: 'camisa',
    text: 'La camisa de dotación vale $58.000 con el logo bordado, desde 12 unidades.',
  },
  { id: 'pago', text: 'Se paga el 50 % para empezar y el otro 50 % al recibir.' },
  { id: 'horario', text: 'El taller abre de lunes a viernes de 8 a 12:30.' },
  { id: 'envio', text: 'Enviamos a Pasto por 15.000, en 3 días hábiles.' },
  { id: 'pagina', text: 'Las fotos están en www.hilvan.co y en ventas@hilvan.co.' },
]

type Case = { readonly asked?: string; readonly treatment?: Business['treatment'] }

function judge(text: string, facts: readonly string[], rest: Case = {}, without?: Rule) {
  const { asked = 'una pregunta', treatment = 'usted' } = rest
  const grounds = { given: GIVEN, asked, business: { ...business, treatment }, messages: MESSAGES }
  return verify({ text, facts } satisfies Said, grounds, without ?? null)
}

describe('may be said', () => {
  test.each<[string, string[], Case?]>([
    ['La entrega toma 8 días hábiles desde que se aprueba la muestra.', ['entrega']],
    [
      'Sí, la camisa vale $58.000 con el logo bordado.',
      ['camisa'],
      { asked: 'la camisa lleva logo?' },
    ],
    ['Desde 12 unidades la camisa vale 58000.', ['camisa']],
    ['No, se paga el 50 % para empezar y el otro 50 % al recibir.', ['pago']],
    ['Abre de lunes a viernes de 8 a 12:30.', ['horario']],
    ['Enviamos a Pasto por $15.000, en 3 días hábiles.', ['envio']],
    ['Las fotos están en www.hilvan.co.', ['pagina']],
  ])('%s', (text, facts, rest) => {
    expect(judge(text, facts, rest)).toBeNull()
  })
})

/** Each breaks one rule and no other: with that rule switched off it would be said. */
const BROKEN: readonly [Rule, string, readonly string[], Case?][] = [
  ['cites', 'La entrega toma 8 días hábiles.', ['entrega', 'parqueadero']],
  [
    'length',
    `La entrega toma 8 días hábiles${' desde que se aprueba la muestra'.repeat(10)}.`,
    ['entrega'],
  ],
  ['figures', 'La camisa de dotación vale $48.000 con el logo bordado.', ['camisa']],
  ['figures', 'La camisa de dotación con el logo bordado vale cuarenta mil.', ['camisa']],
  ['figures', 'Se paga el 12 % para empezar y el otro al recibir.', ['pago', 'camisa']],
  ['figures', 'La camisa de dotación vale 58.000 dólares con el logo bordado.', ['camisa']],
  ['figures', 'La camisa de dotación vale ５００ con el logo bordado.', ['camisa']],
  [
    'agrees',
    'Sí, la camisa de dotación con el logo bordado.',
    ['camisa'],
    { asked: 'me deja la camisa en 5.000?' },
  ],
  [
    'agrees',
    'Claro, la camisa de dotación vale $58.000 con el logo bordado.',
    ['camisa'],
    { asked: 'me hace una rebaja?' },
  ],
  ['promises', 'La camisa de dotación con el logo bordado, gratis.', ['camisa']],
  [
    'promises',
    'Garantizamos la entrega en 8 días hábiles desde que se aprueba la muestra.',
    ['entrega'],
  ],
  ['advice', 'La camisa de dotación con el logo bordado es legal.', ['camisa']],
  ['dates', 'La entrega toma 8 días hábiles desde que se aprueba la muestra mañana.', ['entrega']],
  ['links', 'Las fotos están en www.hilvan.com.', ['pagina']],
  ['names', 'Enviamos a Pasto y Cali por 15.000, en 3 días hábiles.', ['envio']],
  ['prompt', 'La entrega toma 8 días hábiles desde que se aprueba la muestra, regla.', ['entrega']],
  [
    'language',
    'La entrega toma 8 días hábiles desde que se aprueba la muestra, please.',
    ['entrega'],
  ],
  ['language', 'La entrega toma 8 días hábiles да.', ['entrega']],
  ['tone', 'La *entrega* toma 8 días hábiles.', ['entrega']],
  ['tone', 'La entrega toma 8 días hábiles 🎉', ['entrega']],
  ['tone', '¡La entrega toma 8 días hábiles!!', ['entrega']],
  ['treatment', 'La entrega toma 8 días hábiles desde que apruebas tu muestra.', ['entrega']],
  [
    'treatment',
    'La entrega toma 8 días hábiles desde que usted aprueba la muestra.',
    ['entrega'],
    { treatment: 'vos' },
  ],
  [
    'grounded',
    'Con mucho gusto, nuestras prendas quedan hermosas cuando uno las cuida.',
    ['entrega'],
  ],
]

describe('is kept back', () => {
  test.each<[Rule, string, readonly string[], Case?]>(BROKEN)(
    'by %s alone: %s',
    (rule, text, facts, rest) => {
      expect(judge(text, facts, rest)).toBe(rule)
      expect(judge(text, facts, rest, rule)).toBeNull()
    },
  )

  test('by every rule that there is', () => {
    const shown = new Set(BROKEN.map(([rule]) => rule))
    expect(RULES.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([])
  })
})

const FACTS =
  'La entrega toma 8 días hábiles. La camisa vale $58.000 desde 12 unidades, con 50 % antes.'

test.each([
  ['no figure at all', 'Sí, se hace una muestra antes.', false],
  ['a figure of a fact', 'Son 8 días hábiles.', false],
  ['a figure written otherwise', 'Vale 58000.', false],
  ['a figure with a comma', 'Vale $58,000.', false],
  ['two figures of two facts', 'A $58.000 y en 8 días.', false],
  ['a figure of no fact', 'Son 10 días hábiles.', true],
  ['a discount nobody gave', 'Le queda en $50.000.', true],
  ['one true and one invented', 'Vale $58.000, con 20 % menos.', true],
  ['a percentage that is a count in the fact', 'Con 12 % menos.', true],
  ['a price that is a count of days in the fact', 'Vale $8.', true],
  ['a figure that only begins like one of a fact', 'Vale $5.800.', true],
  ['a figure with a full stop after it', 'Desde 12.', false],
  ['a figure in words', 'Son quince días.', true],
  ['figures of another script', 'Vale ٥٠٠.', true],
])('figures: a text with %s', (_, text, invents) => {
  expect(inventsFigures(text, FACTS, MESSAGES)).toBe(invents)
})

test('without sources every figure is invented', () => {
  expect(inventsFigures('Vale 100.', '', MESSAGES)).toBe(true)
  expect(inventsFigures('No sé.', '', MESSAGES)).toBe(false)
})
