import { describe, expect, it } from 'vitest'
import { NO_CARE } from '../../../src/core/aftersale/care.js'
import type { Silence } from '../../../src/core/conversation/types.js'
import { todayText } from '../../../src/core/owner/today.js'
import { todayThings } from '../../../src/core/owner/today-things.js'
import type { OpenLead } from '../../../src/core/owner/types.js'
import { bogota, hilvan } from '../business/hilvan.js'
import { spanish } from '../schedule/spanish.js'
import { fabian, lead, rosalba } from './people.js'

const words = { now: bogota(10, '10:34'), business: hilvan, messages: spanish }
const mine = { id: rosalba.id, name: rosalba.name }
const given = { amount: 820_000, discount: null, at: bogota(9, '15:00'), sentAt: null }

function today(leads: readonly OpenLead[], silence: Silence | null = null): readonly string[] {
  const things = todayThings({ ...words, me: mine, leads, silence })
  return todayText(things, words).split('\n')
}

const won = { kind: 'won', reason: '', at: bogota(9, '09:00') } as const

describe('what the day holds', () => {
  it('lists whoever bought and was promised an answer since', () => {
    expect(today([lead('Ana', { outcome: won, assignedTo: mine })])[1]).toBe(
      '1. *Ana* (20 camisetas polo) espera su mensaje. Le prometí respuesta hoy antes de las 6.',
    )
  })

  it('lists whom to call, who comes back, whose quote waits and who is silent, in that order', () => {
    const lines = today([
      lead('Jairo', { promisedBy: null, assignedTo: mine, heardAt: bogota(6, '09:00') }),
      lead('Diana', { promisedBy: null, quote: given, heardAt: bogota(9, '14:00') }),
      lead('Camilo', { postponed: { until: bogota(10, '08:00'), by: mine } }),
      lead('Nubia', { promisedBy: null, summary: '' }),
      lead('Ana', { promisedBy: bogota(9, '18:00') }),
    ])
    expect(lines).toEqual([
      'Hoy, martes 10 de marzo:',
      '1. *Ana* (20 camisetas polo) espera su mensaje. Le prometí respuesta ayer antes de las 6.',
      '2. *Nubia* espera su mensaje.',
      '3. *Camilo* (20 camisetas polo) quedó para hoy a las 8 a. m.',
      '4. *Diana* (20 camisetas polo) no ha respondido la cotización de $820.000, del lunes 9.',
      '5. *Jairo* (20 camisetas polo) lleva 4 días sin escribir. Falta un sí o un no.',
      'Con el número le muestro cada una.',
    ])
  })

  it('says of a quote of the same day at what time it went', () => {
    const today1 = { ...given, sentAt: bogota(10, '09:49'), at: bogota(10, '09:49') }
    const lines = today([
      lead('Diana', { promisedBy: null, quote: today1, heardAt: bogota(9, '14:00') }),
    ])
    expect(lines[1]).toContain('la cotización de $820.000, de hoy a las 9:49 a. m.')
  })

  it('lists meetings and calls of today, and of calls also what is late', () => {
    const planned = (why: 'porque_si' | 'reminder' | 'missed', day: number): Partial<OpenLead> => ({
      ...{ outcome: won, promisedBy: null },
      care: { ...NO_CARE, call: { at: bogota(day, '10:00'), by: mine, why } },
    })
    const meeting = (day: number): Partial<OpenLead> => ({
      ...{ outcome: won, promisedBy: null },
      care: { ...NO_CARE, meeting: { at: bogota(day, '16:00'), by: mine } },
    })
    const lines = today([
      lead('Ana', planned('porque_si', 10)),
      lead('Diana', planned('reminder', 9)),
      lead('Camilo', planned('missed', 10)),
      lead('Jairo', meeting(10)),
      lead('Nubia', meeting(11)),
      lead('Luz', planned('reminder', 11)),
      lead('Eva', {
        care: { ...NO_CARE, call: { at: bogota(9, '10:00'), by: fabian, why: 'reminder' } },
        outcome: won,
        promisedBy: null,
      }),
    ])
    expect(lines.slice(1, -1)).toEqual([
      '1. Cita con *Jairo* hoy a las 4 p. m.',
      '2. Llamar a *Diana* (20 camisetas polo): quedó para ayer a las 10 a. m.',
      '3. Llamada porque sí a *Ana*: sin vender nada.',
      '4. *Camilo* llamó y falta devolverle la llamada.',
    ])
  })

  it('puts the oldest promise first, and who was promised nothing last', () => {
    const lines = today([
      lead('Uno', { promisedBy: null }),
      lead('Dos', { promisedBy: bogota(10, '18:00') }),
      lead('Tres', { promisedBy: bogota(6, '18:00') }),
    ])
    expect(lines.slice(1, 4).map((line) => /\*(\w+)\*/.exec(line)?.[1])).toEqual([
      'Tres',
      'Dos',
      'Uno',
    ])
  })

  it.each<[string, Partial<OpenLead>]>([
    ['who is with a colleague', { assignedTo: { id: fabian.id, name: 'Fabián' } }],
    ['who was won', { outcome: won, promisedBy: null }],
    ['who sleeps until tomorrow', { postponed: { until: bogota(11, '08:00'), by: mine } }],
    ['who nobody was told of', { told: false, promisedBy: null }],
    ['whose promise was kept today', { assignedTo: mine, promisedBy: null }],
  ])('leaves out %s', (_, rest) => {
    expect(today([lead('Ana', rest)])).toEqual(['Hoy no queda nada pendiente.'])
  })

  it('takes whoever was written to for attended, until they write again', () => {
    const attended = { promisedBy: null, attendedAt: bogota(10, '09:30') }
    const quiet = lead('Ana', { ...attended, heardAt: bogota(10, '09:00') })
    expect(today([quiet])).toEqual(['Hoy no queda nada pendiente.'])
    expect(today([{ ...quiet, heardAt: bogota(10, '10:00') }])[1]).toContain('espera su mensaje.')
    expect(today([{ ...quiet, heardAt: bogota(6, '10:00') }])[1]).toContain('Falta un sí o un no.')
  })

  it('takes a quote that they have answered since for answered', () => {
    const answered = lead('Ana', { promisedBy: null, quote: given, assignedTo: mine })
    expect(today([answered])).toEqual(['Hoy no queda nada pendiente.'])
  })

  it('says where it is silent, and that it is silent everywhere', () => {
    const paused = (name: string): OpenLead =>
      lead(name, { told: false, promisedBy: null, pausedUntil: bogota(10, '22:00') })
    expect(today([paused('Ana')])[1]).toBe('En silencio: Ana (hasta las 10 p. m.).')
    expect(today(['A', 'B', 'C', 'D', 'E'].map(paused))[1]).toBe(
      'En silencio: A (hasta las 10 p. m.), B (hasta las 10 p. m.), C (hasta las 10 p. m.) y 2 personas más.',
    )
    expect(today([], { by: 'Rosalba', at: bogota(10, '09:10') })).toEqual([
      'Hoy no queda nada pendiente.',
      '*Todo está en pausa* desde hoy a las 9:10 a. m. Para seguir: *sigue todo*.',
    ])
  })

  it('never grows past fifteen lines', () => {
    const many = Array.from({ length: 40 }, (_, at) =>
      lead(`Ana${at}`, { pausedUntil: bogota(10, '22:00') }),
    )
    const lines = today(many, { by: 'Rosalba', at: bogota(10, '09:10') })
    expect(lines).toHaveLength(14)
    expect(lines[10]).toBe('y 31 más')
  })

  it('defuses what a name would format', () => {
    expect(today([lead('*Ana*')])[1]).toContain('1. *∗Ana∗* (')
  })
})
