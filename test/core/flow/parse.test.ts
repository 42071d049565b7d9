import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Flow, Step } from '../../../src/core/flow/types.js'
import { flowOf } from './written.js'

const FLOW = flowOf(
  readFileSync(new URL('../../fixtures/flows-good/calificacion.yaml', import.meta.url), 'utf8'),
)

function step<K extends Step['kind']>(flow: Flow, id: string, kind: K): Extract<Step, { kind: K }> {
  const found = flow.steps[id]
  if (found?.kind !== kind) throw new Error(`${id} is no ${kind} step`)
  return found as Extract<Step, { kind: K }>
}

describe('a flow file', () => {
  test('begins at its first step and keeps the order of the file', () => {
    expect(FLOW.start).toBe('pedido')
    expect(FLOW.order).toEqual([
      'pedido',
      'falta-tela',
      'tela',
      'fecha',
      'name',
      'branch-6',
      'do-7',
      'aviso',
      'say-9',
      'fin',
      'no',
    ])
  })

  test('goes on at the following step where nothing else is written', () => {
    expect(step(FLOW, 'pedido', 'ask').next).toBe('falta-tela')
    expect(step(FLOW, 'do-7', 'do').next).toBe('fin')
    expect(step(FLOW, 'branch-6', 'branch').otherwise).toBe('do-7')
  })

  test('asks one slot or several, with a text for each that may be missing alone', () => {
    const { slots, only, atLeast, atMost, offer } = step(FLOW, 'pedido', 'ask')
    expect({ slots, atLeast, atMost, offer }).toEqual({
      slots: ['need', 'quantity'],
      atLeast: 1,
      atMost: 5000,
      offer: 'repair',
    })
    expect(only.quantity?.[0]?.text.vos).toBe('¿Para cuántas personas sería?')
    expect(step(FLOW, 'tela', 'ask').slots).toEqual(['tela'])
  })

  test('keeps each treatment and the condition of a wording', () => {
    const [first, second] = step(FLOW, 'pedido', 'ask').text
    expect(first?.when).toEqual({ kind: 'sign', name: 'known' })
    expect(second).toEqual({
      when: null,
      text: {
        usted: '¿Qué {vende} necesita y para cuántas personas?',
        tú: '¿Qué {vende} necesitas y para cuántas personas?',
        vos: '¿Qué {vende} necesitás y para cuántas personas?',
      },
    })
  })

  test('records an option without a value as declined', () => {
    const { options, anythingElse, unsure } = step(FLOW, 'tela', 'ask')
    expect(options.map(({ id, value, words, next }) => ({ id, value, words, next }))).toEqual([
      { id: 'drill', value: 'drill', words: ['gruesa'], next: null },
      { id: 'otra', value: null, words: [], next: 'fecha' },
    ])
    expect({ anythingElse, unsure }).toEqual({ anythingElse: 'otra', unsure: 'fecha' })
  })

  test('reads a list of conditions as all of them', () => {
    expect(step(FLOW, 'branch-6', 'branch').cases).toEqual([
      {
        label: null,
        next: 'aviso',
        when: {
          kind: 'all',
          of: [
            { kind: 'known', slot: 'need' },
            { kind: 'not', of: { kind: 'declined', slot: 'budget' } },
          ],
        },
      },
    ])
  })

  test('knows on which line each step stands', () => {
    expect(step(FLOW, 'pedido', 'ask').where).toEqual({ file: 'flow.yaml', line: 10 })
    expect(step(FLOW, 'fin', 'end').where.line).toBe(49)
  })

  test('carries echoes, scorecard and what qualifies or disqualifies', () => {
    expect(FLOW.echoes).toMatchObject([
      { of: ['need', 'quantity'], on: 'new', every: false, also: false },
    ])
    expect(FLOW.scorecard).toMatchObject({
      threshold: 60,
      lines: [{ id: 'figura', points: 40, slot: 'budget' }],
    })
    expect(FLOW.qualification?.needs).toEqual({
      kind: 'all',
      of: [
        { kind: 'known', slot: 'need' },
        { kind: 'is', slot: 'authority', values: ['self', 'shared'] },
      ],
    })
    expect(FLOW.disqualifiers).toEqual([
      {
        id: 'poco',
        step: 'no',
        reason: 'presupuesto',
        when: { kind: 'number', of: 'budget', atLeast: null, below: 500000 },
      },
    ])
  })

  test('says nothing of what it leaves out', () => {
    const flow = flowOf('id: a\ntitle: "A"\nsteps: [{ end: done }]\n')
    expect(flow).toMatchObject({
      mode: 'talk',
      questions: 4,
      slots: {},
      echoes: [],
      scorecard: null,
      qualification: null,
      disqualifiers: [],
      onSilence: null,
      onSale: null,
    })
  })

  test('has the same version whatever its comments and the order of its fields', () => {
    const one = flowOf('id: a\ntitle: "A"\nsteps: [{ end: done, id: fin }]\n')
    const same = flowOf('# Other\ntitle: A\nid: a\nsteps:\n  - id: fin\n    end: done\n')
    const other = flowOf('id: a\ntitle: "A"\nsteps: [{ end: rest, id: fin }]\n')
    expect(same.hash).toBe(one.hash)
    expect(other.hash).not.toBe(one.hash)
    expect(one.hash).toMatch(/^[0-9a-f]{16}$/)
  })
})
