import { describe, expect, it } from 'vitest'
import type { Nurture } from '../../../src/core/nurture/nurture.js'
import { bogota } from '../business/hilvan.js'
import { hear, lead, texts, world } from './people.js'

const nurture: Nurture = {
  since: bogota(10, '09:00'),
  said: 'escríbame el viernes',
  agreed: true,
  back: null,
  times: 0,
  piece: null,
  nextAt: bogota(20, '10:00'),
}
const ana = lead('Ana', { nurture })
const camilo = lead('Camilo')
const both = world([ana, camilo])

describe('sin seguimiento', () => {
  it.each([
    'sin seguimiento ana',
    'Ana: sin seguimiento',
    'parar seguimiento de ana',
    'no le haga seguimiento a ana por favor',
    'Quitar seguimiento Ana',
    'sin seguimiento',
  ])('«%s»', (text) => {
    const heard = hear(text, both)
    expect(heard.actions).toEqual([
      { target: ana.id, action: { kind: 'stop_nurture' }, undoes: null },
    ])
    expect(texts(heard)).toEqual(['A Ana ya no le escribo por mi cuenta. Para anular: *deshacer*.'])
  })

  it('changes nothing where nothing would be written', () => {
    const heard = hear('sin seguimiento camilo', both)
    expect(heard.actions).toEqual([])
    expect(texts(heard)).toEqual(['A Camilo no le estoy escribiendo por mi cuenta.'])
  })
})

describe('hoy', () => {
  it.each([
    [bogota(10, '17:00'), 'pidió que le escribieran hoy; le escribo yo a las 5 p. m.'],
    [bogota(10, '08:00'), 'pidió que le escribieran hoy; le escribo yo apenas se pueda.'],
    [bogota(11, '10:00'), 'Hoy no queda nada pendiente.'],
  ])('names whoever is written to by then: %s', (nextAt, text) => {
    const told = lead('Ana', { told: true, nurture: { ...nurture, nextAt } })
    expect(texts(hear('hoy', world([told]))).join()).toContain(text)
  })
})
