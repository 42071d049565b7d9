import { describe, expect, it } from 'vitest'
import type { ContactState, InquiryState } from '../../../src/core/conversation/types.js'
import { type LeadCardProps, leadCard } from '../../../src/core/owner/lead-card.js'
import type { Slot, SlotValue } from '../../../src/core/types.js'
import { bogota } from '../business/hilvan.js'
import { anasCard } from './anas-card.js'

const withContact = (rest: Partial<ContactState>): LeadCardProps => ({
  ...anasCard,
  contact: { ...anasCard.contact, ...rest },
})
const withInquiry = (rest: Partial<InquiryState>): LeadCardProps => ({
  ...anasCard,
  inquiry: { ...anasCard.inquiry, ...rest },
})
const withSlot = (name: string, slot: Slot): LeadCardProps =>
  withInquiry({ slots: { ...anasCard.inquiry.slots, [name]: slot } })
const known = (value: SlotValue, said: string): Slot => ({
  status: 'known',
  value,
  said,
  confidence: 1,
  message: null,
  at: bogota(10, '09:00'),
})
const declined: Slot = {
  status: 'declined',
  said: 'prefiero no decir',
  message: null,
  at: bogota(10, '09:00'),
}
const line = (props: LeadCardProps, start: string): string | undefined =>
  leadCard(props, 'full')
    .split('\n')
    .find((each) => each.startsWith(start))

