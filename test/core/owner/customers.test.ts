import { describe, expect, test } from 'vitest'
import type { Account } from '../../../src/core/aftersale/call-list.js'
import { customerCard } from '../../../src/core/owner/customer-card.js'
import { bogota, hilvan } from '../business/hilvan.js'
import { spanish } from '../schedule/spanish.js'
import { fabian, hear, id, lead, texts, world } from './people.js'

const ana = lead('Ana', { stage: 'customer', organization: 'La Alacena' })
const jairo = lead('Jairo', { stage: 'repeat_customer' })
const camilo = lead('Camilo')

function account(of: string, day: number, rest: Partial<Account> = {}): Account {
  return {
    id: id(of),
    vip: false,
    sales: 1,
    spent: 840_000,
    bought: [{ product: 'polo', quantity: 20 }],
    satisfaction: null,
    firstSaleAt: bogota(day, '10:00'),
    lastSaleAt: bogota(day, '10:00'),
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

const shop = world([camilo, ana, jairo], {
  accounts: [
    account('ana', 2, {
      satisfaction: { kind: 'nps', score: 9, good: true, at: bogota(5, '10:00') },
      touchedAt: bogota(9, '10:00'),
    }),
    account('jairo', 6, {
      openTickets: 1,
      satisfaction: { kind: 'check_in', score: null, good: false, at: bogota(8, '10:00') },
    }),
    account('camilo', 6, { sales: 0, vip: true }),
  ],
})

describe('clientes', () => {
  test.each(['clientes', 'Ver los clientes', 'lista de clientes', 'mis clientes, por favor'])(
    '«%s» lists who bought last, first',
    (text) => {
      expect(texts(hear(text, shop))).toEqual([
        [
          '*Clientes*: 2 personas, por su última compra',
          '1. *Jairo* · el viernes 6 · 20 camisetas polo · algo salió mal · un caso abierto',
          '2. *Ana* · el lunes 2 · 20 camisetas polo · nota 9 de 10 · llamada: ayer',
          'Para ver a alguien: *cliente* y su nombre, o el número.',
        ].join('\n'),
      ])
    },
  )

  test('a number answers with that one', () => {
    const listed = hear('clientes', shop)
    expect(hear('2', shop, listed.staff).replies).toEqual([{ kind: 'customer', target: ana.id }])
    expect(hear('cliente 1', shop, listed.staff).replies).toEqual([
      { kind: 'customer', target: jairo.id },
    ])
  })

  test('lists ten, and says how many are left', () => {
    const many = Array.from({ length: 12 }, (_, at) => lead(`Ana${at}`, { stage: 'customer' }))
    const accounts = many.map((each) => account(each.id, 2))
    const [text] = texts(hear('clientes', world(many, { accounts })))
    expect(text).toContain('10. *')
    expect(text).not.toContain('11. *')
    expect(text).toContain('2 más')
  })

  test('says that there are none', () => {
    expect(texts(hear('clientes', world([camilo])))).toEqual([
      'Todavía no hay clientes: aparecen aquí con su primera venta.',
    ])
  })
})

describe('cliente ana', () => {
  test.each([
    'cliente ana',
    'Clienta Ana',
    'ver cliente ana',
    'historia de doña ana',
    '¿qué me compró Ana?',
    'la clienta ana',
    'cliente La Alacena',
  ])('«%s» shows her card, to sellers too', (text) => {
    const shown = [{ kind: 'customer', target: ana.id }]
    expect(hear(text, shop).replies).toEqual(shown)
    expect(hear(text, { ...shop, me: fabian }).replies).toEqual(shown)
  })

  test('what follows says what is meant', () => {
    expect(hear('cliente camilo ganado 840 mil', shop).actions).toMatchObject([
      { target: camilo.id, action: { kind: 'won', amount: 840_000 } },
    ])
    expect(hear('cliente especial ana', shop).actions).toMatchObject([{ action: { kind: 'vip' } }])
  })

  test('asks which of two, and takes whoever bought for whoever did not', () => {
    const other = lead('Ana', { id: id('ana-2'), stage: 'customer', organization: 'Colegio' })
    const asked = hear('cliente ana', world([ana, other]))
    expect(texts(asked)[0]).toContain('Hay dos Anas:')
    expect(hear('el colegio', world([ana, other]), asked.staff).replies).toEqual([
      { kind: 'customer', target: other.id },
    ])
    const asking = { ...other, stage: 'lead' } as const
    expect(hear('cliente ana', world([ana, asking])).replies).toEqual([
      { kind: 'customer', target: ana.id },
    ])
  })

  test('says that somebody has not bought', () => {
    expect(texts(hear('cliente camilo', shop))).toEqual([
      'Camilo todavía no ha comprado. Su tarjeta: *lead camilo*.',
    ])
  })

  test('holds everything on one screen', () => {
    const ticket = {
      number: 5,
      status: 'open',
      about: 'complaint',
      priority: 'high',
      said: 'un botón flojo',
      openedAt: bogota(9, '10:00'),
      dueAt: bogota(10, '10:00'),
      assignedTo: null,
      reminded: 0,
      reopened: 0,
    } as const
    const nurture = {
      ...{ since: bogota(9, '10:00'), said: 'escríbame el viernes', agreed: true, back: null },
      ...{ times: 0, piece: null, nextAt: bogota(20, '10:00') },
    }
    const card = customerCard({
      lead: { ...ana, tickets: [ticket], nurture },
      satisfaction: { kind: 'nps', score: 9, good: true, at: bogota(5, '10:00') },
      sales: [
        {
          amount: 840_000,
          at: bogota(2, '10:00'),
          discount: null,
          product: null,
          items: [{ product: 'polo', quantity: 20 }],
        },
        {
          amount: 1_420_000,
          at: bogota(6, '10:00'),
          discount: 10,
          product: 'un delantal',
          items: [],
        },
      ],
      asking: { kind: 'no', why: 'ticket', until: null },
      touch: { by: 'Rosalba', note: 'todo bien, abre en mayo', at: bogota(9, '10:00') },
      notes: ['le gusta el azul oscuro'],
      told: 'abre en mayo',
      brought: [{ friend: 'Wilmer', status: 'customer' }],
      source: null,
      broughtBy: 'Jairo',
      now: bogota(10, '10:34'),
      business: hilvan,
      messages: spanish,
    })
    expect(card.split('\n')).toEqual([
      '*Ana* · La Alacena · Cliente',
      '+573000000214 · wa.me/573000000214',
      '*2 compras*: $2.260.000 en total',
      'el viernes 6: $1.420.000 · un delantal · con el 10 % de descuento',
      'el lunes 2: $840.000 · 20 camisetas polo',
      '*Cómo quedó:* nota 9 de 10',
      '*Caso 5* abierto: «un botón flojo»',
      '*Le escribo:* el viernes 20 a las 10 a. m. («escríbame el viernes»)',
      '*Nota:* le gusta el azul oscuro',
      '*Última llamada:* Rosalba, ayer.',
      'Lo último: «abre en mayo».',
      'Llegó por recomendación de Jairo.',
      'Trajo a Wilmer: ya compró.',
      'No se le piden recomendados: hay un caso abierto.',
    ])
  })
})
