import { callRules } from '../../../src/core/business/call-rules.js'
import { contactRules } from '../../../src/core/business/contact-rules.js'
import { PLAIN_NUMBER } from '../../../src/core/business/number.js'
import { retentionRules } from '../../../src/core/business/retention-rules.js'
import type { Business, ContactPolicy, Week } from '../../../src/core/business/types.js'
import { PLAIN_LOOPS } from '../../../src/core/loops/rules.js'
import type { Iso, Phone } from '../../../src/core/types.js'
import { toDay } from '../../../src/core/understanding/civil.js'

/** The shipped workshop, as far as these tests need it. Tuesday 10 March 2026 is today. */
export const TODAY = toDay(2026, 3, 10)

const weekdays: Week = [
  [[480, 1080]],
  [[480, 1080]],
  [[480, 1080]],
  [[480, 1080]],
  [[480, 1080]],
  [[480, 780]],
  [],
]

export const hilvan: Business = {
  name: 'Uniformes Hilván',
  sells: 'uniformes',
  place: 'taller',
  country: 'CO',
  timeZone: 'America/Bogota',
  currency: 'COP',
  language: 'es',
  treatment: 'usted',
  segment: 'b2c',
  appointments: false,
  staff: [
    { name: 'Rosalba', title: 'la dueña', role: 'owner', phone: '+573000000001' as Phone },
    { name: 'Fabián', title: 'el vendedor', role: 'seller', phone: '+573000000002' as Phone },
  ],
  hours: weekdays,
  lastCallMinutes: 60,
  nextDayBy: 600,
  products: [
    product('camisa', 'camisa de dotación', 'camisas de dotación', 'f', 58000, [
      'camisa',
      'camisa de dotación',
    ]),
    product('polo', 'camiseta polo', 'camisetas polo', 'f', 42000, [
      'camiseta',
      'camiseta polo',
      'polo',
    ]),
    product('delantal', 'delantal', 'delantales', 'm', 29000, ['delantal', 'mandil']),
    product('pantalon', 'pantalón drill', 'pantalones drill', 'm', 64000, [
      'pantalones',
      'pantalón drill',
    ]),
  ],
  notMade: [{ id: 'zapatos', words: ['zapatos', 'camisa de seda'], text: same('No hacemos eso.') }],
  facts: [
    {
      id: 'horario',
      words: ['horario', 'a qué hora', 'abren'],
      text: same('De 8 a 6.'),
      passesOn: false,
      taught: false,
    },
    {
      id: 'entrega',
      words: ['cuánto se demoran', 'días de entrega'],
      text: same('8 días.'),
      passesOn: false,
      taught: false,
    },
    {
      id: 'logo',
      words: ['logo'],
      text: same('Con el logo bordado.'),
      passesOn: false,
      taught: false,
    },
  ],
  personas: [
    {
      id: 'restaurante',
      name: 'restaurante',
      one: 'restaurante',
      segment: 'b2b',
      words: ['restaurante', 'cafetería'],
      suggests: ['polo'],
      when: null,
      flow: null,
    },
  ],
  flows: { talk: 'qualification', silence: 'silence', afterSale: 'care' },
  attributes: [],
  tickets: { days: { normal: 1, high: 0, urgent: 0 }, askAgainDays: 3, closeDays: 4 },
  takeOverHours: 12,
  alertMinutes: 15,
  digest: 480,
  quoteDays: 15,
  afterQuote: null,
  nurture: null,
  contact: contactRules(undefined),
  retention: retentionRules(undefined),
  objections: [],
  referrals: null,
  calls: callRules(undefined),
  campaigns: [],
  origins: { ask: 'no', list: false, options: [] },
  gestures: [],
  pin: { code: null, minutes: 10, own: {} },
  backup: { folder: 'backups', keep: 8, weekday: 6 },
  tribe: null,
  number: PLAIN_NUMBER,
  loops: PLAIN_LOOPS,
  ideal: null,
}

export const colombianPolicy: ContactPolicy = {
  country: 'CO',
  hours: [
    [[420, 1140]],
    [[420, 1140]],
    [[420, 1140]],
    [[420, 1140]],
    [[420, 1140]],
    [[480, 900]],
    [],
  ],
  onHolidays: false,
  perDay: 1,
  perWeek: 2,
}

/** Monday 23 March 2026: Saint Joseph's day, moved. */
export const colombianHolidays: ReadonlySet<number> = new Set([toDay(2026, 3, 23)])

/** An instant by the clock of Bogotá in March 2026. */
export function bogota(date: number, clock: string): Iso {
  return new Date(`2026-03-${String(date).padStart(2, '0')}T${clock}:00-05:00`).toISOString() as Iso
}

function product(
  id: string,
  one: string,
  many: string,
  gender: 'f' | 'm',
  price: number,
  words: readonly string[],
): Business['products'][number] {
  const time = { cycle: null, renewal: null, usual: null }
  return {
    id,
    one,
    many,
    gender,
    words,
    price,
    from: 12,
    currency: 'COP',
    ownGarment: false,
    includes: null,
    ...time,
  }
}

function same(text: string): Business['facts'][number]['text'] {
  return { usted: text, tú: text, vos: text }
}
