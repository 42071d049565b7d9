import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FlowGraph, graphOf } from '../../../src/core/flow/draw.js'
import { type Box, type Layout, layoutOf } from '../../../src/core/flow/layout.js'
import { type Standing, spineOf } from '../../../src/core/flow/spine.js'
import { fitText, textWidth } from '../../../src/core/flow/text-width.js'
import { flowOf, MESSAGES } from './written.js'

/** Nobody stands anywhere: the flow as it is. */
const NOWHERE: Standing = { current: null, passed: [] }

const graphNamed = (name: string): FlowGraph =>
  graphOf(
    flowOf(readFileSync(new URL(`../../../flows/${name}.yaml`, import.meta.url), 'utf8')),
    MESSAGES,
  )
const TALK = graphNamed('qualification')
const HALFWAY: Standing = { current: 'quien-decide', passed: ['pedido', 'fecha', 'presupuesto'] }

function layout(standing: Standing, maxHeight: number | null = null, width = 428): Layout {
  return layoutOf(TALK, MESSAGES, { width, maxHeight, standing })
}

/** Steps on the line by their state: `fecha*` is where they are, `(cierre)` is ahead. */
function lineOf({ boxes }: Layout): readonly string[] {
  const marks = { passed: ['', ''], current: ['', '*'], ahead: ['(', ')'] } as const
  return boxes
    .filter(({ role }) => role !== 'side')
    .map(({ id, role, state, text }) => {
      const [open, close] = marks[state]
      return `${open}${role === 'more' ? text : id}${close}`
    })
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

describe('the line through a flow', () => {
  test('begins at the first step and follows the next of each choice when nobody is anywhere', () => {
    expect(spineOf(TALK, NOWHERE)).toEqual({
      at: 0,
      ids: [
        ...['pedido', 'fecha', 'hay-precio', 'presupuesto', 'que-falta', 'quien-decide'],
        ...['califica', 'cierre', 'avisar', 'en-manos'],
      ],
    })
  })

  test('is the way they came, and on from there', () => {
    const passed = ['pedido', 'fecha', 'presupuesto', 'con-calma']
    expect(spineOf(TALK, { current: 'pasar', passed })).toEqual({
      at: 6,
      ids: [
        ...['pedido', 'fecha', 'hay-precio', 'presupuesto', 'que-falta', 'con-calma'],
        ...['pasar', 'en-manos'],
      ],
    })
  })

  test('turns off where a rule took them', () => {
    const passed = ['pedido', 'poco-presupuesto']
    expect(spineOf(TALK, { current: 'alternativa', passed })).toEqual({
      at: 3,
      ids: [
        ...['pedido', 'rule:presupuesto-bajo', 'poco-presupuesto', 'alternativa'],
        ...['alternativa-dicha', 'traer-prendas', 'descanso'],
      ],
    })
  })

  test('does not go round when steps lead back', () => {
    const { ids } = spineOf(graphNamed('after-sale'), { current: 'aun-no', passed: ['llego-bien'] })
    expect(ids.slice(-5)).toEqual(['espera', 'ya-conto', 'llego-bien', 'aun-no', 'espera-otra-vez'])
  })

  test.each([
    ['an empty graph', { nodes: [], edges: [] }, { ids: [], at: 0 }],
    [
      'a step that is gone',
      { nodes: [{ id: 'a', kind: 'end' as const, label: 'A' }], edges: [] },
      { ids: ['a'], at: 0 },
    ],
  ])('holds for %s', (_, graph, expected) => {
    expect(spineOf(graph, { current: 'gone', passed: ['gone'] })).toEqual(expected)
  })
})

describe('the layout', () => {
  test('tells what is behind, where they are and what lies ahead', () => {
    expect(lineOf(layout(HALFWAY))).toEqual([
      ...['pedido', 'fecha', 'presupuesto', 'quien-decide*', '(califica)', '(cierre)'],
    ])
  })

  test('leaves out what only works something out, but never where they are', () => {
    const passed = ['pedido', 'fecha', 'presupuesto', 'cierre']
    expect(lineOf(layout({ current: 'avisar', passed }))).toEqual([
      ...['pedido', 'fecha', 'presupuesto', 'califica', 'cierre', 'avisar*'],
    ])
    expect(lineOf(layout({ current: 'hay-precio', passed: ['pedido', 'fecha'] })).at(2)).toBe(
      'hay-precio*',
    )
  })

  test('asks for nothing again that is known before its turn', () => {
    expect(lineOf(layout({ current: 'fecha', passed: ['pedido', 'presupuesto'] }))).toEqual([
      ...['pedido', 'presupuesto', 'fecha*', '(quien-decide)', '(califica)', '(cierre)'],
    ])
  })

  test('is laid out once more for where there is less room', () => {
    const { narrow, boxes, height } = layout(HALFWAY)
    expect(narrow.width).toBeLessThan(428)
    expect(narrow.height).toBeGreaterThan(height)
    expect(new Set(narrow.boxes.map(({ id }) => id))).toEqual(new Set(boxes.map(({ id }) => id)))
  })

  test('writes why a way is taken beside the choice, also when the way goes on in the next row', () => {
    const { boxes, lines } = layout(HALFWAY, null, 230)
    const from = boxes.find(({ id }) => id === 'califica')
    const at = lines.find(({ label, side }) => label?.text === 'sí' && !side)?.label?.at
    expect(at?.[1]).toBeGreaterThanOrEqual(from?.y ?? 0)
    expect(at?.[0]).toBeGreaterThan(from?.x ?? 0)
  })

  test('shows what else a choice may lead to only while it lies ahead', () => {
    const sides = layout(HALFWAY).boxes.filter(({ role }) => role === 'side')
    expect(sides.map(({ label }) => label)).toEqual([
      'Ofrecer la cotización',
      'Una persona le escribe',
    ])
  })

  test('names a step that the line has too as the place to go to', () => {
    const graph: FlowGraph = {
      nodes: [
        { id: 'a', kind: 'say', label: 'Saludo' },
        { id: 'b', kind: 'branch', label: '¿Seguro?' },
        { id: 'c', kind: 'say', label: 'Fin' },
      ],
      edges: [
        { from: 'a', to: 'b', label: null },
        { from: 'b', to: 'c', label: 'sí' },
        { from: 'b', to: 'a', label: 'no · no sabe' },
      ],
    }
    const options = { width: 428, maxHeight: null, standing: NOWHERE }
    const { boxes, lines } = layoutOf(graph, MESSAGES, options)
    expect(boxes.filter(({ role }) => role === 'side').map(({ label }) => label)).toEqual([
      'vuelve a Saludo',
    ])
    expect(lines.find(({ side }) => side)?.label?.text).toBe('no')
  })

  test('counts the steps for which there is no room, the farthest first', () => {
    expect(lineOf(layout(HALFWAY, 80, 300))).toEqual([
      ...['… 2 pasos más', 'presupuesto', 'quien-decide*', '(… 2 pasos más)'],
    ])
  })

  test('keeps the step they are at, however little room there is', () => {
    expect(lineOf(layout(HALFWAY, 1))).toEqual([
      ...['… 3 pasos más', 'quien-decide*', '(… 2 pasos más)'],
    ])
  })

  test('drops what stands beside choices far ahead before it drops steps', () => {
    const all = layout({ current: 'pedido', passed: [] })
    const lower = layout({ current: 'pedido', passed: [] }, all.height - 1)
    expect(lineOf(lower)).toEqual(lineOf(all))
    expect(lower.boxes.length).toBeLessThan(all.boxes.length)
  })

  test('has no box over another and nothing outside, whatever the flow and the width', () => {
    fc.assert(
      fc.property(graphs(), fc.integer({ min: 200, max: 900 }), fc.nat(), (graph, width, at) => {
        const current = graph.nodes[at % graph.nodes.length]?.id ?? null
        const laid = layoutOf(graph, MESSAGES, {
          width,
          maxHeight: at % 2 === 0 ? null : 200,
          standing: { current, passed: [] },
        })
        for (const { x, y, width: wide, height } of laid.boxes) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(wide).toBeGreaterThan(0)
          expect(x + wide).toBeLessThanOrEqual(width)
          expect(y + height).toBeLessThanOrEqual(laid.height)
        }
        for (const [x, y] of laid.lines.flatMap(({ points }) => points)) {
          expect(x).toBeLessThanOrEqual(width)
          expect(y).toBeLessThanOrEqual(laid.height)
        }
        const over = laid.boxes.filter((box, index) =>
          laid.boxes.slice(index + 1).some((other) => overlap(box, other)),
        )
        expect(over).toEqual([])
      }),
    )
  })
})

