import { describe, expect, test } from 'vitest'
import { diagnose } from '../../../src/core/funnel/diagnosis.js'
import type { Diagnosis } from '../../../src/core/owner/diagnosis.js'
import { awake, hear, texts, world } from './people.js'

const BEFORE = { people: 60, sales: 6, discounted: 1, open: 10, dragging: 2 }
const NOW = { people: 80, sales: 2, discounted: 2, open: 10, dragging: 6 }
const WEIGHTS = { flow: 'qualification', points: { fecha: 30 } }
const PROPOSAL = {
  flow: 'qualification',
  changes: [{ line: 'fecha', reason: 'tiene fecha', from: 20, to: 30 }],
  before: null,
  after: WEIGHTS,
}
const at = (change: Partial<Diagnosis> = {}) =>
  world([], {
    diagnose: () => ({
      signs: diagnose({ now: NOW, before: BEFORE }),
      alerts: { good: 7, bad: 13, open: 2 },
      objections: [],
      proposal: null,
      ...change,
    }),
  })

describe('the diagnosis', () => {
  test.each(['diagnóstico', 'Diagnostico', '¿cómo está el negocio?', 'qué estoy haciendo mal'])(
    '«%s» tells the signs, where they go, and what to do',
    (text) => {
      expect(texts(hear(text, at()))).toEqual([
        [
          '*Diagnóstico de los últimos 30 días*',
          '⚠ *Contactos y ventas:* 2 ventas de 80 personas nuevas (3 %). Empeora: antes 10 %. Fuera del límite (5 %). *Qué hacer:* revise de dónde llegan (con «mis cifras») y deje de pagar por el origen que menos clientes trae.',
          '⚠ *Seguimientos sin decisión:* 6 de 10 llevan más de 14 días abiertos (60 %). Empeora: antes 20 %. Fuera del límite (40 %). *Qué hacer:* escriba «leads», llame hoy al más antiguo y pídale un sí, un no o una fecha.',
          '*Ventas con descuento:* 2 de 2 (100 %). Todavía son muy pocos para decir algo.',
          '*Avisos del último año:* terminaron en venta: 7 · sin venta: 13 · siguen abiertos: 2.',
        ].join('\n'),
      ])
    },
  )

  test('proposes other points, which a yes takes and a no leaves', () => {
    const here = at({ proposal: PROPOSAL })
    const asked = hear('diagnóstico', here)
    expect(texts(asked)[0]).toContain('   tiene fecha: de 20 a 30\n¿Los cambio? *sí* o *no*')
    const yes = hear('sí', here, asked.staff)
    expect(yes.house).toEqual([
      { action: { kind: 'weigh', before: null, after: WEIGHTS }, undoes: null },
    ])
    expect(texts(yes)[0]).toContain('deshacer')
    const no = hear('no', here, asked.staff)
    expect([no.house, texts(no)]).toEqual([[], ['Quedan los puntos como estaban.']])
    expect(hear('ok', here, asked.staff).house).toEqual([])
  })

  test('tells what was said against the prices, and how often', () => {
    const said = at({
      objections: [
        { said: 'caro', count: 5 },
        { said: 'lo voy a pensar', count: 1 },
      ],
    })
    expect(texts(hear('diagnóstico', said, awake))[0]).toContain(
      '*Lo que dijeron de las cotizaciones:* «caro», 5 veces · «lo voy a pensar», 1 vez\n',
    )
  })

  test('says so when there is nothing to judge', () => {
    const none = at({ alerts: { good: 0, bad: 0, open: 0 } })
    expect(texts(hear('diagnóstico', none, awake))[0]).toContain('todavía no hay ninguno')
  })
})
