import { describe, expect, test } from 'vitest'
import { createChooser } from '../../../src/core/understanding/choice.js'
import { ask, lexicon } from './lexicon.js'

describe('a question word without accent or question mark', () => {
  test.each([
    'pues cuando nos entreguen',
    'cuando nos entreguen el local',
    'es que eso no depende de uno',
    'como le digo, no es para ya',
    'donde mi hermano, que es el que sabe',
    'que sea en algodón',
  ])('%s asks nothing', (text) => {
    expect(ask(text, { question: 'urgency' }).cues).not.toContain('asks')
  })

  test.each(['cuándo lo entregan', 'cuando lo entregan?', 'y cuánto se demoran', 'dónde quedan'])(
    '%s asks',
    (text) => {
      expect(ask(text, { question: 'urgency' }).cues).toContain('asks')
    },
  )

  test('what depends on others says nothing about when', () => {
    expect(ask('es que eso no depende de uno', { question: 'urgency' }).urgency).toBeNull()
    expect(ask('eso no depende de mí', { question: 'urgency' }).urgency).toBeNull()
  })
})

describe('a number that picks from a list', () => {
  const choose = createChooser(lexicon, 'CO')
  const options = ['uno', 'dos', 'tres'].map((id) => ({ id, label: `Hasta ${id} veces` }))

  test.each([
    ['la 2', 'dos'],
    ['2', 'dos'],
    ['1.', 'uno'],
    ['1)', 'uno'],
    ['el 3', 'tres'],
    ['opción 3', 'tres'],
    ['la número 2', 'dos'],
  ])('%s is no money', (text, id) => {
    expect(choose(text, options)).toBe(id)
    expect(ask(text, { question: 'budget' }).budget).toBeNull()
    expect(ask(text, { question: 'budget', figure: 870_000 }).budget).toBeNull()
    expect(ask(text, { question: 'yesno', figure: 870_000 }).budget).toBeNull()
  })

  test('a small number with a unit or a scale is money still', () => {
    expect(ask('2 millones', { question: 'budget' }).budget?.value.max).toBe(2_000_000)
    expect(ask('900', { question: 'budget', figure: 870_000 }).budget?.value.max).toBe(900_000)
    expect(ask('unos 2', { question: 'budget', figure: 2_000_000 }).budget?.value.max).toBe(
      2_000_000,
    )
  })
})

describe('who decides', () => {
  test.each(['mmm pues ahí vemos', 'ahí vemos', 'después vemos', 'luego vemos', 'ya veremos'])(
    '%s names nobody',
    (text) => {
      expect(ask(text, { question: 'authority' }).authority).toBeNull()
      expect(ask(text).authority).toBeNull()
    },
  )
})

describe('what one is, is no name', () => {
  test.each([
    'soy enfermera',
    'soy profesor',
    'soy dueño de un bar',
    'soy de Medellín',
    'soy el administrador',
    'soy chef',
    'soy mesero',
    'soy odontóloga',
    'soy médico',
    'soy veterinaria',
    'soy estudiante',
    'soy independiente',
    'soy empleada',
    'soy nuevo',
    'soy cliente',
    'hola soy enfermera, necesito 1 conjunto',
    'buenas, soy fisioterapeuta y quiero 2 batas',
    'soy barbero',
    'soy contratista',
    'soy instructora de zumba',
    'soy la secretaria del colegio',
    'somos una empresa de aseo',
    'soy argentina',
    'soy mamá de dos niños',
    'soy tatuador',
    'soy pastelera',
  ])('%s', (text) => {
    for (const question of ['open', 'name', 'need', 'authority'] as const) {
      expect(ask(text, { question }).name?.value ?? null).toBeNull()
    }
  })

  test.each([
    ['soy Romero Pérez', 'Romero Pérez'],
    ['soy Marco', 'Marco'],
    ['soy la doctora Lucía', 'Lucía'],
    ['hola soy lucia, enfermera', 'Lucia'],
    ['soy paola la dueña', 'Paola'],
    ['soy yeison', 'Yeison'],
  ])('%s names somebody', (text, name) => {
    expect(ask(text, { question: 'name' }).name?.value).toBe(name)
  })
})

describe('the price of another shop', () => {
  test.each([
    'me dieron una en 750',
    'me cotizaron en 800 mil',
    'me cotizaron 800 mil en otro lado',
    'en otra parte me cobran 600',
    'en otra parte me cobran 600 mil',
    'en el centro los venden a 45 mil',
    'vi una en 300 mil en otra tienda',
    'mi proveedor me lo deja en 500 mil',
    'la competencia cobra 700 mil',
  ])('%s is no budget', (text) => {
    for (const question of ['open', 'budget', 'yesno'] as const) {
      expect(ask(text, { question, figure: 870_000 }).budget).toBeNull()
    }
  })
})

