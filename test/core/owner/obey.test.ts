import { describe, expect, it } from 'vitest'
import { obey } from '../../../src/core/owner/obey.js'
import { NEW_STAFF, type StaffState } from '../../../src/core/owner/types.js'
import { bogota } from '../business/hilvan.js'
import {
  awake,
  everybody,
  fabian,
  hear,
  id,
  inSpain,
  lead,
  rosalba,
  texts,
  world,
} from './people.js'

const ana = lead('Ana')
const camilo = lead('Camilo', { phone: '+573000000377', summary: '15 camisas', score: 90 })
const won = { kind: 'won', reason: '', at: bogota(10, '09:30') } as const

describe('the first message', () => {
  it('activates, and says only that', () => {
    const heard = hear('hola', world([]), NEW_STAFF)
    expect(texts(heard)).toEqual([
      'Hola, Rosalba. Desde ya le aviso por aquí cuando haya alguien para llamar. ' +
        'Pruebe con *hoy*; con *ayuda* le muestro lo demás.',
    ])
    expect(heard.staff.activated).toBe(true)
  })

  it('activates with any words, without complaining about them', () => {
    expect(texts(hear('qué es esto', world([]), NEW_STAFF))).toHaveLength(1)
  })

  it('is obeyed too when it is a word', () => {
    const heard = hear('tomar ana', world([ana]), NEW_STAFF)
    expect(texts(heard)[1]).toBe('Ana queda a su cargo. Para anular: *deshacer*.')
    expect(heard.actions).toEqual([{ target: ana.id, action: { kind: 'take' }, undoes: null }])
  })

  it('speaks in the treatment of the business', () => {
    const heard = hear('hola', world([], { business: inSpain }), NEW_STAFF)
    expect(texts(heard)[0]).toContain('Desde ya te aviso')
  })

  it('greets back later on, and shows the words', () => {
    expect(texts(hear('hola', world([])))[0]).toBe(
      'Hola, Rosalba. Con *hoy* le muestro a quién hay por atender; con *ayuda*, lo demás.',
    )
    expect(texts(hear('ayuda', world([])))[0]).toContain('*perdido por precio*')
    expect(texts(hear('zarandear', world([])))[0]).toBe(
      'No conozco esa palabra. Con *ayuda* le muestro todas.',
    )
  })
})

describe('taking and letting go', () => {
  it('takes the only one there is', () => {
    const heard = hear('lo tomo yo', world([ana]))
    expect(texts(heard)).toEqual(['Ana queda a su cargo. Para anular: *deshacer*.'])
    expect(heard.staff.lastAbout).toBe(ana.id)
  })

  it('takes the one of the card that was replied to', () => {
    const heard = hear('tomar', world([ana, camilo], { quoted: { contactId: camilo.id } }))
    expect(heard.actions.map(({ target }) => target)).toEqual([camilo.id])
  })

  it('takes the one of the last card', () => {
    const heard = hear('tomar', world([ana, camilo], { lastCard: camilo.id }))
    expect(heard.actions.map(({ target }) => target)).toEqual([camilo.id])
  })

  it('repeats the promise to a seller and tells the others', () => {
    const heard = hear('lo tomo yo', world([camilo], { me: fabian }))
    expect(texts(heard)).toEqual([
      'Camilo queda a su cargo. Le prometí respuesta hoy antes de las 6. Para anular: *deshacer*.',
    ])
    expect(heard.news).toEqual([
      { about: camilo.id, text: 'Fabián se encarga de Camilo desde las 10:34.', to: null },
    ])
  })

  it('says from whom somebody was taken, and changes nothing the second time', () => {
    const his = lead('Ana', { assignedTo: fabian })
    expect(texts(hear('tomar ana', world([his])))).toEqual([
      'Ana estaba a cargo de Fabián y ahora queda a su cargo. Para anular: *deshacer*.',
    ])
    const again = hear('tomar', world([lead('Ana', { assignedTo: rosalba })]), {
      ...awake,
      lastAbout: ana.id,
    })
    expect(texts(again)).toEqual(['Ana ya está a su cargo.'])
    expect(again.actions).toEqual([])
  })

  it('lets go only of what one has', () => {
    const mine = lead('Ana', { assignedTo: rosalba })
    const heard = hear('soltar', world([mine, camilo]))
    expect(texts(heard)).toEqual(['Ana queda sin nadie a cargo. Para anular: *deshacer*.'])
    expect(heard.actions).toEqual([{ target: ana.id, action: { kind: 'release' }, undoes: null }])
    expect(texts(hear('soltar camilo', world([mine, camilo])))).toEqual([
      'Camilo no tiene a nadie a cargo.',
    ])
    expect(texts(hear('soltar', world([camilo])))).toEqual(['No tiene a nadie a su cargo.'])
  })

  it('says when there is nobody', () => {
    expect(texts(hear('tomar', world([])))).toEqual(['No hay nadie por tomar ahora.'])
    expect(texts(hear('tomar zoila', world([ana])))).toEqual([
      'No encuentro a «zoila». Con *leads* le muestro a quién hay.',
    ])
  })
})

