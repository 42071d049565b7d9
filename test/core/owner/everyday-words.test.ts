import { describe, expect, it } from 'vitest'
import type { OwnerAction } from '../../../src/core/conversation/events.js'
import type { Obeyed, OpenLead, World } from '../../../src/core/owner/types.js'
import type { Iso } from '../../../src/core/types.js'
import { bogota } from '../business/hilvan.js'
import { awake, fabian, hear, id, lead, rosalba, texts, world } from './people.js'

const ana = lead('Ana')
const camilo = lead('Camilo', {
  summary: '15 camisas',
  items: [{ product: 'camisa', quantity: 15 }],
})
const both = (rest: Partial<World> = {}): World => world([ana, camilo], rest)

function actions(heard: Obeyed): readonly OwnerAction[] {
  return heard.actions.map(({ action }) => action)
}

/** Every way of writing does the same to the same person. */
function same(ways: readonly string[], target: OpenLead, action: OwnerAction): void {
  it.each(ways)('%s', (text) => {
    expect(hear(text, both()).actions).toEqual([{ target: target.id, action, undoes: null }])
  })
}

describe('posponer', () => {
  const monday: Iso = bogota(16, '08:00')
  same(
    [
      'posponer ana hasta el lunes',
      'ana: posponer al lunes',
      'posponga a ana para el lunes',
      'Aplazar Ana hasta el lunes, por favor',
      'recuérdame llamar a ana el lunes',
      'posponr ana al lunes',
    ],
    ana,
    { kind: 'postpone', until: monday },
  )

  it.each([
    ['posponer ana 3 días', bogota(13, '08:00')],
    ['posponer ana tres dias', bogota(13, '08:00')],
    ['posponer ana mañana a las 10', bogota(11, '10:00')],
    ['posponer ana para mañana a las 4', bogota(11, '16:00')],
    ['posponer ana hasta el viernes a las 9:30 am', bogota(13, '09:30')],
    ['posponer ana 2 horas', bogota(10, '12:34')],
    ['posponer ana una semana', bogota(17, '08:00')],
    ['posponer ana para las 3 de la tarde', bogota(10, '15:00')],
    ['posponer ana a las 9', bogota(11, '09:00')],
    ['posponer ana hasta el 20 de marzo', bogota(20, '08:00')],
    ['posponer ana hasta el domingo', bogota(15, '09:00')],
    ['posponer ana para el miércoles por la tarde', bogota(11, '14:00')],
    ['posponer ana mañana temprano', bogota(11, '09:00')],
    ['posponer ana hasta las 5', bogota(10, '17:00')],
    ['posponer ana para mañana a las 3 y media', bogota(11, '15:30')],
    ['posponer ana hasta mañana a las 15 horas', bogota(11, '15:00')],
  ])('%s', (text, until) => {
    expect(hear(text, both()).actions).toEqual([
      { target: ana.id, action: { kind: 'postpone', until }, undoes: null },
    ])
  })

  it('says until when, and how to take it back', () => {
    expect(texts(hear('posponer ana 3 días', both()))).toEqual([
      'Ana queda para el viernes 13 a las 8 a. m. Para anular: *deshacer*.',
    ])
  })

  it('asks for the day, and takes it for an answer', () => {
    const asked = hear('posponer ana', both())
    expect(texts(asked)).toEqual([
      '¿Hasta cuándo dejo a Ana? Me sirve algo como «3 días» o «el lunes a las 10».',
    ])
    const unclear = hear('cuando pueda', both(), asked.staff)
    expect(unclear.actions).toEqual([])
    expect(texts(unclear)[0]).toContain('No entendí hasta cuándo.')
    expect(actions(hear('el lunes', both(), unclear.staff))).toEqual([
      { kind: 'postpone', until: monday },
    ])
    expect(texts(hear('deshacer', both(), asked.staff))).toEqual(['Deshecho: no anoté nada.'])
  })

  it('asks which of two, and keeps the day', () => {
    const asked = hear('posponer 3 días', both())
    expect(texts(asked)[0]).toContain('¿Cuál pasa para después?')
    expect(hear('2', both(), asked.staff).actions).toEqual([
      { target: camilo.id, action: { kind: 'postpone', until: bogota(13, '08:00') }, undoes: null },
    ])
  })

  it('means the card it answers', () => {
    const heard = hear('posponer 3 días', both({ quoted: { contactId: camilo.id } }))
    expect(heard.actions[0]?.target).toBe(camilo.id)
  })

  it('needs no word in reply to a card', () => {
    const quoted = { contactId: camilo.id }
    for (const text of ['mañana a las 10', 'para mañana a las 10', 'Mañana, a las 10 am']) {
      expect(hear(text, both({ quoted })).actions).toEqual([
        {
          target: camilo.id,
          action: { kind: 'postpone', until: bogota(11, '10:00') },
          undoes: null,
        },
      ])
    }
    expect(hear('mañana a las 10', both()).actions).toEqual([])
    expect(hear('mañana le llevo la muestra', both({ quoted })).actions).toEqual([])
  })

  it('of a closed sale, is a call to be reminded of', () => {
    const won = lead('Ana', { outcome: { kind: 'won', reason: '', at: bogota(9, '09:00') } })
    expect(actions(hear('posponer ana 3 días', world([won])))).toMatchObject([
      { kind: 'plan_call', why: 'reminder' },
    ])
  })
})

