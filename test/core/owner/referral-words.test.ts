import { describe, expect, test } from 'vitest'
import { referralsText } from '../../../src/core/owner/referrals-text.js'
import { hilvan } from '../business/hilvan.js'
import { MESSAGES as spanish } from '../flow/written.js'
import { hear, lead, texts, world } from './people.js'

const ana = lead('Ana')

const OWED = [
  { id: 3, referrer: ana.id, friend: 'Wilmer' },
  { id: 4, referrer: ana.id, friend: null },
]

describe('what is owed for bringing somebody', () => {
  test.each([
    'beneficio entregado ana',
    'Beneficio entregado a Ana',
    'le entregué el beneficio a ana',
    'ya le di el beneficio a Ana',
    'premio entregado ana',
  ])('«%s» gives it once', (text) => {
    const obeyed = hear(text, world([ana], { owed: OWED }))
    expect(obeyed.actions).toMatchObject([
      { target: ana.id, action: { kind: 'deliver_reward', referral: 3 } },
    ])
    expect(texts(obeyed).join()).toContain('por traer a Wilmer, entregado.')
    expect(texts(obeyed).join()).toContain('Le queda uno por entregar.')
  })

  test('is said to be nothing', () => {
    const obeyed = hear('beneficio entregado ana', world([ana]))
    expect(obeyed.actions).toEqual([])
    expect(texts(obeyed).join()).toContain('no se le debe ningún beneficio')
  })
})

describe('who brought whom', () => {
  test.each(['referidos', 'Ver referidos', 'recomendaciones', 'quién trajo a quién'])(
    '«%s» shows it',
    (text) => expect(texts(hear(text, world([ana])))).toEqual(['[referrals]']),
  )

  test('shows what is owed first', () => {
    const line = { referrer: 'Ana', friend: 'Pedro', status: 'lead', reward: 'pending' } as const
    const owed = { ...line, friend: 'Wilmer', status: 'customer', reward: 'earned' } as const
    const shown = referralsText({ lines: [line, owed], business: hilvan, messages: spanish })
    expect(shown.split('\n')).toEqual([
      '*Recomendaciones*: 2 personas, una ya compró.',
      '*Ana* trajo a Wilmer: ya compró · *beneficio por entregar*',
      '*Ana* trajo a Pedro: ya es lead',
      'Al entregarlo: *beneficio entregado* y el nombre.',
    ])
    expect(referralsText({ lines: [], business: hilvan, messages: spanish })).toContain('nadie')
  })
})
