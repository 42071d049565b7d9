import { describe, expect, it, test } from 'vitest'
import type { Before } from '../../../src/core/conversation/events.js'
import { severalWords } from '../../../src/core/owner/several-words.js'
import type { LeadWord, Obeyed, World } from '../../../src/core/owner/types.js'
import { createSumReader } from '../../../src/core/understanding/sum.js'
import { bogota, hilvan } from '../business/hilvan.js'
import { lexicon } from '../understanding/lexicon.js'
import { awake, hear, id, lead, rosalba, texts, world } from './people.js'

const readAmount = createSumReader(lexicon, hilvan.country)
const ana = lead('Ana Gómez', { id: id('ana') })
const carlos = lead('Carlos Peña', { id: id('carlos'), phone: '+573000000377', items: [] })
const marta = lead('Marta Ríos', { id: id('marta'), phone: '+573000000590' })

const actions = (heard: Obeyed) => heard.actions.map(({ action }) => action)

function shop(rest: Partial<World> = {}): World {
  return world([ana, carlos, marta], { readAmount, ...rest })
}

describe('whom a sentence is about', () => {
  it.each([
    ['oiga ya le vendí a don Carlos lo de las camisas, fueron 870 mil', 'carlos'],
    ['ya le vendí a don Carlos las camisas en 870 mil', 'carlos'],
    ['perdido marta caro', 'marta'],
    ['perdido ana gómez, muy caro', 'ana'],
  ])('%s', (text, target) => {
    // Ana was spoken of last: nothing is taken for granted about her.
    const heard = hear(text, shop(), { ...awake, lastAbout: ana.id })
    expect(heard.actions.map((each) => each.target)).toEqual([target])
  })

  it('asks where the words may be somebody else', () => {
    const asked = hear('tomar ana lópez', shop())
    expect(texts(asked)).toEqual(['No encuentro a «ana lópez». ¿Es *Ana Gómez*? *sí* o *no*'])
    expect(hear('sí', shop(), asked.staff).actions).toMatchObject([{ target: 'ana' }])
    const left = hear('no', shop(), asked.staff)
    expect(left.actions).toEqual([])
    expect(texts(left)).toEqual(['De acuerdo, no hice nada.'])
  })

  it('tells people of one first name by the other', () => {
    const other = lead('Ana Torres', { id: id('ana-2'), phone: '+573000000999', summary: 'batas' })
    expect(texts(hear('tomar ana', world([ana, other])))[0]).toBe(
      'Hay dos Anas:\n1. Ana Gómez, 20 camisetas polo\n2. Ana Torres, batas\n¿Cuál?',
    )
  })
})

describe('sums as they are said', () => {
  it.each([
    ['ganado ana 840', 840_000],
    ['vendí a ana ochocientos cuarenta', 840_000],
    ['ganado ana 840 mil', 840_000],
  ])('%s, of somebody whose order comes to as much', (text, amount) => {
    expect(actions(hear(text, shop()))).toMatchObject([{ kind: 'won', amount }])
  })

  it('are doubted in words too, where nothing is known of the order', () => {
    expect(texts(hear('vendí a carlos ochocientos setenta', shop()))).toEqual(['¿870 o 870.000?'])
  })
})

describe('a sale told late', () => {
  it.each([
    ['ayer le vendí a marta 700 mil', bogota(9, '12:00')],
    ['antier ganado marta 700 mil', bogota(8, '12:00')],
    ['hace 3 días le vendí a marta 700 mil', bogota(7, '12:00')],
    ['venta marta 700 mil ayer', bogota(9, '12:00')],
  ])('%s', (text, at) => {
    const heard = hear(text, shop())
    expect(heard.actions).toMatchObject([
      { target: 'marta', action: { kind: 'sale', amount: 700_000, at } },
    ])
    expect(texts(heard)[0]).toContain('anotada: fue ')
  })

  it('keeps its day while its sum is asked', () => {
    const asked = hear('ayer le vendí a marta', shop())
    expect(actions(hear('700 mil', shop(), asked.staff))).toMatchObject([
      { kind: 'sale', amount: 700_000, at: bogota(9, '12:00') },
    ])
  })
})

describe('a quote that went out already', () => {
  it('is only written down', () => {
    const heard = hear('ya le mandé la cotización por 840 mil a Ana', shop())
    expect(actions(heard)).toMatchObject([{ kind: 'quote', amount: 840_000, sent: true }])
    expect(heard.staff.pending).toBeNull()
    const asked = hear('ya le mandé la cotización a Ana', shop())
    expect(actions(hear('840 mil', shop(), asked.staff))).toMatchObject([{ sent: true }])
  })
})