describe('a sale', () => {
  it('asks for the sum, and records it with the day of the check-in', () => {
    const asked = hear('ganado', world([ana]))
    expect(texts(asked)).toEqual(['¿De cuánto fue la venta?'])
    expect(asked.actions).toEqual([])
    const sold = hear('840 mil', world([ana]), asked.staff)
    expect(texts(sold)).toEqual([
      'Venta de $840.000 a Ana, anotada. El viernes 13 le pregunto si llegó todo bien. ' +
        'Para anular: *deshacer*.',
    ])
    expect(sold.actions).toEqual([
      { target: ana.id, action: { kind: 'won', amount: 840_000, saleId: 'sale-1' }, undoes: null },
    ])
    expect(sold.staff.pending).toBeNull()
  })

  it.each([
    ['1.420.000', 1_420_000],
    ['fueron 840 mil', 840_000],
    ['ganado 840 mil', 840_000],
    ['$ 840.000', 840_000],
  ])('takes %j as the sum', (text, amount) => {
    const asked = hear('ganado', world([ana, camilo], { quoted: { contactId: ana.id } }))
    const sold = hear(text, world([ana, camilo]), asked.staff)
    expect(sold.actions.map(({ target, action }) => [target, action])).toEqual([
      [ana.id, { kind: 'won', amount, saleId: 'sale-1' }],
    ])
  })

  it('leaves the check-in out where no plan follows', () => {
    expect(texts(hear('ganado 840 mil', world([ana], { checkIn: null })))).toEqual([
      'Venta de $840.000 a Ana, anotada. Para anular: *deshacer*.',
    ])
  })

  it('says again what it needs when it gets no sum, and goes on with another word', () => {
    const asked = hear('ganado', world([ana]))
    const again = hear('mañana le digo', world([ana]), asked.staff)
    expect(texts(again)[0]).toContain('No entendí el valor.')
    expect(again.staff.pending).toEqual(asked.staff.pending)
    const other = hear('tomar ana', world([ana]), asked.staff)
    expect(other.actions.map(({ action }) => action.kind)).toEqual(['take'])
    expect(other.staff.pending).toBeNull()
  })

  it.each([
    ['ganado 1500', '¿1.500 o 1.500.000?', '1.500.000', 1_500_000],
    ['ganado 1.500', '¿1.500 o 1.500.000?', '1500', 1500],
    ['ganado 840', '¿840 o 840.000?', 'la segunda', 840_000],
    ['ganado 840', '¿840 o 840.000?', '840 mil', 840_000],
    ['ganado 2', '¿2.000 o 2.000.000?', '1', 2000],
    ['ganado 1500', '¿1.500 o 1.500.000?', '1 millones', 1_000_000],
  ])('%s: asks %s, and %j settles it', (text, question, answer, amount) => {
    const unpriced = { ...ana, items: [] }
    const asked = hear(text, world([unpriced]))
    expect(texts(asked)).toEqual([question])
    expect(asked.actions).toEqual([])
    const [sold] = hear(answer, world([unpriced]), asked.staff).actions
    expect(sold?.action).toEqual({ kind: 'won', amount, saleId: 'sale-1' })
  })

  it('doubts no figure where money is worth more', () => {
    const heard = hear('ganado 336', world([ana], { business: inSpain, checkIn: null }))
    expect(texts(heard)).toEqual(['Venta de 336 € a Ana, anotada. Para anular: *deshacer*.'])
  })

  it('is not recorded twice', () => {
    const heard = hear('ganado ana 840 mil', world([lead('Ana', { outcome: won })]))
    expect(heard.actions).toEqual([])
    expect(texts(heard)[0]).toContain('ya está anotada')
  })
})

