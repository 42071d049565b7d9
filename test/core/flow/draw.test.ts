import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conditionText } from '../../../src/core/flow/condition-text.js'
import { type FlowGraph, graphOf } from '../../../src/core/flow/draw.js'
import { mermaidOf } from '../../../src/core/flow/mermaid.js'
import type { Condition } from '../../../src/core/flow/types.js'
import { flowOf, MESSAGES } from './written.js'

const SHIPPED = ['qualification', 'after-sale', 'silence'].map((name) =>
  flowOf(readFileSync(new URL(`../../../flows/${name}.yaml`, import.meta.url), 'utf8')),
)

const FLOW = flowOf(`
id: charla
title: "Charla"
steps:
  - ask: need
    id: que-busca
    text: "¿Qué busca?"
    unsure: ayuda
    options:
      - { id: uno, label: "Uno", value: uno }
      - { id: dos, label: "Dos", value: dos, next: ayuda }
  - branch:
      - { when: { sign: priced }, next: adios, label: "tiene precio" }
      - { when: { known: budget }, next: adios }
      - { when: { missing: urgency }, next: que-busca }
      - otherwise: adios
    id: hay
    label: "¿Hay precio?"
  - say: "Le ayudo."
    id: ayuda
  - end: done
    id: adios
  - say: "No se puede."
    id: lo-siento
    next: adios
disqualified:
  - { id: poco, when: { declined: budget }, reason: "no alcanza", step: lo-siento }
`)

function labelsOf({ nodes }: FlowGraph): readonly string[] {
  return nodes.map(({ id, kind, label }) => `${id} ${kind} ${label}`)
}

function edgesOf({ edges }: FlowGraph): readonly string[] {
  return edges.map(({ from, to, label }) => `${from} > ${to}${label === null ? '' : `: ${label}`}`)
}

describe('the graph of a flow', () => {
  const graph = graphOf(FLOW, MESSAGES)

  test('has the steps as they are walked, with their label or their id in words', () => {
    expect(labelsOf(graph)).toEqual([
      'que-busca ask Que busca',
      'hay branch ¿Hay precio?',
      'ayuda say Ayuda',
      'rule:poco branch No alcanza',
      'lo-siento say Lo siento',
      'adios end Adios',
    ])
  })

  test('names each way by its label, its option or its condition, ways to one step as one', () => {
    expect(edgesOf(graph)).toEqual([
      'que-busca > hay',
      'que-busca > ayuda: no sabe · Dos',
      'hay > adios: tiene precio · se sabe el presupuesto · si no',
      'hay > que-busca: falta la fecha',
      'ayuda > adios',
      'rule:poco > lo-siento',
      'lo-siento > adios',
    ])
  })

  test.each(SHIPPED)('of the shipped flow $id holds every step once', (flow) => {
    const { nodes, edges } = graphOf(flow, MESSAGES)
    const ids = nodes.map(({ id }) => id)
    expect(ids.filter((id) => !id.startsWith('rule:')).toSorted()).toEqual(flow.order.toSorted())
    expect(ids[0]).toBe(flow.start)
    expect(edges.every(({ from, to }) => ids.includes(from) && ids.includes(to))).toBe(true)
    expect(new Set(edges.map(({ from, to }) => `${from} ${to}`)).size).toBe(edges.length)
  })
})

describe('a condition in words', () => {
  const known: Condition = { kind: 'known', slot: 'need' }
  test.each<readonly [Condition, string]>([
    [known, 'se sabe lo que quiere'],
    [{ kind: 'declined', slot: 'tipo-de-tela' }, 'no quiso decir tipo de tela'],
    [{ kind: 'is', slot: 'authority', values: ['self', 'x'] }, 'quién decide: quien escribe, x'],
    [{ kind: 'number', of: 'budget', atLeast: 500000, below: null }, 'presupuesto: 500.000 o más'],
    [{ kind: 'number', of: 'days', atLeast: null, below: 9 }, 'días que faltan: menos de 9'],
    [{ kind: 'number', of: 'days', atLeast: 1, below: 9 }, 'días que faltan: de 1 a menos de 9'],
    [
      { kind: 'all', of: [known, { kind: 'sign', name: 'told' }] },
      'se sabe lo que quiere y ya se avisó',
    ],
    [
      { kind: 'any', of: [known, { kind: 'not', of: known }] },
      'se sabe lo que quiere o no (se sabe lo que quiere)',
    ],
  ])('%j', (condition, text) => {
    expect(conditionText(condition, MESSAGES)).toBe(text)
  })
})

describe('Mermaid', () => {
  test('draws a box for each step by its kind and an arrow for each way', () => {
    expect(mermaidOf(graphOf(FLOW, MESSAGES))).toBe(
      [
        'flowchart TD',
        '  n0("Que busca")',
        '  n1{"¿Hay precio?"}',
        '  n2["Ayuda"]',
        '  n3{"No alcanza"}',
        '  n4["Lo siento"]',
        '  n5(["Adios"])',
        '  n0 --> n1',
        '  n0 -->|"no sabe · Dos"| n2',
        '  n1 -->|"tiene precio · se sabe el presupuesto · si no"| n5',
        '  n1 -->|"falta la fecha"| n0',
        '  n2 --> n5',
        '  n3 --> n4',
        '  n4 --> n5',
        '',
      ].join('\n'),
    )
  })

  test('takes any text for text: a line a box, and nothing that ends a label', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (label) => {
        const text = mermaidOf({ nodes: [{ id: 'a', kind: 'say', label }], edges: [] })
        const [head, box, rest, ...more] = text.split('\n')
        expect([head, rest, more]).toEqual(['flowchart TD', '', []])
        expect(box).toMatch(/^ {2}n0\["(?:[\p{L}\p{N}\p{M} .,¿?¡!·]|#\d+;)*"\]$/u)
      }),
    )
  })

  test.each([
    ['"]; click a', '#34;#93;#59; click a'],
    ['<b>%%{init}</b>', '#60;b#62;#37;#37;#123;init#125;#60;#47;b#62;'],
    ['dos\nlíneas', 'dos líneas'],
  ])('writes %s by number', (label, written) => {
    const text = mermaidOf({ nodes: [{ id: 'a', kind: 'end', label }], edges: [] })
    expect(text).toContain(`n0(["${written}"])`)
  })
})