describe('the full card', () => {
  it('holds everything, in order', () => {
    expect(leadCard(anasCard, 'full')).toBe(
      [
        '*Ana* · Restaurante La Alacena',
        '+573000000214 · wa.me/573000000214',
        '*Lead calificado* · 86 de 100',
        'Sabe qué quiere, le alcanza y tiene fecha.',
        '',
        '*Quiere:* 20 camisetas polo',
        '*Presupuesto:* $1.000.000 («más o menos un millón»)',
        '*Para:* viernes 27 de marzo (17 días)',
        '*Decide:* Ana',
        '*Llegó por:* anuncio «Uniformes para restaurantes»',
        '',
        '*Lo último que dijo*',
        '«Necesito 20 camisetas polo con logo para el viernes 27»',
        '«yo decido»',
        '«y hacen delantales?»',
        '',
        '*Le prometí:* que usted le escribe hoy antes de las 6',
        '*Sugerencia:* confírmele lo que pidió y dígale cómo siguen',
        '',
        'Responda *tomar*, *posponer 3 días* o *perdido por…*',
        'o reaccione: 👍 la tomo yo · ✅ ganada · ❌ perdida',
      ].join('\n'),
    )
  })

  it('leaves out what nobody knows, except need, budget and date', () => {
    const bare = {
      ...withInquiry({ slots: {}, items: [], reasons: [], promise: null }),
      lastSaid: [],
    }
    const card = leadCard(
      { ...bare, contact: { ...bare.contact, slots: {}, profileName: null, source: null } },
      'full',
    )
    expect(card.split('\n').slice(0, 8)).toEqual([
      '*+573000000214*',
      '+573000000214 · wa.me/573000000214',
      '*Lead calificado* · 86 de 100',
      '',
      '*Quiere:* no lo ha dicho',
      '*Presupuesto:* no lo ha dicho',
      '*Para:* no lo ha dicho',
      '',
    ])
    expect(card).not.toMatch(/Decide|Llegó|último|prometí/)
  })

  it('says what they would rather not say', () => {
    expect(line(withSlot('budget', declined), '*Presupuesto')).toBe(
      '*Presupuesto:* prefirió no decirlo',
    )
    expect(line(withSlot('urgency', declined), '*Para')).toBe('*Para:* prefirió no decirlo')
  })

  it('begins with what a company wants to solve, in their words, and how soon', () => {
    const asked = withInquiry({
      slots: {
        ...anasCard.inquiry.slots,
        challenge: known('se nos *destiñen* muy rápido', 'se nos destiñen muy rápido'),
        priority: known('alta', 'es lo primero'),
      },
    })
    expect(line(asked, '*Quiere resolver')).toBe(
      '*Quiere resolver:* «se nos ∗destiñen∗ muy rápido»',
    )
    expect(line(asked, '*Prioridad')).toBe('*Prioridad:* alta')
    expect(line(withSlot('challenge', declined), '*Quiere resolver')).toBeUndefined()
  })

  it('says that WhatsApp hides the number', () => {
    const [, second] = leadCard(withContact({ phone: null }), 'full').split('\n')
    expect(second).toBe('Número oculto. Escríbale con *responder* y su mensaje.')
  })

  it('says when the name is only that of a profile', () => {
    const props = withContact({ slots: {}, profileName: 'Anita 🌸' })
    expect(leadCard(props, 'full').split('\n')[0]).toBe('*Anita 🌸* (nombre de su perfil)')
    expect(line(props, '*Decide')).toBe('*Decide:* quien escribe')
  })

  it('tells a customer who comes back', () => {
    expect(line(withContact({ stage: 'customer', purchases: 1 }), '*Cliente')).toBe(
      '*Cliente* · 86 de 100 · ya compró una vez',
    )
    expect(line(withContact({ purchases: 3 }), '*Lead')).toContain('ya compró 3 veces')
  })

  it.each([
    [
      { min: null, max: 900_000, currency: null, none: false },
      'hasta 900',
      'hasta $900.000 («hasta 900»)',
    ],
    [
      { min: 500_000, max: null, currency: 'COP', none: false },
      'mínimo 500',
      'desde $500.000 («mínimo 500»)',
    ],
    [
      { min: 300_000, max: 400_000, currency: null, none: false },
      '300 a 400',
      'entre $300.000 y $400.000 («300 a 400»)',
    ],
    [
      { min: 1000, max: 1000, currency: 'USD', none: false },
      'mil verdes',
      'US$1.000 («mil verdes»)',
    ],
    [{ min: null, max: null, currency: null, none: true }, 'depende', 'sin una cifra («depende»)'],
    [{ min: 900_000, max: 900_000, currency: null, none: false }, '$900.000', '$900.000'],
  ])('shows the budget %j', (value, said, text) => {
    expect(line(withSlot('budget', known(value, said)), '*Presupuesto')).toBe(
      `*Presupuesto:* ${text}`,
    )
  })

  it.each([
    [{ bucket: 'month', days: [22, 51] }, 'en abril', 'abril («en abril»)'],
    [{ bucket: 'now', days: [1, 1] }, 'mañana', 'miércoles 11 de marzo (1 día)'],
    [{ bucket: 'later', days: null }, 'más adelante', 'más adelante'],
    [
      { bucket: 'month', days: [32, 41] },
      'a mediados de abril',
      'mediados de abril («a mediados de abril»)',
    ],
  ] as const)('shows the date %j', (value, said, text) => {
    expect(line(withSlot('urgency', known(value, said)), '*Para')).toBe(`*Para:* ${text}`)
  })

  it('counts the days from now, not from when it was said', () => {
    expect(line({ ...anasCard, now: bogota(26, '09:00') }, '*Para')).toBe(
      '*Para:* viernes 27 de marzo (1 día)',
    )
  })

  it.each([
    ['shared', 'lo consulta con alguien más'],
    ['other', 'otra persona'],
    ['unknown', 'no se sabe todavía'],
  ])('says who decides: %s', (value, text) => {
    expect(line(withSlot('authority', known(value, '')), '*Decide')).toBe(`*Decide:* ${text}`)
  })

  it('defuses what would format, and cuts quotes at eighty characters', () => {
    const props = {
      ...withContact({ slots: { name: known('*Ana* _la_ ~jefa~', '') } }),
      lastSaid: ['`uno` *dos*\n\ntres', '🙂'.repeat(200), '   '],
    }
    const card = leadCard(props, 'full')
    expect(card.split('\n')[0]).toBe('*∗Ana∗ ＿la＿ ∼jefa∼*')
    expect(card).toContain('«ˋunoˋ ∗dos∗ tres»')
    const long = card.split('\n').find((each) => each.includes('🙂')) ?? ''
    expect(Array.from(long.slice(1, -1))).toHaveLength(80)
    expect(long.endsWith('🙂…»')).toBe(true)
    expect(card).not.toContain('«»')
  })

  it('shows the last three messages only', () => {
    const card = leadCard({ ...anasCard, lastSaid: ['a', 'b', 'c', 'd'] }, 'full')
    expect(card).toContain('*Lo último que dijo*\n«b»\n«c»\n«d»\n')
  })

  it('says where they came from', () => {
    const source = { sourceType: 'ad', sourceId: '1', clickId: null, headline: null }
    expect(line(withContact({ source }), '*Llegó')).toBe('*Llegó por:* un anuncio')
    expect(line({ ...anasCard, referrer: 'Yolanda' }, '*Llegó')).toBe(
      '*Llegó por:* recomendación de Yolanda',
    )
  })

  it.each([
    [
      { items: [{ product: 'polo', quantity: 30 }] },
      'el pedido pasa de lo que tenía pensado; ajústelo a ese valor',
    ],
    [{ asked: { price: true, meeting: false, person: false } }, 'mándele la cotización'],
    [{ asked: { price: true, meeting: true, person: false } }, 'propóngale día y hora'],
    [
      { asked: { price: true, meeting: true, person: true } },
      'pidió una persona: mejor una llamada que un mensaje',
    ],
  ])('suggests the next step for %j', (rest, text) => {
    expect(line(withInquiry(rest), '*Sugerencia')).toBe(`*Sugerencia:* ${text}`)
  })

  it('warns of what speaks against them', () => {
    const reasons = [
      ...anasCard.inquiry.reasons,
      { id: 'x', points: -10, text: 'es muy pronto', said: null },
      { id: 'y', points: 0, text: 'nada', said: null },
    ]
    expect(line(withInquiry({ reasons }), 'Ojo')).toBe('Ojo: es muy pronto.')
  })
})

describe('the short card', () => {
  const short = [
    '*Ana* · Restaurante La Alacena · +573000000214 · *86*',
    '20 camisetas polo · unos $1.000.000 · vie 27 mar',
    'Decide Ana. Le prometí respuesta hoy antes de las 6.',
    '*tomar* · 👍 la tomo yo · ✅ ganada · ❌ perdida',
  ].join('\n')

  it('holds the same in four lines', () => {
    expect(leadCard(anasCard, 'short')).toBe(short)
  })

  it('hides a hidden number and leaves out what is not known', () => {
    const props = withInquiry({ promise: null, slots: {} })
    expect(leadCard({ ...props, contact: { ...props.contact, phone: null } }, 'short')).toBe(
      [
        '*Ana* · Restaurante La Alacena · Número oculto · *86*',
        '20 camisetas polo · no lo ha dicho · no lo ha dicho',
        '*tomar* · 👍 la tomo yo · ✅ ganada · ❌ perdida',
      ].join('\n'),
    )
  })
})
