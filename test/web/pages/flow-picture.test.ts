import { describe, expect, test } from 'vitest'
import type { FlowGraph } from '../../../src/core/flow/draw.js'
import { layoutOf } from '../../../src/core/flow/layout.js'
import type { Standing } from '../../../src/core/flow/spine.js'
import { flowPicture } from '../../../src/web/pages/flow-picture.js'
import { MESSAGES } from '../../core/flow/written.js'

/** Nobody stands anywhere: the flow as it is. */
const NOWHERE: Standing = { current: null, passed: [] }

const GRAPH: FlowGraph = {
  nodes: [
    { id: 'a', kind: 'ask', label: 'Qué <necesita>' },
    { id: 'b', kind: 'branch', label: '¿Califica?' },
    { id: 'c', kind: 'end', label: 'Fin' },
    { id: 'd', kind: 'say', label: 'Seguir en contacto' },
  ],
  edges: [
    { from: 'a', to: 'b', label: null },
    { from: 'b', to: 'c', label: 'sí & ya' },
    { from: 'b', to: 'd', label: 'no' },
  ],
}

function markupOf(standing: Standing, width = 428): string {
  const layout = layoutOf(GRAPH, MESSAGES, { width, maxHeight: null, standing })
  return flowPicture(layout, 'Dónde va', 'f1', MESSAGES).markup
}

/** The wide one of the two. */
function picture(standing: Standing, width = 428): string {
  return markupOf(standing, width).split('<svg class="narrow"')[0] ?? ''
}

describe('the picture of a flow', () => {
  test('says in one sentence what it shows, for who cannot see it', () => {
    expect(picture({ current: 'b', passed: ['a'] })).toContain(
      '<desc id="f1-text">Pasado: Qué &lt;necesita&gt; · Ahora: ¿Califica? · Después: Fin</desc>',
    )
    expect(picture(NOWHERE)).toContain('Pasos: Qué &lt;necesita&gt;, ¿Califica?, Fin</desc>')
    expect(picture(NOWHERE)).toMatch(
      /role="img"\s+aria-labelledby="f1-title f1-text"><title id="f1-title">Dónde va<\/title>/,
    )
  })

  test('marks each box by its state, its kind and its part', () => {
    const classes = picture({ current: 'b', passed: ['a'] }).match(/class="flow-box [^"]*"/g)
    expect(classes).toEqual([
      'class="flow-box step passed ask"',
      'class="flow-box step current branch"',
      'class="flow-box side ahead say"',
      'class="flow-box step ahead end"',
    ])
  })

  test('is drawn once more for where it would shrink, under names of its own', () => {
    const markup = markupOf({ current: 'b', passed: ['a'] })
    expect(markup).toMatch(/<svg class="wide".*<svg class="narrow"/s)
    const ids = [...markup.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('writes labels as text and nothing that a strict policy refuses', () => {
    const markup = picture(NOWHERE)
    expect(markup).toContain('sí &amp; ya')
    expect(markup).not.toContain('<necesita>')
    expect(markup).not.toMatch(/style=|<script|on\w+=/)
  })

  test('keeps the whole of a label that was cut short as a tip', () => {
    const markup = picture(NOWHERE, 130)
    expect(markup).toMatch(/<title>Seguir en contacto<\/title>.*\n?.*\n?.*\n?.*…<\/text>/)
  })

  test('draws whole numbers and tenths, so that the page stays small', () => {
    expect(picture(NOWHERE)).not.toMatch(/\d\.\d\d|NaN|Infinity/)
  })
})
