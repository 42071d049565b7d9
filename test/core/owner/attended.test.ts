import { describe, expect, it } from 'vitest'
import { attended } from '../../../src/core/owner/attended.js'
import { obey } from '../../../src/core/owner/obey.js'
import {
  NEW_STAFF,
  type OwnerEvent,
  type StaffState,
  type World,
} from '../../../src/core/owner/types.js'
import { lead, rosalba, world } from './people.js'

const active: StaffState = { ...NEW_STAFF, activated: true }
const ana = lead('Ana')
const pedro = lead('Pedro')

function dealsWith(said: string | OwnerEvent, rest: Partial<World> = {}, before = active) {
  const event = typeof said === 'string' ? ({ kind: 'text', text: said } as const) : said
  const around = world([ana, pedro], rest)
  return attended(before, event, obey(before, event, around), around)
}

describe('who is being dealt with', () => {
  const quoted = { contactId: ana.id }

  it.each([
    'tomar ana',
    'perdido ana por precio',
    'pausa ana',
    'lead ana',
    'ana',
    'ganado ana 840 mil',
    'ganado ana',
  ])('is Ana: %s', (said) => {
    expect(dealsWith(said)).toEqual([ana.id])
  })

  it('is whoever the answered card is about, whatever is said to it', () => {
    expect(dealsWith('ya la llamo', { quoted })).toEqual([ana.id])
    expect(dealsWith({ kind: 'reaction', emoji: '🙏' }, { quoted })).toEqual([ana.id])
    expect(dealsWith({ kind: 'reaction', emoji: '👍' }, { quoted })).toEqual([ana.id])
  })

  it('is who is theirs already, too', () => {
    const mine = lead('Ana', { assignedTo: { id: rosalba.id, name: rosalba.name } })
    const before = { ...active, lastAbout: ana.id }
    const event = { kind: 'text', text: 'tomar' } as const
    const around = world([mine], {})
    expect(attended(before, event, obey(before, event, around), around)).toEqual([ana.id])
  })

  it.each(['hola', 'leads', 'ayuda', 'qué tal el clima', 'tomar camilo', 'tomar'])(
    'is nobody: %s',
    (said) => {
      expect(dealsWith(said, {}, { ...active, lastAbout: null })).toEqual([])
    },
  )

  it('is nobody who was only talked of before', () => {
    expect(dealsWith('tomar camilo', {}, { ...active, lastAbout: ana.id })).toEqual([])
    expect(dealsWith('hola', {}, { ...active, lastAbout: ana.id })).toEqual([])
  })

  it('is nobody when a reaction is taken back', () => {
    expect(dealsWith({ kind: 'reaction', emoji: '' }, { quoted })).toEqual([])
  })
})
