import { describe, expect, it } from 'vitest'
import { type DayNews, type DigestProps, digestText } from '../../../src/core/owner/digest.js'
import { type Today, todayThings } from '../../../src/core/owner/today-things.js'
import type { OpenLead } from '../../../src/core/owner/types.js'
import { bogota, hilvan } from '../business/hilvan.js'
import { spanish } from '../schedule/spanish.js'
import { lead, rosalba } from './people.js'

const now = bogota(11, '08:00')
const words = { now, business: hilvan, messages: spanish }
const quiet: DayNews = {
  people: 0,
  qualified: 0,
  disqualified: 0,
  won: { count: 0, amount: 0 },
  lost: 0,
}

function today(leads: readonly OpenLead[]): Today {
  const me = { id: rosalba.id, name: rosalba.name }
  return todayThings({ ...words, me, leads, silence: null })
}

function digest(rest: Partial<DigestProps>): readonly string[] | null {
  const since = bogota(10, '08:00')
  const props = { name: 'Rosalba', today: today([]), since, news: quiet, numbered: true, ...words }
  return digestText({ ...props, ...rest })?.split('\n') ?? null
}

describe("the morning's message", () => {
  it('greets, says what the day holds, and last what happened', () => {
    const news: DayNews = {
      people: 4,
      qualified: 2,
      disqualified: 1,
      won: { count: 2, amount: 1_830_000 },
      lost: 1,
    }
    expect(
      digest({ today: today([lead('Ana', { promisedBy: bogota(10, '18:00') })]), news }),
    ).toEqual([
      'Buenos días, Rosalba. Hoy, miércoles 11 de marzo:',
      '1. *Ana* (20 camisetas polo) espera su mensaje. Le prometí respuesta ayer antes de las 6.',
      'Desde ayer: 4 personas nuevas, 2 calificadas, una que no encajaba, 2 ventas que suman $1.830.000 y una venta perdida.',
      'Con el número le muestro cada una.',
    ])
  })

  it('says only what happened when nothing is to be done', () => {
    const news = { ...quiet, people: 1, lost: 2 }
    expect(digest({ news, since: bogota(7, '08:00') })).toEqual([
      'Buenos días, Rosalba. Hoy no hay nada pendiente.',
      'Desde el sábado 7: una persona nueva y 2 ventas perdidas.',
    ])
  })

  it('says only what is to be done when nothing happened', () => {
    expect(digest({ today: today([lead('Ana')]) })).toHaveLength(3)
  })

  it('is silent when there is nothing to say', () => {
    expect(digest({})).toBeNull()
  })

  it('is not silent while everything is paused', () => {
    const silence = { by: 'Rosalba', at: bogota(10, '09:10') }
    expect(digest({ today: { ...today([]), silence } })?.[1]).toContain('Todo está en pausa')
  })

  it('offers no numbers while another question waits for an answer', () => {
    const lines = digest({ today: today([lead('Ana')]), numbered: false })
    expect(lines?.at(-1)).toMatch(/^1\. \*Ana\*/)
  })

  it('greets by the hour', () => {
    expect(digest({ today: today([lead('Ana')]), now: bogota(11, '14:00') })?.[0]).toMatch(
      /^Buenas tardes, Rosalba\./,
    )
  })
})
