import { describe, expect, test } from 'vitest'
import { slots } from './_engine.js'
import { atSolandes } from './_solar.js'

const said = (...texts: readonly string[]) => atSolandes(...texts).said.join('\n')
const told = (...texts: readonly string[]) =>
  atSolandes(...texts).all.flatMap((effect) => (effect.kind === 'tell' ? [effect.notice.kind] : []))

describe('who buys nothing is sold nothing', () => {
  test.each([
    'buenas, el agua sale amarilla de mi terma que compré con uds hace 2 años',
    'hola, los paneles que me instalaron ustedes ya no cargan como antes',
    'soy cliente antiguo de ustedes, se me malogró la resistencia de la terma',
  ])('%s', (text) => {
    expect(said(text)).toContain('le escribe hoy')
    expect(said(text)).not.toContain('S/')
    expect(atSolandes(text).state.inquiry?.items).toEqual([])
    expect(slots(atSolandes(text)).need ?? null).toBeNull()
  })

  test('but a customer of old who wants another one is', () => {
    expect(said('les compré una terma a ustedes y ahora quiero otra terma')).toContain('S/ 2,350')
  })

  test('who wants to sell our things goes to a person', () => {
    expect(told('quisiera ser distribuidor de sus termas en Puno')).toEqual(['card'])
    expect(said('quisiera ser distribuidor de sus termas en Puno')).not.toContain('S/')
  })

  test('a wrong number is let go without a question', () => {
    expect(said('hola me equivoque de numero perdon')).toContain('No hay problema')
    expect(said('hola me equivoque de numero perdon')).not.toContain('¿')
    expect(told('hola me equivoque de numero perdon')).toEqual([])
  })

  test('work is looked for in the words of the country', () => {
    expect(told('busco chamba, soy electricista')).toEqual(['seeks_work'])
  })
})