describe('leaving and putting off', () => {
  test.each(['déjalo, ya no', 'ya no, gracias', 'ya no lo necesito', 'no, ya no', 'mejor ya no'])(
    '%s cancels and says nothing about when',
    (text) => {
      const { cues, urgency } = ask(text, { question: 'urgency' })
      expect(cues).toContain('cancels')
      expect(urgency).toBeNull()
    },
  )

  test.each([
    'luego te digo',
    'después le confirmo',
    'mañana le confirmo',
    'más tarde le aviso',
    'ahorita le digo',
    'la otra semana les confirmo',
  ])('%s puts off and says nothing about when', (text) => {
    const { cues, urgency } = ask(text, { question: 'urgency' })
    expect(cues.includes('later') || cues.includes('waits')).toBe(true)
    expect(urgency).toBeNull()
  })

  test.each(['no sé', 'ni idea', 'no sabría decirle', 'ni yo sé', 'no tengo idea'])(
    '%s is unsure and no day',
    (text) => {
      for (const question of ['urgency', 'budget'] as const) {
        const { cues, urgency } = ask(text, { question })
        expect(cues).toContain('unsure')
        expect(urgency).toBeNull()
      }
    },
  )
})

describe('what is asked of whom', () => {
  test.each([
    'hola, eres un robot?',
    'hablo con una persona o con un robot?',
    'esto es un bot?',
    'eres una persona real?',
    'sos un bot o una persona?',
    'me atiende un humano o una máquina?',
  ])('%s does not ask for a person', (text) => {
    expect(ask(text).intents).not.toContain('handoff')
  })

  test.each([
    'no quiero hablar con un robot',
    'quiero hablar con una persona, no con un robot',
    'eres un robot? pásame con una persona',
  ])('%s asks for a person', (text) => {
    expect(ask(text).intents).toContain('handoff')
  })

  test('a courtesy of another bot is no appointment', () => {
    const text = 'Gracias por comunicarse con nosotros, en breve le atendemos'
    expect(ask(text).intents).not.toContain('meeting')
    expect(ask(text).intents).not.toContain('handoff')
  })

  test('"too dear" is no sum and no complaint', () => {
    const reading = ask('uy no, está carísimo', { question: 'yesno', figure: 870_000 })
    expect(reading.yes?.value ?? false).toBe(false)
    expect(reading.budget).toBeNull()
    expect(reading.intents).not.toContain('complaint')
  })

  test.each(['todavía no me han llegado', 'aún no me llega', 'no me ha llegado todavía'])(
    '%s is no complaint',
    (text) => {
      expect(ask(text).intents).not.toContain('complaint')
    },
  )

  test.each(['no me ha llegado el pedido y ya pasaron 3 semanas', 'nunca me llegó el pedido'])(
    '%s is a complaint',
    (text) => {
      expect(ask(text).intents).toContain('complaint')
    },
  )
})

describe('corrections', () => {
  test.each([
    ['perdón, son 3 millones', 'budget'],
    ['quise decir 2 millones', 'budget'],
    ['no, mejor para junio', 'urgency'],
    ['corrijo: 30', 'quantity'],
    ['ah no, eran 30', 'quantity'],
    ['me equivoqué, son 15', 'open'],
    ['disculpe, es para abril', 'open'],
    ['no 20, son 25', 'quantity'],
  ] as const)('%s', (text, question) => {
    expect(ask(text, { question }).intents).toContain('correction')
  })

  test('take the new value', () => {
    expect(ask('perdón, son 3 millones', { question: 'budget' }).budget?.value.max).toBe(3_000_000)
    expect(ask('no, mejor para junio', { question: 'urgency' }).urgency?.value.days).toEqual([
      83, 112,
    ])
    const counts = ask('corrijo: 30', { question: 'quantity' }).quantities
    expect(counts.map((q) => q.value.count)).toEqual([30])
  })
})

describe('days written in figures', () => {
  test.each([
    ['2026-04-15', [36, 36]],
    ['el 24/7', [136, 136]],
    ['15-04-2026', [36, 36]],
  ])('%s is a day and no phone', (text, days) => {
    const { urgency, phone } = ask(text, { question: 'urgency' })
    expect(urgency?.value.days).toEqual(days)
    expect(phone).toBeNull()
  })
})

describe('a yes with a no before it', () => {
  test.each([
    ['no me late', false],
    ['me late', true],
    ['no está bien', false],
    ['no me parece bien', false],
  ])('%s', (text, yes) => {
    expect(ask(text, { question: 'yesno', country: 'MX' }).yes?.value).toBe(yes)
  })
})