describe('the width of a text', () => {
  test('grows with it, and a capital counts for more than an i', () => {
    expect(textWidth('Presupuesto', 12)).toBeGreaterThan(textWidth('Presu', 12))
    expect(textWidth('MMM', 12)).toBeGreaterThan(textWidth('iii', 12))
  })

  test('is kept by cutting it short', () => {
    expect(fitText('corto', 12, 200)).toBe('corto')
    const cut = fitText('Una persona del taller le escribe', 12, 90)
    expect(cut).toMatch(/^Una pers.*…$/)
    expect(textWidth(cut, 12)).toBeLessThanOrEqual(90)
  })
})

/** Any graph of up to a dozen steps with any ways between them. */
function graphs(): fc.Arbitrary<FlowGraph> {
  const kind = fc.constantFrom('say', 'ask', 'branch', 'do', 'end' as const)
  const label = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  return fc.array(fc.record({ kind, label }), { minLength: 1, maxLength: 12 }).chain((steps) => {
    const nodes = steps.map((step, index) => ({ id: `s${index}`, ...step }))
    const id = fc.constantFrom(...nodes.map((node) => node.id))
    const edge = fc.record({ from: id, to: id, label: fc.option(label) })
    const chain = nodes
      .slice(1)
      .map((node, index) => ({ from: `s${index}`, to: node.id, label: null }))
    const key = ({ from, to }: { from: string; to: string }): string => `${from} ${to}`
    return fc.uniqueArray(edge, { selector: key, maxLength: 20 }).map((edges) => ({
      nodes,
      edges: [...chain, ...edges.filter((other) => !chain.some((way) => key(way) === key(other)))],
    }))
  })
}