describe('what was sold, and then', () => {
  it.each([
    ['¿y ayer?', 'yesterday'],
    ['y la semana pasada?', 'last_week'],
    ['y hoy', 'today'],
    ['y en total', 'ever'],
    ['¿y anteayer?', 'day_before'],
    ['y de la pasada', 'last_week'],
  ])('%s', (text, period) => {
    const first = hear('cuánto llevo este mes?', shop())
    expect(hear(text, shop(), first.staff).replies).toEqual([{ kind: 'sold', period }])
  })

  it('is not asked by a word of its own', () => {
    expect(hear('hoy', shop()).replies).not.toMatchObject([{ kind: 'sold' }])
  })
})

describe('more than a name', () => {
  it.each([
    ['recuérdame cobrarle a carlos el viernes', 'carlos', 'postpone'],
    ['no le respondas más a marta', 'marta', 'pause'],
    ['recuérdame el lunes preguntarle a carlos cómo le fue', 'carlos', 'postpone'],
    ['llamé a carlos y quedó contento', 'carlos', 'touch'],
  ])('%s', (text, target, kind) => {
    expect(hear(text, shop()).actions).toMatchObject([{ target, action: { kind } }])
  })

  it.each(['marta qué', 'el número de marta', 'léeme lo de marta', 'qué pasó con marta'])(
    '%s asks about her',
    (text) => {
      expect(hear(text, shop()).replies).toMatchObject([{ kind: 'card', target: 'marta' }])
    },
  )
})

describe('a question which of several', () => {
  const orders = [
    lead('Pedro Gil', { id: id('polo'), summary: '20 camisetas polo', items: [] }),
    lead('Pedro Gil', { id: id('drill'), phone: '+573000000999', summary: '40 pantalones drill' }),
  ]
  const at = world(orders, { readAmount })
  const asked = hear('ganado pedro', at)

  it('keeps the sum that is said first', () => {
    const again = hear('840 mil', at, asked.staff)
    expect(again.actions).toEqual([])
    expect(hear('la primera', at, again.staff).actions).toMatchObject([
      { target: 'polo', action: { kind: 'won', amount: 840_000 } },
    ])
  })

  it('knows them by what they want', () => {
    const again = hear('840 mil', at, asked.staff)
    expect(hear('el de las camisetas', at, again.staff).actions[0]?.target).toBe('polo')
  })

  it.each(['nadie', 'ninguno', 'no'])('is dropped with %j', (text) => {
    const left = hear(text, at, asked.staff)
    expect(left.staff.pending).toBeNull()
    expect(texts(left)).toEqual(['De acuerdo, no hice nada.'])
  })
})

test('a slip of the pen records nothing of whoever was spoken of', () => {
  const staff = { ...awake, lastAbout: marta.id }
  expect(hear('hazle 10 % de descuento a carlos', shop(), staff).actions).toEqual([])
})

describe('a sum put right', () => {
  const before = { outcome: null } as Before
  const sold: LeadWord = {
    ...{ id: 'w', by: rosalba.id, scope: 'lead', target: ana.id, name: 'Ana Gómez', before },
    action: { kind: 'won', saleId: 's', amount: 840_000 },
    ...{ stageAfter: 'customer', checkIn: null, soldAt: null, undone: false, at: shop().now },
  }
  const told = { ...awake, lastAbout: ana.id }
  const at = shop({ undoable: sold })

  it.each(['no, son 3', 'no, el 15', 'no, mejor el 20'])('%s is no sum beside that one', (text) => {
    expect(severalWords(text, told, at)).toEqual([text])
  })

  it('of days ago is left alone', () => {
    const old = { ...sold, at: bogota(2, '10:00') }
    expect(severalWords('no, fueron 940', told, shop({ undoable: old }))).toEqual([
      'no, fueron 940',
    ])
  })

  it.each([
    ['no perdón, fueron 940', ['deshacer', 'ganado 940000']],
    ['me equivoqué, eran 940 mil', ['deshacer', 'ganado 940000']],
    ['ay no, no fueron 840 mil, fueron 940 mil', ['deshacer', 'ganado 940000']],
  ])('%s', (text, said) => {
    expect(severalWords(text, told, at)).toEqual(said)
  })

  it.each(['no, a marta le vendí en 940 mil', 'son 940 mil', 'no', 'me equivoqué'])(
    '%s: nothing is said again',
    (text) => {
      expect(severalWords(text, told, at)).toEqual([text])
    },
  )
})