describe('nota', () => {
  same(
    [
      'nota ana prefiere la tarde',
      'nota: Ana: prefiere la tarde',
      'ana: nota prefiere la tarde',
      'anota de ana: prefiere la tarde',
      'apunte sobre doña Ana, prefiere la tarde',
    ],
    ana,
    { kind: 'note', id: 'sale-1', text: 'prefiere la tarde' },
  )

  it('keeps every word when it answers a card', () => {
    const heard = hear('nota ana es la hija', both({ quoted: { contactId: camilo.id } }))
    expect(actions(heard)).toEqual([{ kind: 'note', id: 'sale-1', text: 'ana es la hija' }])
  })

  it('asks what to note, and takes a sentence that begins like a word of ours', () => {
    const asked = hear('nota ana', both())
    expect(texts(asked)).toEqual(['¿Qué anoto de Ana?'])
    const text = 'lista de precios ya la tiene desde la semana pasada'
    expect(actions(hear(text, both(), asked.staff))).toEqual([{ kind: 'note', id: 'sale-1', text }])
    expect(hear('leads', both(), asked.staff).actions).toEqual([])
  })

  it('asks whose it is when nobody is named', () => {
    const asked = hear('nota prefiere la tarde', both())
    expect(texts(asked)[0]).toContain('¿De quién es la nota?')
    expect(hear('1', both(), asked.staff).actions[0]).toMatchObject({
      target: ana.id,
      action: { text: 'prefiere la tarde' },
    })
  })
})

describe('vip', () => {
  same(
    [
      'vip ana',
      'Ana es VIP',
      'cliente clave ana',
      'cliente especial ana',
      'marcar vip a doña ana',
      'ana: cuenta clave',
    ],
    ana,
    { kind: 'vip' },
  )

  it.each(['quitar vip ana', 'ana ya no es vip', 'ana no es cliente clave', 'sin vip ana'])(
    '%s',
    (text) => {
      const heard = hear(text, world([lead('Ana', { vip: true }), camilo]))
      expect(actions(heard)).toEqual([{ kind: 'unvip' }])
      expect(texts(heard)).toEqual([
        'Ana ya no queda como cliente especial. Para anular: *deshacer*.',
      ])
    },
  )

  it('changes nothing the second time', () => {
    const heard = hear('vip ana', world([lead('Ana', { vip: true })]))
    expect(texts(heard)).toEqual(['Ana ya está como cliente especial.'])
    expect(heard.actions).toEqual([])
  })
})

