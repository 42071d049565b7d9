import { describe, expect, it } from 'vitest'
import type { Before, Undoable } from '../../../src/core/conversation/events.js'
import type { LeadWord } from '../../../src/core/owner/types.js'
import { toDay } from '../../../src/core/understanding/civil.js'
import { awake, fabian, hear, id, lead, rosalba, texts, world } from './people.js'

const before: Before = {
  stage: 'opportunity',
  outcome: null,
  assignedTo: null,
  paused: null,
  status: 'handed',
  pending: null,
  purchases: 0,
  lastOrder: null,
  postponed: null,
  quote: null,
  vip: false,
}

function word(action: Undoable, rest: Partial<LeadWord> = {}): LeadWord {
  return {
    id: 'word-1',
    by: rosalba.id,
    scope: 'lead',
    target: id('ana'),
    name: 'Ana',
    action,
    before,
    stageAfter: 'opportunity',
    checkIn: null,
    undone: false,
    ...rest,
  }
}

const sale = word(
  { kind: 'won', saleId: 'sale-1', amount: 840_000 },
  { stageAfter: 'customer', checkIn: toDay(2026, 3, 13) },
)

describe('taking a word back', () => {
  it.each([
    [
      sale,
      'Deshecho: la venta de $840.000 ya no cuenta, Ana vuelve a cliente potencial ' +
        'y ya no le pregunto el viernes 13.',
    ],
    [
      { ...sale, checkIn: null },
      'Deshecho: la venta de $840.000 ya no cuenta y Ana vuelve a cliente potencial.',
    ],
    [
      { ...sale, checkIn: null, stageAfter: 'opportunity' },
      'Deshecho: la venta de $840.000 ya no cuenta.',
    ],
    [word({ kind: 'take' }), 'Deshecho: Ana vuelve a quedar sin nadie a cargo.'],
    [
      word({ kind: 'take' }, { before: { ...before, assignedTo: fabian } }),
      'Deshecho: Ana vuelve a estar a cargo de Fabián.',
    ],
    [
      word({ kind: 'release' }, { before: { ...before, assignedTo: rosalba } }),
      'Deshecho: Ana vuelve a estar a su cargo.',
    ],
    [word({ kind: 'lost' }), 'Deshecho: la venta a Ana ya no está perdida.'],
    [word({ kind: 'pause' }), 'Deshecho: vuelvo a responderle a Ana.'],
    [word({ kind: 'resume' }), 'Deshecho: vuelvo a estar en silencio en el chat de Ana.'],
  ] as const)('%#', (undoable, text) => {
    const heard = hear('deshacer', world([lead('Ana')], { undoable }))
    expect(texts(heard)).toEqual([text])
    expect(heard.actions).toEqual([
      {
        target: id('ana'),
        action: { kind: 'undo', of: undoable.action, before: undoable.before },
        undoes: 'word-1',
      },
    ])
  })

  it('goes back level by level, as the world hands over one word after another', () => {
    const log = [word({ kind: 'take' }, { id: 'word-0' }), sale]
    const undone: string[] = []
    for (let level = 0; level < 3; level++) {
      const undoable = log.filter(({ id: each }) => !undone.includes(each)).at(-1) ?? null
      const heard = hear('deshacer', world([lead('Ana')], { undoable }))
      for (const { undoes } of heard.actions) if (undoes !== null) undone.push(undoes)
      if (level === 2) expect(texts(heard)).toEqual(['No hay nada más que deshacer.'])
    }
    expect(undone).toEqual(['word-1', 'word-0'])
  })

  it('says when the quoted word was taken back before', () => {
    const heard = hear('deshacer', world([lead('Ana')], { undoable: { ...sale, undone: true } }))
    expect(texts(heard)).toEqual(['Eso ya estaba deshecho.'])
    expect(heard.actions).toEqual([])
  })

  it('drops an open question instead of an earlier word', () => {
    const asked = hear('ganado', world([lead('Ana')]))
    const heard = hear('deshacer', world([lead('Ana')], { undoable: sale }), asked.staff)
    expect(texts(heard)).toEqual(['Deshecho: no anoté nada.'])
    expect(heard.actions).toEqual([])
    expect(heard.staff.pending).toBeNull()
  })

  it('is not held up by a list of leads', () => {
    const listed = hear('leads', world([lead('Ana')]), awake)
    const heard = hear('deshacer', world([lead('Ana')], { undoable: sale }), listed.staff)
    expect(heard.actions).toHaveLength(1)
  })
})
