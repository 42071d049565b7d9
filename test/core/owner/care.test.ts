import { describe, expect, it } from 'vitest'
import type { Account } from '../../../src/core/aftersale/call-list.js'
import { NO_CARE } from '../../../src/core/aftersale/care.js'
import type { OwnerAction } from '../../../src/core/conversation/events.js'
import type { Obeyed, OpenLead, World } from '../../../src/core/owner/types.js'
import type { Iso } from '../../../src/core/types.js'
import { bogota } from '../business/hilvan.js'
import { awake, fabian, hear, id, lead, type Rest, rosalba, texts, world } from './people.js'

const ana = lead('Ana', { vip: true })
const camilo = lead('Camilo', { phone: '+573000000377' })
const both = (rest: Rest = {}): World => world([ana, camilo], rest)

function actions(heard: Obeyed): readonly OwnerAction[] {
  return heard.actions.map(({ action }) => action)
}

/** Every way of writing does the same to the same person. */
function same(ways: readonly string[], target: OpenLead, action: OwnerAction): void {
  it.each(ways)('%s', (text) => {
    expect(hear(text, both()).actions).toEqual([{ target: target.id, action, undoes: null }])
  })
}

function account(name: string, rest: Partial<Account> = {}): Account {
  return {
    id: id(name.toLowerCase()),
    vip: true,
    sales: 1,
    spent: 840_000,
    bought: [],
    satisfaction: null,
    firstSaleAt: '2026-01-05T15:00:00.000Z' as Iso,
    lastSaleAt: '2026-01-05T15:00:00.000Z' as Iso,
    touchedAt: null,
    notes: [],
    firstListedAt: null,
    lastListedAt: null,
    owed: false,
    surprisedAt: null,
    surveyedAt: null,
    openTickets: 0,
    optedOut: false,
    planned: false,
    manager: null,
    ...rest,
  }
}

describe('llamé', () => {
  same(
    [
      'llamé a ana, se va de viaje en mayo',
      'Llame a Ana: se va de viaje en mayo',
      'hablé con doña Ana, se va de viaje en mayo',
      'ana: la llamé, se va de viaje en mayo',
      'ya llamé a Ana. se va de viaje en mayo',
      'visité a ana: se va de viaje en mayo',
    ],
    ana,
    { kind: 'touch', id: 'sale-1', note: 'se va de viaje en mayo', of: 'call' },
  )

  it.each([
    'que ana me llame mañana',
    'no la llamé',
    'todavía no llamé a ana',
    'si llamé a ana fue ayer',
  ])('%s: nobody was called', (text) => {
    expect(actions(hear(text, both())).filter(({ kind }) => kind === 'touch')).toEqual([])
  })

  it('says what it kept, and needs no words', () => {
    expect(texts(hear('llamé a ana, todo bien, abre en mayo', both()))).toEqual([
      'Llamada a Ana, anotada: «todo bien, abre en mayo». Para anular: *deshacer*.',
    ])
    expect(texts(hear('llamé a camilo', both()))).toEqual([
      'Llamada a Camilo, anotada. Para anular: *deshacer*.',
    ])
  })

  it('means whoever was to be called, or the one of the reminder', () => {
    const call = { at: bogota(10, '10:00'), by: rosalba, why: 'porque_si' } as const
    const due = lead('Ana', { care: { ...NO_CARE, call } })
    expect(hear('llamé, todo bien', world([camilo, due])).actions[0]?.target).toBe(due.id)
    const quoted = { contactId: camilo.id }
    expect(hear('la llamé, está feliz', both({ quoted })).actions).toMatchObject([
      { target: camilo.id, action: { kind: 'touch', note: 'está feliz' } },
    ])
  })

  it('asks which of two with the name, and says when there is nobody of it', () => {
    const other = lead('Ana', { id: id('ana-2'), organization: 'Colegio', phone: '+573000000999' })
    const asked = hear('llamé a ana, todo bien', world([ana, other]))
    expect(texts(asked)[0]).toContain('Hay dos Anas')
    expect(hear('2', world([ana, other]), asked.staff).actions).toMatchObject([
      { target: other.id, action: { kind: 'touch', note: 'todo bien' } },
    ])
    const unknown = hear('llamé a zoila, todo bien', both())
    expect(unknown.actions).toEqual([])
    expect(texts(unknown)[0]).toContain('No encuentro a «zoila»')
  })
})