describe('responder', () => {
  same(
    [
      'responder ana hoy entre 10 y 11',
      'responda a Ana: hoy entre 10 y 11',
      'ana: responder hoy entre 10 y 11',
      'dile a ana: hoy entre 10 y 11',
      'contéstale a doña ana, hoy entre 10 y 11',
    ],
    ana,
    { kind: 'respond', text: 'hoy entre 10 y 11' },
  )

  it('says what it said, and how to go on', () => {
    expect(texts(hear('responder ana ya salió', both()))).toEqual([
      'Le dije a Ana: «ya salió». Hasta las 10:34 p. m. no respondo en ese chat. Para que siga: *sigue ana*.',
    ])
  })

  it('never guesses between two people', () => {
    const news = { lastNews: camilo.id }
    expect(hear('responder ya salió', both(news), { ...awake, lastAbout: ana.id }).actions).toEqual(
      [],
    )
    const sure = hear('responder ya salió', both({ lastNews: ana.id }), {
      ...awake,
      lastAbout: ana.id,
    })
    expect(sure.actions[0]?.target).toBe(ana.id)
  })

  it('says which of two namesakes it was', () => {
    const other = lead('Ana', { id: id('ana-2'), organization: 'Colegio San José' })
    const heard = hear(
      'responder ya salió',
      world([ana, other], { quoted: { contactId: other.id } }),
    )
    expect(texts(heard)[0]).toContain('Le dije a Ana (Colegio San José): «ya salió».')
  })

  it('asks what to say', () => {
    const asked = hear('responder ana', both())
    expect(texts(asked)).toEqual(['¿Qué le digo a Ana?'])
    expect(actions(hear('hola, ana, ya salió su pedido', both(), asked.staff))).toEqual([
      { kind: 'respond', text: 'hola, ana, ya salió su pedido' },
    ])
  })

  it('says nothing to somebody who left', () => {
    const heard = hear('responder ana ya salió', world([lead('Ana', { optedOut: true })]))
    expect(texts(heard)).toEqual(['Ana pidió que no le escribieran, y no se lo envío.'])
    expect(heard.actions).toEqual([])
  })
})