describe('a loss', () => {
  it.each([
    [
      'perdido por precio',
      'La venta a Ana queda perdida por precio. Para anular: *deshacer*.',
      'precio',
    ],
    [
      'perdido: se fue con otro',
      'La venta a Ana queda perdida: se fue con otro. Para anular: *deshacer*.',
      'se fue con otro',
    ],
    [
      'perdida ana por demora',
      'La venta a Ana queda perdida por demora. Para anular: *deshacer*.',
      'demora',
    ],
  ])('%s', (text, said, reason) => {
    const heard = hear(text, world([ana]))
    expect(texts(heard)).toEqual([said])
    expect(heard.actions).toEqual([
      { target: ana.id, action: { kind: 'lost', reason }, undoes: null },
    ])
  })

  it('asks for the reason, and takes any words for it', () => {
    const asked = hear('perdido ana', world([ana, camilo]))
    expect(texts(asked)).toEqual(['¿Por qué se perdió?'])
    const lost = hear('tomó la oferta de otro', world([ana, camilo]), asked.staff)
    expect(lost.actions.map(({ target, action }) => [target, action])).toEqual([
      [ana.id, { kind: 'lost', reason: 'tomó la oferta de otro' }],
    ])
    expect(texts(hear('por el precio', world([ana]), asked.staff))[0]).toBe(
      'La venta a Ana queda perdida por el precio. Para anular: *deshacer*.',
    )
  })

  it('does not lose what was won', () => {
    const heard = hear('perdido ana por precio', world([lead('Ana', { outcome: won })]))
    expect(heard.actions).toEqual([])
  })
})

describe('silence in a chat', () => {
  it('stops and says until when, and goes on', () => {
    const stopped = hear('pausa ana', world([ana, camilo]))
    expect(texts(stopped)).toEqual([
      'Hasta las 10:34 p. m. no respondo en el chat de Ana. Para que siga: *sigue ana*.',
    ])
    expect(stopped.actions[0]?.action).toEqual({ kind: 'pause' })
    const silent = world([lead('Ana María', { paused: true }), camilo])
    const resumed = hear('sigue', silent, stopped.staff)
    expect(texts(resumed)).toEqual([
      'Vuelvo a responderle a Ana María. Para callarme otra vez en ese chat: *pausa ana*.',
    ])
    expect(resumed.actions[0]?.action).toEqual({ kind: 'resume' })
  })

  it('says when there is nothing to change', () => {
    expect(texts(hear('sigue', world([ana])))).toEqual(['No estoy en silencio en ningún chat.'])
    expect(texts(hear('sigue ana', world([ana])))).toEqual([
      'En el chat de Ana ya estoy respondiendo.',
    ])
  })
})

describe('two that could be meant', () => {
  const alacena = lead('Ana', { id: id('a1'), organization: 'La Alacena' })
  const school = lead('Ana Ruiz', { id: id('a2'), organization: 'Colegio' })

  it.each([
    ['1', 'a1'],
    ['2', 'a2'],
    ['la 2', 'a2'],
    ['el segundo', 'a2'],
    ['la primera', 'a1'],
    ['colegio', 'a2'],
    ['la de la alacena', 'a1'],
  ])('asks which of two Anas, and understands %j', (text, target) => {
    const asked = hear('tomar ana', world([alacena, school, camilo]))
    expect(texts(asked)).toEqual(['Hay dos Anas:\n1. La Alacena\n2. Colegio\n¿Cuál?'])
    expect(asked.actions).toEqual([])
    const taken = hear(text, world([alacena, school, camilo]), asked.staff)
    expect(taken.actions.map((each) => each.target)).toEqual([id(target)])
  })

  it('asks again when the answer names none of them', () => {
    const asked = hear('tomar ana', world([alacena, school]))
    const again = hear('7', world([alacena, school]), asked.staff)
    expect(texts(again)).toEqual(texts(asked))
    expect(again.staff.pending).toEqual(asked.staff.pending)
  })

  it('does not ask when only one of them can be meant', () => {
    const closed = { ...school, outcome: won }
    expect(hear('tomar ana', world([alacena, closed])).actions[0]?.target).toBe(alacena.id)
    expect(hear('ganado ana alacena 840 mil', world([alacena, school])).actions[0]?.target).toBe(
      alacena.id,
    )
  })

  it('asks which was lost when nobody is named, and keeps the reason', () => {
    const diana = lead('Diana', { summary: 'batas' })
    const asked = hear('perdido por precio', world([camilo, diana], { lastCard: diana.id }))
    expect(texts(asked)).toEqual(['¿Cuál se perdió?\n1. Camilo, 15 camisas\n2. Diana, batas'])
    const lost = hear('2', world([camilo, diana]), asked.staff)
    expect(texts(lost)).toEqual([
      'La venta a Diana queda perdida por precio. Para anular: *deshacer*.',
    ])
  })

  it('stays with the one just talked about, until the card of another comes', () => {
    const about: StaffState = { ...awake, lastAbout: ana.id }
    const open = [ana, camilo]
    expect(
      hear('ganado 840 mil', world(open, { lastCard: ana.id }), about).actions[0]?.target,
    ).toBe(ana.id)
    expect(hear('ganado 840 mil', world(open, { lastCard: camilo.id }), about).actions).toEqual([])
  })

  it.each([
    ['tomar camilo', 'camilo'],
    ['tomar cami', 'camilo'],
    ['tomar camylo', 'camilo'],
    ['tomar 0377', 'camilo'],
    ['tomar +57 300 000 0377', 'camilo'],
    ['tomar +573000000377', 'camilo'],
  ])('knows who is meant by %j', (text, target) => {
    expect(hear(text, world([ana, camilo])).actions[0]?.target).toBe(id(target))
  })
})

