import { describe, expect, test } from 'vitest'
import { awake, hear, lead, texts, world } from './people.js'

const ana = lead('Ana', { phone: '+573005550101' })
const bea = lead('Beatriz', { phone: '+573005550102', leftAlone: true })
const shop = world([ana, bea])

describe('leaving somebody alone', () => {
  test.each([
    'ignorar ana',
    'Ignora a doña Ana',
    'no atender a ana por favor',
    'ignorar 3005550101',
    'ignorar +57 300 555 0101',
    'es de la familia ana',
  ])('%s', (said) => {
    const { actions } = hear(said, shop)
    expect(actions).toEqual([{ target: ana.id, action: { kind: 'ignore' }, undoes: null }])
  })

  test.each(['atender beatriz', 'atiende a bea', 'ya no ignores a beatriz', 'atender 3005550102'])(
    '%s',
    (said) => {
      const { actions } = hear(said, shop)
      expect(actions).toEqual([{ target: bea.id, action: { kind: 'attend' }, undoes: null }])
    },
  )

  test.each([
    ['ignorar +57 311 000 0000', 'ignore_number', '+573110000000'],
    ['ignorar 311 000 00 00', 'ignore_number', '+573110000000'],
    ['atender +34 611 000 000', 'attend_number', '+34611000000'],
  ])('%s, who never asked for anything', (said, kind, phone) => {
    const { house, actions } = hear(said, shop)
    expect(actions).toEqual([])
    expect(house).toEqual([{ action: { kind, phone }, undoes: null }])
  })

  test('says so where nothing changes, and asks for a number where nobody is called so', () => {
    expect(texts(hear('atender ana', shop))[0]).toContain('ya le respondo')
    expect(texts(hear('ignorar beatriz', shop))[0]).toContain('ya no le respondo')
    expect(texts(hear('ignorar mi suegra', shop))[0]).toContain('el número completo')
  })

  test('takes a number back by the words of the house', () => {
    const undoable = {
      id: '7',
      by: shop.me.id,
      undone: false,
      at: shop.now,
      scope: 'house',
      action: { kind: 'ignore_number', phone: '+573110000000' },
      before: null,
    } as const
    const undone = hear('deshacer', world([ana], { undoable }), awake)
    expect(texts(undone)).toEqual([
      'Deshecho: +573110000000 vuelve a estar como antes de *ignorar*.',
    ])
    expect(undone.house[0]?.action.kind).toBe('undo_house')
  })
})
