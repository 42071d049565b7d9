import { describe, expect, test } from 'vitest'
import type { World } from '../../../src/core/owner/types.js'
import { bogota } from '../business/hilvan.js'
import { awake, fabian, hear, lead, texts, world } from './people.js'

const pin = { code: '2468', minutes: 10 }
const ana = lead('Ana')

function at(minute: string, rest: Partial<World> = {}): World {
  return world([ana], { pin, now: bogota(10, minute), ...rest })
}

describe('with a PIN', () => {
  test.each([
    'ganado ana 840 mil',
    'venta ana 840 mil',
    'venta ana 840 mil con descuento',
    'gasté 50.000 en meta',
    'ana pagó 840 mil',
  ])('«%s» waits for it, is done once it is written, and the next one is not asked', (text) => {
    const asked = hear(text, at('10:00'))
    expect(texts(asked)).toEqual(['Para anotarlo hace falta su PIN. ¿Me lo escribe?'])
    expect([asked.actions, asked.house]).toEqual([[], []])
    const done = hear(' 2468 ', at('10:02'), asked.staff)
    expect([...done.actions, ...done.house]).toHaveLength(1)
    expect(done.staff.pending).toBeNull()
    const next = hear('gasté 20.000 en volantes', at('10:11'), done.staff)
    expect(next.house).toHaveLength(1)
    const late = hear('gasté 20.000 en volantes', at('10:13'), done.staff)
    expect(late.house).toEqual([])
  })

  test.each([
    'lead ana',
    'tomar ana',
    'nota ana: prefiere la tarde',
    'perdido ana por precio',
    'hoy',
  ])('«%s» moves no money and is never asked for it', (text) => {
    expect(texts(hear(text, at('10:00'))).join()).not.toContain('PIN')
  })

  test('three wrong ones do nothing, lock for a while and tell the first owner', () => {
    let staff = hear('ganado ana 840 mil', at('10:00')).staff
    for (const minute of ['10:01', '10:02']) {
      const wrong = hear('1111', at(minute), staff)
      expect(texts(wrong)[0]).toContain('Ese no es el PIN')
      expect(wrong.news).toEqual([])
      staff = wrong.staff
    }
    // Another word between them makes no new start.
    staff = hear('hoy', at('10:03'), staff).staff
    staff = hear('ganado ana 840 mil', at('10:03'), staff).staff
    const third = hear('2222', at('10:04'), staff)
    expect(third.actions).toEqual([])
    expect(third.news).toMatchObject([
      { to: 'first_owner', text: expect.stringContaining('Rosalba') },
    ])
    const locked = hear('ganado ana 840 mil', at('10:10'), third.staff)
    expect(texts(locked)[0]).toContain('Por ahora no puedo anotar')
    expect(hear('2468', at('10:11'), locked.staff).actions).toEqual([])
    const again = hear('ganado ana 840 mil', at('10:20'), locked.staff)
    expect(hear('2468', at('10:21'), again.staff).actions).toHaveLength(1)
  })

  test('that comes much later does nothing, and a figure that answers something else is no PIN', () => {
    const asked = hear('gasté 50.000 en meta', at('10:00'))
    const late = hear('2468', at('10:30'), asked.staff)
    expect(late.house).toEqual([])
    expect(texts(late)[0]).toContain('Pasó mucho tiempo')
    const sum = hear('ganado ana', at('10:00'))
    const figure = hear('840000', at('10:01'), sum.staff)
    expect(texts(figure)[0]).toContain('su PIN')
  })

  test('nobody is asked where none is set', () => {
    expect(hear('ganado ana 840 mil', world([ana])).actions).toHaveLength(1)
  })
})

describe('a seller', () => {
  const his = world([ana], { me: fabian })
  test.each([
    'pausa todo',
    'sigue todo',
    'dato: abrimos los sábados',
    'gasté 50.000 en meta',
    'mis cifras',
    'cómo vamos',
    'diagnóstico',
    'ia no',
  ])('hears of «%s» who has it', (text) => {
    const told = hear(text, his)
    expect(texts(told)).toEqual([
      'Esa palabra la tiene Rosalba, porque toca a todo el negocio. Con *ayuda* le muestro las suyas.',
    ])
    expect([told.actions, told.house]).toEqual([[], []])
  })

  test('neither wakes everything with a bare «sigue», and help says what is not his', () => {
    const silent = { ...his, silence: { at: his.now } as World['silence'] }
    expect(hear('sigue', silent, awake).house).toEqual([])
    expect(texts(hear('ayuda', his)).join()).toContain('lo maneja Rosalba')
    expect(hear('tomar ana', his).actions).toHaveLength(1)
  })
})