describe('porque sí', () => {
  const friday: Iso = bogota(13, '10:00')
  same(
    [
      'porque sí ana el viernes',
      'porque si Ana viernes',
      'ana porque sí el viernes',
      'llamada porque sí a ana el viernes',
      'llamar porque sí a doña Ana el viernes 13',
    ],
    ana,
    { kind: 'plan_call', at: friday, why: 'porque_si' },
  )

  it('asks for the day, and takes it for an answer', () => {
    const asked = hear('porque sí ana', both())
    expect(texts(asked)[0]).toContain('¿Qué día le recuerdo llamar a Ana?')
    expect(actions(hear('el viernes', both(), asked.staff))).toEqual([
      { kind: 'plan_call', at: friday, why: 'porque_si' },
    ])
    const unclear = hear('cuando pueda', both(), asked.staff)
    expect(texts(unclear)[0]).toContain('No entendí para cuándo.')
  })

  it.each(['porque sí', 'llamadas porque sí', 'porque si?', 'lista porque sí'])(
    '%s: the list',
    (text) => {
      const accounts = [
        account('Ana', {
          touchedAt: '2026-01-22T15:00:00.000Z' as Iso,
          notes: ['iba a abrir otro local', 'todo bien'],
        }),
        account('Camilo'),
      ]
      const heard = hear(text, both({ accounts }))
      expect(texts(heard)).toEqual([
        '*Llamadas porque sí*\n' +
          '1. *Camilo* · +573000000377: compró hace 64 días y todavía sin una llamada.\n' +
          '2. *Ana* · +573000000214: 47 días sin una llamada. Lo último: «iba a abrir otro local».\n' +
          'Hoy no se vende: es para saber cómo están.\n' +
          'Para agendar: *porque sí camilo el viernes*. Después: *llamé a la 1* y cómo fue.',
      ])
      expect(
        hear('llamé a la 2, todo bien', both({ accounts }), heard.staff).actions,
      ).toMatchObject([{ target: ana.id, action: { kind: 'touch', note: 'todo bien' } }])
      expect(texts(hear('1', both({ accounts }), heard.staff))).toEqual(['[short card of camilo]'])
    },
  )

  it('answers a list that is replied to by the place in it', () => {
    const heard = hear('llamé al segundo: abre en mayo', both({ listed: [ana.id, camilo.id] }))
    expect(heard.actions).toMatchObject([{ target: camilo.id, action: { note: 'abre en mayo' } }])
  })

  it('shows a seller only whom they look after', () => {
    const accounts = [account('Ana'), account('Camilo', { manager: '+573000000002' })]
    const [text] = texts(hear('porque sí', both({ accounts, me: fabian })))
    expect(text).toContain('*Camilo*')
    expect(text).not.toContain('*Ana*')
  })

  it('says when it is nobody', () => {
    expect(texts(hear('porque sí', both()))[0]).toContain('No hay nadie para llamar')
  })
})

describe('recordar', () => {
  same(
    [
      'recordar viernes 10 llamar a camilo',
      'recordar llamar a camilo el viernes a las 10',
      'llamar a camilo el viernes',
      'agendar llamada con Camilo el viernes a las 10 am',
      'camilo: recordar viernes 10',
    ],
    camilo,
    { kind: 'plan_call', at: bogota(13, '10:00'), why: 'reminder' },
  )
})

describe('cita', () => {
  same(
    [
      'cita ana martes 10',
      'cita con Ana el martes a las 10',
      'reunión con ana martes 10 am',
      'ana cita martes 10',
      'agendar cita con doña ana el martes 17 a las 10',
    ],
    ana,
    { kind: 'meet', at: bogota(17, '10:00') },
  )

  it('says the whole date, so that a wrong guess is seen', () => {
    expect(texts(hear('cita ana martes 10', both()))).toEqual([
      'Cita con Ana el martes 17 de marzo a las 10 a. m. Una hora antes se la recuerdo. Para anular: *deshacer*.',
    ])
  })

  it('asks for an hour, and keeps the day', () => {
    const asked = hear('cita ana el jueves', both())
    expect(texts(asked)[0]).toContain('¿Qué día y a qué hora es la cita con Ana?')
    expect(actions(hear('a las 3', both(), asked.staff))).toEqual([
      { kind: 'meet', at: bogota(12, '15:00') },
    ])
  })
})

describe('cuenta', () => {
  same(
    [
      'cuenta ana de Fabián',
      'la cuenta de ana es de fabian',
      'encargar ana a Fabián',
      'asignar a doña Ana a fabián',
    ],
    ana,
    { kind: 'entrust', manager: { name: 'Fabián', phone: '+573000000002' } },
  )

  it('knows only people of the business', () => {
    expect(texts(hear('cuenta ana de Julián', both()))[0]).toContain('No encuentro a «Julián»')
    expect(actions(hear('cuenta ana mía', both()))).toEqual([])
  })
})

describe('soltar', () => {
  const call = { at: bogota(10, '10:00'), by: rosalba, why: 'porque_si' } as const

  it.each(['soltar ana', 'soltar', 'suelto a ana', 'ana: la suelto'])(
    '%s: the call that is due',
    (text) => {
      const due = lead('Ana', { assignedTo: rosalba, care: { ...NO_CARE, call } })
      expect(actions(hear(text, world([due, camilo])))).toEqual([{ kind: 'drop_call' }])
    },
  )

  it('is the sale while the call is still to come', () => {
    const later = { ...call, at: bogota(20, '10:00') }
    const due = lead('Ana', { assignedTo: rosalba, care: { ...NO_CARE, call: later } })
    expect(actions(hear('soltar ana', world([due])))).toEqual([{ kind: 'release' }])
  })
})

describe('no contestó', () => {
  it.each(['no contestó', 'no contesta ana', 'ana no contestó', 'no pude llamar a ana'])(
    '%s',
    (text) => {
      const call = { at: bogota(10, '10:00'), by: rosalba, why: 'porque_si' } as const
      const due = lead('Ana', { care: { ...NO_CARE, call } })
      const heard = hear(text, world([due, camilo]), { ...awake, lastAbout: due.id })
      expect(heard.actions).toEqual([])
      expect(texts(heard)[0]).toContain('el próximo día hábil le recuerdo otra vez a Ana')
    },
  )
})