describe('cotización', () => {
  const quote = (amount: number, discount: number | null = null): OwnerAction => ({
    kind: 'quote',
    id: 'sale-1',
    amount,
    discount,
    sent: false,
  })
  same(
    [
      'cotización ana 1.200.000',
      'ana: cotización 1.200.000',
      'presupuesto ana 1.200.000',
      'coticé 1.200.000 a doña Ana',
      'cotizacion de 1.200.000 para ana, sin descuento',
      'cotizasión ana 1.200.000',
    ],
    ana,
    quote(1_200_000),
  )

  it.each<[string, number | null]>([
    ['cotización ana 1.200.000 con 10% de descuento', 10],
    ['cotización ana 1.200.000, 10 % de descuento', 10],
    ['cotización ana 1.200.000 menos 10 por ciento', 10],
    ['cotización ana con descuento del 10% 1.200.000', 10],
    ['cotización ana 1.200.000 con descuento', 0],
    ['cotización ana 1.200.000 con una rebaja', 0],
    ['cotización ana sin descuento 1.200.000', null],
  ])('%s', (text, discount) => {
    expect(actions(hear(text, both()))).toEqual([quote(1_200_000, discount)])
  })

  it('shows the message and sends nothing before a yes', () => {
    const heard = hear('cotización camilo 870.000', both())
    expect(texts(heard)).toEqual([
      [
        'Cotización de $870.000 para Camilo, anotada. Para anular: *deshacer*.',
        '',
        'Así se la envío:',
        '',
        'Camilo, esta es su cotización:',
        '15 camisas de dotación',
        'Valor: $870.000',
        'Este valor se mantiene hasta el miércoles 25 de marzo.',
        '',
        'Responda *sí* para enviarla, *no* para dejarla, o escríbala de otra manera.',
      ].join('\n'),
    ])
    expect(actions(heard).map(({ kind }) => kind)).toEqual(['quote'])
  })

  it.each(['sí', 'Si, envíala', 'dale', 'claro que sí', 'ok, mándala'])(
    'is sent on «%s»',
    (text) => {
      const offered = hear('cotización camilo 870.000', both())
      const sent = hear(text, both(), offered.staff)
      expect(actions(sent)).toMatchObject([{ kind: 'send_quote', id: 'sale-1' }])
      expect(sent.staff.pending).toBeNull()
    },
  )

  it.each(['ok', 'listo', 'perfecto, gracias'])('waits for a plain yes on «%s»', (text) => {
    const offered = hear('cotización camilo 870.000', both())
    const heard = hear(text, both(), offered.staff)
    expect(heard.actions).toEqual([])
    expect(texts(heard)).toEqual(['Para enviar la cotización, escriba *sí*.'])
    expect(actions(hear('sí', both(), heard.staff))).toHaveLength(1)
  })

  it('is looked at once more when the yes comes the day after', () => {
    const offered = hear('cotización camilo 870.000', both())
    const tomorrow = both({ now: bogota(11, '10:00') })
    const again = hear('sí', tomorrow, offered.staff)
    expect(again.actions).toEqual([])
    expect(texts(again)[0]).toContain('Así se la envío')
    expect(actions(hear('sí', tomorrow, again.staff))).toHaveLength(1)
  })

  it.each(['no', 'todavía no', 'no, gracias', 'mejor no'])('is left on «%s»', (text) => {
    const offered = hear('cotización camilo 870.000', both())
    const left = hear(text, both(), offered.staff)
    expect(left.actions).toEqual([])
    expect(texts(left)[0]).toContain('No se la envío a Camilo.')
  })

  it('is shown again when it is written otherwise, also in words that begin like ours', () => {
    const offered = hear('cotización camilo 870.000', both())
    const text = 'Cotización: 15 camisas por 870.000, y el envío va por cuenta nuestra'
    const again = hear(text, both(), offered.staff)
    expect(again.actions).toEqual([])
    expect(texts(again)[0]).toContain(text)
    expect(actions(hear('sí', both(), again.staff))).toEqual([
      { kind: 'send_quote', id: 'sale-1', text },
    ])
  })

  it('gives way to another word, and stays written down', () => {
    const offered = hear('cotización camilo 870.000', both())
    expect(texts(hear('leads', both(), offered.staff))[0]).toContain('por atender')
  })

  it('says what it was before', () => {
    const given = { amount: 870_000, discount: null, at: bogota(9, '09:00'), sentAt: null }
    const heard = hear(
      'cotización 820.000 con descuento',
      world([lead('Camilo', { quote: given })]),
    )
    expect(texts(heard)[0]).toContain(
      'Cotización de $820.000 para Camilo, ya con descuento (antes, $870.000). Para anular: *deshacer*.',
    )
  })

  it('asks for the sum, and between two sums', () => {
    // Nothing that they asked for has a price.
    const unpriced = () => world([ana, { ...camilo, items: [] }])
    const asked = hear('cotización camilo', unpriced())
    expect(texts(asked)).toEqual(['¿De cuánto es la cotización para Camilo?'])
    const doubt = hear('870', unpriced(), asked.staff)
    expect(texts(doubt)).toEqual(['¿870 o 870.000?'])
    expect(actions(hear('la segunda', unpriced(), doubt.staff))).toEqual([quote(870_000)])
  })

  it('only writes it down for somebody who left', () => {
    const heard = hear('cotización 870.000', world([lead('Ana', { optedOut: true })]))
    expect(texts(heard)).toEqual([
      'Cotización de $870.000 para Ana, anotada. Para anular: *deshacer*.',
    ])
  })
})

describe('hoy, embudo and datos', () => {
  it.each([
    'hoy',
    'HOY',
    '¿qué hay hoy?',
    'qué tengo para hoy',
    'hola, hoy',
    'dime qué tengo hoy',
    '¿qué hay pendiente?',
  ])('%s', (text) => {
    const heard = hear(text, both())
    expect(texts(heard)[0]).toContain('Hoy, martes 10 de marzo:')
    expect(texts(hear('2', both(), heard.staff))).toEqual(['[short card of camilo]'])
  })

  it('«hoy» beside another word says when, not what', () => {
    expect(actions(hear('hoy le vendí a ana 840 mil', both()))).toMatchObject([{ kind: 'won' }])
  })

  it.each(['embudo', 'Embudo', 'ver el embudo', 'enbudo'])('%s', (text) => {
    expect(texts(hear(text, both()))).toEqual(['[funnel]'])
  })

  it.each(['datos', 'los datos', 'ver datos', '¿qué sabes?'])('%s', (text) => {
    const learned = [{ id: 'f1', text: 'enviamos a todo el país' }]
    expect(texts(hear(text, both({ learned })))).toEqual([
      'Lo que me han enseñado:\n1. Enviamos a todo el país.\nPara quitar uno: *quitar dato* y su número.',
    ])
  })
})

