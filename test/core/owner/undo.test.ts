import { describe, expect, it } from 'vitest'
import type { Before, Undoable } from '../../../src/core/conversation/events.js'
import { obey } from '../../../src/core/owner/obey.js'
import type { HouseUndoable, HouseWord, LeadWord } from '../../../src/core/owner/types.js'
import { toDay } from '../../../src/core/understanding/civil.js'
import { bogota } from '../business/hilvan.js'
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
  promise: null,
  promisedBy: null,
  postponed: null,
  nurture: null,
  quote: null,
  vip: false,
  care: { call: null, meeting: null, manager: null, invitedAt: null },
  tickets: [],
  attention: 'auto',
  slots: {},
  said: {},
  attendedAt: null,
}

const asleep = { until: bogota(13, '08:00'), by: rosalba }
const qualified: Before = { ...before, stage: 'qualified' }

const logged = { id: 'word-1', by: rosalba.id, undone: false, at: bogota(10, '10:00') }

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
    soldAt: null,
    undone: false,
    at: bogota(10, '10:00'),
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
    [word({ kind: 'postpone' }), 'Deshecho: Ana ya no queda para después.'],
    [
      word({ kind: 'postpone' }, { before: { ...before, postponed: asleep } }),
      'Deshecho: Ana vuelve a quedar para el viernes 13 a las 8 a. m.',
    ],
    [word({ kind: 'note', id: 'n1' }), 'Deshecho: la nota sobre Ana ya no cuenta.'],
    [word({ kind: 'vip' }), 'Deshecho: Ana ya no queda como cliente especial.'],
    [word({ kind: 'unvip' }), 'Deshecho: Ana vuelve a quedar como cliente especial.'],
    [
      word({ kind: 'quote', id: 'q1', amount: 870_000 }, { before: qualified }),
      'Deshecho: la cotización de $870.000 para Ana ya no cuenta y Ana vuelve a lead calificado.',
    ],
    [
      word({ kind: 'respond' }),
      'Deshecho: vuelvo a responderle a Ana. Ese mensaje ya salió y no se puede recoger. ' +
        'Para aclararlo: *responder* y el texto.',
    ],
    [
      word({ kind: 'send_quote' }),
      'Ese mensaje ya salió y no se puede recoger. Para aclararlo: *responder* y el texto.',
    ],
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

  it.each<[HouseUndoable, string]>([
    [{ kind: 'silence' }, 'Deshecho: vuelvo a responder en todos los chats.'],
    [{ kind: 'speak' }, 'Deshecho: todo vuelve a estar en pausa.'],
    [
      { kind: 'weigh', before: null, after: { flow: 'qualification', points: { budget: 35 } } },
      'Deshecho: la calificación vuelve a los puntos de antes.',
    ],
    [{ kind: 'learn', id: 'f1', text: 'sí hay envíos' }, 'Deshecho: ya no uso «sí hay envíos».'],
    [
      { kind: 'forget', id: 'f1', text: 'sí hay envíos' },
      'Deshecho: vuelvo a usar «sí hay envíos».',
    ],
  ])('takes back what concerns nobody in particular: $kind', (action, text) => {
    const undoable: HouseWord = { ...logged, scope: 'house', action, before: null }
    const heard = hear('deshacer', world([lead('Ana')], { undoable }))
    expect(texts(heard)).toEqual([text])
    expect(heard.house).toEqual([
      { action: { kind: 'undo_house', of: action, before: null }, undoes: 'word-1' },
    ])
    expect(heard.actions).toEqual([])
  })

  it('takes back a quote also while its message waits for a yes', () => {
    const offered = hear('cotización 870.000', world([lead('Ana')]))
    const undoable = word({ kind: 'quote', id: 'q1', amount: 870_000 })
    const heard = hear('deshacer', world([lead('Ana')], { undoable }), offered.staff)
    expect(heard.actions).toHaveLength(1)
    expect(heard.staff.pending).toBeNull()
  })

  it('tells a colleague whose word it was, and who loses the lead by it', () => {
    const his = word({ kind: 'take' }, { by: fabian.id })
    const at = world([lead('Ana', { assignedTo: fabian })], {
      undoable: his,
      quoted: { contactId: id('ana') },
    })
    expect(hear('deshacer', at).news).toEqual([
      {
        about: id('ana'),
        text: 'Rosalba lo deshizo: Ana vuelve a quedar sin nadie a cargo.',
        to: fabian.id,
      },
    ])
    expect(
      hear('deshacer', world([lead('Ana')], { undoable: word({ kind: 'take' }) })).news,
    ).toEqual([])
  })

  it('takes back what a reaction did when the reaction is taken back', () => {
    const quoted = { contactId: id('ana') }
    const reacted = word({ kind: 'take' }, { id: 'word-9' })
    const off = (rest: object): ReturnType<typeof obey> =>
      obey(awake, { kind: 'reaction', emoji: '' }, world([lead('Ana')], { quoted, ...rest }))
    expect(off({ reacted }).actions).toMatchObject([{ undoes: 'word-9' }])
    expect(off({ reacted: { ...reacted, undone: true } }).replies).toEqual([])
    expect(off({}).replies).toEqual([])
  })

  it('drops the question that a reaction had asked', () => {
    const quoted = { contactId: id('ana') }
    const at = world([lead('Ana')], { quoted, undoable: word({ kind: 'take' }) })
    const asked = obey(awake, { kind: 'reaction', emoji: '✅' }, at)
    const off = obey(asked.staff, { kind: 'reaction', emoji: '' }, at)
    expect(texts(off)).toEqual(['Deshecho: no anoté nada.'])
    expect(off.actions).toEqual([])
  })

  it('is not held up by a list of leads', () => {
    const listed = hear('leads', world([lead('Ana')]), awake)
    const heard = hear('deshacer', world([lead('Ana')], { undoable: sale }), listed.staff)
    expect(heard.actions).toHaveLength(1)
  })
})
