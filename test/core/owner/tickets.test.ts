import { describe, expect, it, test } from 'vitest'
import type { Ticket } from '../../../src/core/conversation/types.js'
import { obey } from '../../../src/core/owner/obey.js'
import type { World } from '../../../src/core/owner/types.js'
import type { GateAnswer } from '../../../src/core/schedule/gate.js'
import { bogota } from '../business/hilvan.js'
import { awake, hear, lead, texts, world } from './people.js'

const ticket = (number: number, rest: Partial<Ticket> = {}): Ticket => ({
  number,
  status: 'open',
  about: 'complaint',
  priority: 'high',
  said: 'logo torcido',
  openedAt: bogota(10, '09:00'),
  dueAt: bogota(10, '18:00'),
  assignedTo: null,
  reminded: 0,
  reopened: 0,
  ...rest,
})
const late = ticket(8, { said: 'se demoraron', dueAt: bogota(9, '18:00') })
const ana = lead('Ana', { tickets: [ticket(5)] })
const jairo = lead('Jairo', { tickets: [late] })
const both = (rest: Partial<World> = {}): World => world([ana, jairo], rest)

describe('tickets', () => {
  it.each(['tickets', 'Casos', 'los casos', 'casos abiertos', 'tikets', 'ver tickets'])(
    '%s: the one that falls due first in front',
    (text) => {
      expect(texts(hear(text, both()))).toEqual([
        [
          'Hay 2 casos abiertos:',
          '*Caso 8* · Jairo · «se demoraron» · venció ayer a las 6 p. m.',
          '*Caso 5* · Ana · «logo torcido» · vence hoy a las 6 p. m.',
          'Cuando uno esté, así: *ticket 8 resuelto*.',
        ].join('\n'),
      ])
    },
  )
})

describe('ticket 5 resuelto', () => {
  it.each([
    'ticket 5 resuelto',
    'Caso 5 resuelto',
    'caso 5 ya quedó',
    'resuelto el caso 5',
    'ticket 5 listo',
    'cerrar ticket 5',
    'resuelto 5',
    'ticket 5 solucionado, gracias',
    'resuelto el de ana',
    'resuelto ana',
  ])('%s', (text) => {
    const heard = hear(text, both())
    expect(heard.actions).toEqual([
      { target: ana.id, action: { kind: 'settle', ticket: 5 }, undoes: null },
    ])
    expect(texts(heard)).toEqual([
      'Caso 5, resuelto. Ahora le pregunto a Ana si quedó bien. Para anular: *deshacer*.',
    ])
  })

  it.each<[string, GateAnswer, string]>([
    [
      'they were written to today',
      { kind: 'wait', until: bogota(11, '08:00'), reason: 'held.day_cap' },
      'Caso 5, resuelto. En cuanto se pueda le pregunto a Ana si quedó bien. Espera: ya recibió un mensaje hoy.',
    ],
    [
      'it is late',
      { kind: 'wait', until: bogota(11, '08:00'), reason: 'held.hours' },
      'Caso 5, resuelto. En cuanto se pueda le pregunto a Ana si quedó bien. Espera al miércoles 11, 8 a. m.: a esta hora no se escribe.',
    ],
    [
      'they want no messages',
      { kind: 'never', reason: 'held.opted_out' },
      'Caso 5, cerrado. A Ana no le pregunto: pidió que no le escribieran.',
    ],
    [
      'there is no hour for it',
      { kind: 'never', reason: 'held.no_hours' },
      'Caso 5, cerrado sin preguntarle a Ana si quedó bien. No se envía: no hay ningún horario en que se pueda escribir.',
    ],
  ])('says what is true where %s', (_, answer, expected) => {
    const heard = hear('ticket 5 resuelto', both({ gateFor: () => answer }))
    expect(texts(heard)).toEqual([`${expected} Para anular: *deshacer*.`])
  })

  it.each(['resuelto', 'ya quedó resuelto', 'solucionado'])('%s, in reply to its news', (text) => {
    const at = both({ quoted: { contactId: jairo.id }, quotedTicket: 8 })
    expect(hear(text, at).actions).toMatchObject([{ action: { kind: 'settle', ticket: 8 } }])
  })

  test('alone, with two open, asks which', () => {
    const asked = hear('resuelto', both())
    expect(texts(asked)[0]).toContain('¿Cuál caso quedó resuelto?')
    expect(hear('el 8', both(), asked.staff).actions).toMatchObject([{ target: jairo.id }])
  })

  test('a tick on its news says the same, and nothing about a sale', () => {
    const at = both({ quoted: { contactId: ana.id }, quotedTicket: 5 })
    const heard = obey(awake, { kind: 'reaction', emoji: '✅' }, at)
    expect(heard.actions).toMatchObject([{ action: { kind: 'settle', ticket: 5 } }])
  })

  test('of a number that nobody has, it is said', () => {
    const text = 'No hay ningún caso 9 abierto. Con *tickets* están todos.'
    expect(texts(hear('ticket 9', both()))).toEqual([text])
  })

  test('changes nothing where the customer was asked already, or nothing is open', () => {
    const asked = lead('Ana', { tickets: [ticket(5, { status: 'asked' })] })
    expect(hear('ticket 5 resuelto', world([asked])).actions).toEqual([])
    expect(texts(hear('tickets', world([lead('Ana')])))).toEqual(['No hay ningún caso abierto.'])
    expect(texts(hear('resuelto ana', world([lead('Ana')])))[0]).toContain('ningún caso abierto')
  })

  test('"en ese caso" is about no ticket', () => {
    expect(hear('en ese caso mañana', both(), awake).actions).toEqual([])
    expect(texts(hear('en ese caso mañana', both()))[0]).not.toContain('Caso')
  })
})