describe('pausa todo', () => {
  it.each([
    'pausa todo',
    'Pausar todo',
    'pausá todo',
    'pauza todo',
    'pausa a todos',
    'silencio total',
  ])('%s', (text) => {
    const heard = hear(text, both())
    expect(heard.house).toEqual([{ action: { kind: 'silence' }, undoes: null }])
    expect(texts(heard)[0]).toContain('*sigue todo*')
  })

  const silent = both({ silence: { by: 'Rosalba', at: bogota(10, '09:10') } })
  it.each(['sigue todo', 'siga con todos', 'sigue', 'continúa', 'reanudar todo'])('%s', (text) => {
    expect(hear(text, silent).house).toEqual([{ action: { kind: 'speak' }, undoes: null }])
  })

  it('leaves one chat to its name', () => {
    const paused = lead('Ana', { paused: true, pausedUntil: bogota(10, '22:00') })
    const at = world([paused], { silence: { by: 'Rosalba', at: bogota(10, '09:10') } })
    expect(actions(hear('sigue ana', at))).toEqual([{ kind: 'resume' }])
  })

  it('says so the second time, and in the help', () => {
    expect(texts(hear('pausa todo', silent))).toEqual([
      'Todo está en pausa desde hoy a las 9:10 a. m. Para seguir: *sigue todo*.',
    ])
    expect(texts(hear('sigue todo', both()))).toEqual([
      'No hay nada en pausa: ya estoy respondiendo.',
    ])
    expect(texts(hear('ayuda', silent))[0]).toContain('*Todo está en pausa*')
  })
})

describe('ia', () => {
  it.each(['ia no', 'IA no', 'sin ia', 'apague la IA', 'apagá la ia'])('%s', (text) => {
    expect(hear(text, both()).house).toEqual([{ action: { kind: 'model_off' }, undoes: null }])
  })

  it.each(['ia sí', 'Ia si', 'con ia', 'prenda la ia', 'encender el modelo'])('%s', (text) => {
    const heard = hear(text, both({ model: 'off' }))
    expect(heard.house).toEqual([{ action: { kind: 'model_on' }, undoes: null }])
  })

  it.each([
    ['ia no', 'off', 'ya está apagado'],
    ['ia sí', 'on', 'ya está encendido'],
    ['ia sí', 'none', 'no hay ningún modelo'],
  ] as const)('%s changes nothing when it is %s', (text, model, said) => {
    const heard = hear(text, both({ model }))
    expect(heard.house).toEqual([])
    expect(texts(heard)[0]).toContain(said)
  })
})

