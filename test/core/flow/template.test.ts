import { describe, expect, test } from 'vitest'
import { fill, type Picking, pickWording, variablesOf } from '../../../src/core/flow/template.js'
import type { Condition, Wording } from '../../../src/core/flow/types.js'

const VALUES = { pedido: '20 camisetas', negocio: 'Hilván', 'precio:camisa': '$58.000' }

describe('a text with variables', () => {
  test.each([
    ['Hola.', 'Hola.'],
    ['{pedido} de {negocio}', '20 camisetas de Hilván'],
    ['Vale {precio:camisa}.', 'Vale $58.000.'],
    ['{nombre}, hola', null],
    ['{Nombre}, hola', null],
  ])('%s becomes %s', (text, expected) => {
    expect(fill(text, VALUES)).toBe(expected)
  })

  test('begins with a capital where its variable is written with one', () => {
    expect(fill('{Último_pedido}.', { último_pedido: 'éxito' })).toBe('Éxito.')
  })

  test('takes its values from a function as well', () => {
    expect(fill('{a}{B}', (name) => (name.length === 1 ? `<${name}>` : undefined))).toBe('<a><B>')
  })

  test('puts a value in as it is, braces and dollar signs included', () => {
    expect(fill('{a}', { a: '$& {b}' })).toBe('$& {b}')
  })

  test('names each variable once, in small letters', () => {
    expect(variablesOf('{Pedido} {pedido} {dato:envios} {total}')).toEqual([
      'pedido',
      'dato:envios',
      'total',
    ])
    expect(variablesOf('nothing')).toEqual([])
  })
})

function wording(text: string, when: Condition | null = null): Wording {
  return { text: { usted: text, tú: `${text} (tú)`, vos: `${text} (vos)` }, when }
}

function picking(more: Partial<Picking> = {}): Picking {
  return {
    treatment: 'usted',
    language: 'es',
    variables: VALUES,
    times: 0,
    holdsIf: () => true,
    ...more,
  }
}

describe('a list of wordings', () => {
  const list = [wording('{nombre}, ¿cuántas?'), wording('¿Cuántas?'), wording('¿Y cuántas?')]

  test('is used from its first wording that can be said', () => {
    expect(pickWording(list, picking())).toMatchObject({ text: '¿Cuántas?', index: 1 })
    expect(pickWording(list, picking({ variables: { nombre: 'Ana' } }))).toMatchObject({
      text: 'Ana, ¿cuántas?',
      index: 0,
    })
  })

  test('is said in one language, or not at all', () => {
    const own: Wording = {
      text: { usted: '¿Cuántas?', tú: '', vos: '', en: 'How many?' },
      when: null,
    }
    const mixed = [wording('¿Y cuántas?'), own]
    const inEnglish = { text: 'How many?', raw: 'How many?', index: 1 }
    expect(pickWording(mixed, picking({ language: 'en' }))).toEqual(inEnglish)
    expect(pickWording(mixed, picking({ language: 'pt' }))).toBeNull()
  })

  test('is taken in turns', () => {
    const said = [0, 1, 2, 3].map((times) => pickWording(list, picking({ times }))?.index)
    expect(said).toEqual([1, 2, 1, 2])
  })

  test('never repeats the sentence said last while there is another', () => {
    expect(pickWording(list, picking({ avoid: '¿Cuántas?' }))?.text).toBe('¿Y cuántas?')
    expect(pickWording([wording('Sí.')], picking({ avoid: 'Sí.' }))?.text).toBe('Sí.')
  })

  test('speaks in the treatment of the business', () => {
    expect(pickWording(list, picking({ treatment: 'vos' }))?.text).toBe('¿Cuántas? (vos)')
  })

  test('leaves out wordings whose condition does not hold', () => {
    const conditional = [wording('A', { kind: 'sign', name: 'told' }), wording('B')]
    expect(pickWording(conditional, picking({ holdsIf: () => false }))?.text).toBe('B')
    expect(pickWording(conditional, picking())?.text).toBe('A')
  })

  test('is silent when nothing in it can be said', () => {
    expect(pickWording([wording('{nombre}')], picking())).toBeNull()
    expect(pickWording([], picking())).toBeNull()
  })
})
