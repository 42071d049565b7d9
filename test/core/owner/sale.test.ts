import { describe, expect, test } from 'vitest'
import type { OwnerAction } from '../../../src/core/conversation/events.js'
import type { Obeyed } from '../../../src/core/owner/types.js'
import { bogota } from '../business/hilvan.js'
import { hear, id, lead, texts, world } from './people.js'

const WON = { kind: 'won', reason: '', at: bogota(2, '10:00') } as const
const ana = lead('Ana', { stage: 'customer', outcome: WON, organization: 'La Alacena' })
const camilo = lead('Camilo')
const shop = world([camilo, ana])

function actions({ actions: done }: Obeyed): readonly (readonly [string, OwnerAction])[] {
  return done.map(({ target, action }) => [target, action])
}

function sold(rest: Partial<Extract<OwnerAction, { kind: 'sale' }>> = {}): OwnerAction {
  return {
    kind: 'sale',
    at: null,
    saleId: 'sale-1',
    amount: 800_000,
    discount: null,
    product: '',
    items: [],
    ...rest,
  }
}

const POLOS = {
  product: '20 camisetas polo',
  items: [{ product: 'polo', quantity: 20 }],
}

describe('venta', () => {
  test.each<[string, OwnerAction]>([
    ['venta ana 800.000', sold()],
    ['Nueva venta a Ana: 800.000', sold()],
    ['ana volvió a comprar, 800 mil', sold()],
    ['hubo venta de 800 mil a doña Ana', sold()],
    ['venta ana 800.000 20 camisetas polo', sold(POLOS)],
    ['venta de 20 camisetas polo a la Alacena por 800 mil', sold(POLOS)],
    ['venta ana 800.000 con descuento', sold({ discount: 0 })],
    ['venta ana 800.000 con 10% de descuento', sold({ discount: 10 })],
    ['venta ana 800.000 20 camisetas polo con descuento', sold({ ...POLOS, discount: 0 })],
    ['venta ana 800.000 tapetes bordados', sold({ product: 'tapetes bordados' })],
  ])('«%s» is one more of a customer', (text, action) => {
    expect(actions(hear(text, shop))).toEqual([[ana.id, action]])
  })

  test('says what was written down', () => {
    expect(texts(hear('venta ana 800.000 20 camisetas polo con 10% de descuento', shop))).toEqual([
      'Venta de $800.000 a Ana, anotada: 20 camisetas polo, con el 10 % de descuento. El viernes 13 le pregunto si llegó todo bien. Para anular: *deshacer*.',
    ])
  })

  test.each(['venta camilo 800.000', 'ganado 800 mil', 'venta 800 mil'])(
    '«%s» is the sale of who is being attended',
    (text) => {
      const won = { kind: 'won', amount: 800_000, saleId: 'sale-1' }
      expect(actions(hear(text, shop))).toEqual([[camilo.id, won]])
    },
  )

  test('a discount belongs to any sale', () => {
    const discounted = sold({ discount: 10 })
    expect(actions(hear('ganado camilo 800 mil con 10% de descuento', shop))).toEqual([
      [camilo.id, discounted],
    ])
  })

  test('ganado is no second sale', () => {
    expect(hear('ganado ana 800 mil', shop).actions).toEqual([])
    expect(hear('ganado ana 800 mil con descuento', shop).actions).toEqual([])
  })

  test('asks of how much, and keeps what was said', () => {
    const asked = hear('venta ana 20 camisetas polo con descuento', shop)
    expect(texts(asked)).toEqual(['¿De cuánto fue la venta?'])
    expect(actions(hear('800 mil', shop, asked.staff))).toEqual([
      [ana.id, sold({ ...POLOS, discount: 0 })],
    ])
  })

  test('asks which of two', () => {
    const other = lead('Ana', { id: id('ana-2'), organization: 'Colegio San José' })
    const asked = hear('venta ana 800.000 con descuento', world([ana, other]))
    expect(texts(asked)[0]).toContain('Hay dos Anas:')
    expect(actions(hear('1', world([ana, other]), asked.staff))).toEqual([
      [ana.id, sold({ discount: 0 })],
    ])
  })

  test('in reply to a card every word is what was sold', () => {
    const quoted = { contactId: ana.id }
    expect(actions(hear('venta 800.000 cofias', world([camilo, ana], { quoted })))).toEqual([
      [ana.id, sold({ product: 'cofias' })],
    ])
  })
})