describe('dato', () => {
  const fact = 'sí hacemos envíos a Pasto'
  it.each([`dato: ${fact}`, `Dato ${fact}`, `aprenda: ${fact}`, `dato nuevo: ${fact}`])(
    '%s',
    (text) => {
      const heard = hear(text, both())
      expect(heard.house).toEqual([
        { action: { kind: 'learn', id: 'sale-1', text: fact }, undoes: null },
      ])
      expect(texts(heard)).toEqual([`Guardado: «${fact}». Ya lo uso. Para anular: *deshacer*.`])
    },
  )

  it('offers the answer to whoever asked, each once, and gives it on a yes', () => {
    const questions = [
      { contact: ana.id, text: 'hacen envíos?', at: bogota(10, '12:00') },
      { contact: camilo.id, text: 'envían a Pasto?', at: bogota(10, '12:00') },
      { contact: ana.id, text: 'y envíos?', at: bogota(10, '12:00') },
    ]
    const at = both({ questions, fits: () => true })
    const heard = hear(`dato: ${fact}`, at)
    expect(texts(heard)[0]).toContain(
      '2 personas lo habían preguntado. Por ejemplo: «hacen envíos?». ¿Les respondo?',
    )
    expect(heard.actions).toEqual([])
    expect(hear('sí, respóndele', at, heard.staff).actions).toEqual(
      [ana.id, camilo.id].map((target) => ({
        target,
        action: { kind: 'answer', fact: 'sale-1' },
        undoes: null,
      })),
    )
    expect(hear('no', at, heard.staff).actions).toEqual([])
  })

  it('answers the question that it replies to, whatever its words', () => {
    const questions = [{ contact: ana.id, text: 'y eso cómo es?', at: bogota(10, '12:00') }]
    const at = both({ questions, quoted: { contactId: ana.id } })
    expect(texts(hear(`dato: ${fact}`, at))[0]).toContain('Ana lo había preguntado')
  })

  it('learns nothing from a sentence that only speaks of one', () => {
    for (const text of ['ese dato no lo sé', 'no tengo el dato de los envíos']) {
      expect(hear(text, both()).house).toEqual([])
    }
  })

  it('asks for what is missing, and refuses what no message holds', () => {
    expect(texts(hear('dato', both()))[0]).toContain('¿Qué debo saber?')
    expect(hear(`dato: ${'muy largo '.repeat(30)}`, both()).house).toEqual([])
  })

  it.each(['quitar dato 2', 'quita el dato 2', 'olvida el dato 2', 'borrar dato 2'])(
    '%s',
    (text) => {
      const learned = [
        { id: 'f1', text: 'uno' },
        { id: 'f2', text: 'dos' },
      ]
      expect(hear(text, both({ learned })).house).toEqual([
        { action: { kind: 'forget', id: 'f2', text: 'dos' }, undoes: null },
      ])
    },
  )
})

describe('courtesies', () => {
  it.each(['gracias', 'Muchas gracias!', 'mil gracias, muy amable', 'ok gracias', 'hola, gracias'])(
    '%s',
    (text) => {
      expect(texts(hear(text, both()))).toEqual(['Con gusto, Rosalba.'])
    },
  )

  it.each(['ok', 'ok, perfecto', 'listo', 'vale', 'de acuerdo', 'Excelente día para todos', '👍'])(
    '%s',
    (text) => {
      expect(texts(hear(text, both()))).toEqual(['Listo. Aquí estoy para lo que necesite.'])
    },
  )

  it('leave an open question open', () => {
    const asked = hear('ganado ana', both())
    expect(hear('gracias', both(), asked.staff).staff.pending).toEqual(asked.staff.pending)
  })
})

describe('a colleague', () => {
  const his = lead('Ana', { assignedTo: fabian })

  it('is told when somebody lets go of what is theirs', () => {
    const heard = hear('soltar ana', world([his]))
    expect(texts(heard)).toEqual([
      'Ana estaba a cargo de Fabián y queda sin nadie a cargo. Para anular: *deshacer*.',
    ])
    expect(heard.news).toEqual([
      { about: his.id, text: 'Rosalba dejó a Ana sin nadie a cargo.', to: fabian.id },
    ])
  })

  it('is told when somebody takes what is theirs', () => {
    const heard = hear('tomar ana', world([his]))
    expect(heard.news[0]).toEqual({
      about: his.id,
      text: 'Rosalba se encarga de Ana desde las 10:34.',
      to: fabian.id,
    })
  })

  it.each([
    ['ganado ana 840 mil', 'Rosalba anotó una venta de $840.000 a Ana.'],
    ['perdido ana por precio', 'Rosalba dio por perdida la venta a Ana: precio.'],
    ['posponer ana 3 días', 'Rosalba dejó a Ana para el viernes 13 a las 8 a. m.'],
    ['cotización ana 870.000', 'Rosalba le cotizó $870.000 a Ana.'],
    ['responder ana ya salió', 'Rosalba le respondió a Ana por este medio.'],
  ])('hears of «%s» about a lead of theirs', (text, news) => {
    expect(hear(text, world([his])).news).toEqual([{ about: his.id, text: news, to: fabian.id }])
    expect(hear(text, world([lead('Ana', { assignedTo: rosalba })])).news).toEqual([])
  })

  it('keeps their own when they let go without a name', () => {
    expect(hear('soltar', world([his])).actions).toEqual([])
    expect(
      hear('soltar', world([his, lead('Luz', { assignedTo: rosalba })])).actions,
    ).toMatchObject([{ target: id('luz') }])
  })
})