describe('a word that could be two', () => {
  it.each([
    ['2', 'lost'],
    ['perdido', 'lost'],
    ['la primera', 'won'],
    ['vendido', 'won'],
  ])('asks, and %j settles it', (text, kind) => {
    const asked = hear('pendido', world([ana]))
    expect(texts(asked)).toEqual(['¿Quiso decir *vendido* o *perdido*?'])
    expect(asked.actions).toEqual([])
    const settled = hear(text, world([ana]), asked.staff)
    expect(texts(settled)).toEqual([
      kind === 'won' ? '¿De cuánto fue la venta?' : '¿Por qué se perdió?',
    ])
  })

  it('takes a name that looks like a word for the name', () => {
    const tomas = lead('Tomás')
    expect(texts(hear('tomás', world([tomas, ana])))).toEqual(['[full card of tomás]'])
  })
})

describe('reactions on a card', () => {
  const react = (emoji: string, quoted: boolean) =>
    obey(
      awake,
      { kind: 'reaction', emoji },
      world([ana, camilo], quoted ? { quoted: { contactId: camilo.id } } : {}),
    )

  it('take, win and lose', () => {
    expect(react('👍', true).actions).toEqual([
      { target: camilo.id, action: { kind: 'take' }, undoes: null },
    ])
    expect(react('👍🏽', true).actions).toHaveLength(1)
    expect(texts(react('✅', true))).toEqual(['¿De cuánto fue la venta?'])
    expect(texts(react('❌', true))).toEqual(['¿Por qué se perdió?'])
    expect(react('✅', true).staff.pending).toMatchObject({ kind: 'amount', target: camilo.id })
  })

  it.each([
    ['👍', false],
    ['😂', true],
    ['', true],
  ])('say nothing otherwise (%j, on a card: %s)', (emoji, quoted) => {
    const { replies, actions } = react(emoji, quoted)
    expect([replies, actions]).toEqual([[], []])
  })
})

describe('the list', () => {
  it("shows who is open, nobody's first and by score, and a number opens the card", () => {
    const leads = [
      lead('Diana', { assignedTo: fabian, score: 99 }),
      ana,
      camilo,
      lead('Zoila', { outcome: won }),
    ]
    const listed = hear('leads', world(leads))
    expect(texts(listed)).toEqual([
      [
        'Hay 3 personas por atender:',
        '1. *Camilo* · 15 camisas · 90',
        '2. *Ana* · 20 camisetas polo · 80',
        '3. *Diana* · 20 camisetas polo · 99 · con Fabián',
        'Con el número le muestro cada una.',
      ].join('\n'),
    ])
    expect(texts(hear('2', world(leads), listed.staff))).toEqual(['[short card of ana]'])
    expect(hear('tomar 2', world(leads), listed.staff).actions[0]?.target).toBe(ana.id)
    expect(texts(hear('ganado', world([ana]), listed.staff))).toEqual(['¿De cuánto fue la venta?'])
  })

  it('says when nobody is waiting', () => {
    expect(texts(hear('leads', world([])))).toEqual(['No hay nadie por atender ahora.'])
  })

  it('is cut at nine', () => {
    const many = Array.from({ length: 11 }, (_, at) => lead(`Ana${at}`))
    expect(texts(hear('leads', world(many)))[0]).toContain('\ny 2 más\n')
  })

  it('shows the whole card of the one named', () => {
    expect(texts(hear('lead ana', world([ana, camilo])))).toEqual(['[full card of ana]'])
    expect(texts(hear('ana', world([ana, camilo])))).toEqual(['[full card of ana]'])
  })
})

it.each(['mis cifras', 'embudo', 'reporte', 'diagnóstico', 'referidos', 'gasté 50.000 en meta'])(
  '«%s» names nobody, and nobody is read for it',
  (text) => {
    const read: string[] = []
    const lazy = {
      ...world([]),
      get people() {
        read.push('people')
        return everybody([])
      },
    }
    expect(hear(text, lazy).replies).toHaveLength(1)
    // Nor while something else is asked about somebody, unless it might be the answer.
    const asked: StaffState = { ...awake, pending: { kind: 'reason', target: id('Ana') } }
    if (!text.startsWith('gasté')) hear(text, lazy, asked)
    expect(read).toEqual([])
  },
)
