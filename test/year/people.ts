import { daysLater } from './calendar.js'

/** What somebody will do in this year; `mood` is how they take what they bought. */
export type Person = {
  readonly phone: string
  readonly name: string
  readonly plan:
    | 'buys'
    | 'asks'
    | 'greets'
    | 'is poor'
    | 'leaves'
    | 'is quoted'
    | 'meets'
    | 'comes later'
  readonly mood: 'happy' | 'fine' | 'cross' | 'silent'
  /** They buy for it; null: for themselves. */
  readonly organization: string | null
  /** The advertisement or leaflet that brought them; null: nobody knows. */
  readonly source: 'meta' | 'volantes' | null
  /** What they pay, or are asked for. */
  readonly sum: number
  /** The day of their first message, and its hour. */
  readonly day: string
  readonly hour: string
  /** Days from the sale to a complaint out of the blue, to a farewell, to a second order. */
  readonly complainsAfter: number | null
  readonly leavesAfter: number | null
  readonly returnsAfter: number | null
  /** They come back by calling: the owner writes it down. */
  readonly phones: boolean
  /** The owner gets the sum wrong first. */
  readonly mistaken: boolean
  /** The first name of whom they bring, when asked; null: nobody. */
  readonly brings: string | null
  /** How a price that they were given ends: bought, refused, or never answered. */
  readonly ends: 'buys' | 'refuses' | 'never says'
  readonly special: boolean
}

export type Cast = {
  readonly people: readonly Person[]
  readonly from: string
  readonly days: number
}

const FIRST = [
  ...['Ana', 'Luis', 'Marta', 'Camilo', 'Diana', 'Jorge', 'Paola', 'Andrés', 'Lucía', 'Mateo'],
  ...['Sara', 'Pedro', 'Elena', 'Iván', 'Natalia', 'Óscar', 'Rocío', 'Hugo', 'Carmen', 'Felipe'],
]
const LAST = [
  ...['Rojas', 'Peña', 'Suárez', 'Gil', 'Osorio', 'Duarte', 'Mejía', 'Ortiz', 'Pardo', 'Vega'],
  ...['Lara', 'Nieto', 'Cano', 'Rey', 'Serna', 'Tovar', 'Uribe', 'Zapata', 'Bernal', 'Quiroga'],
]
const FRIENDS = [
  ...['Ximena', 'Wilmer', 'Yolanda', 'Germán', 'Beatriz', 'Nicolás', 'Teresa', 'Fabio', 'Gloria'],
  ...['Ramiro', 'Ingrid', 'Damián', 'Patricia', 'Ernesto', 'Viviana', 'Rodrigo', 'Olga', 'Julián'],
]
const ORGANIZATIONS = ['restaurante La Alacena', 'colegio San José', 'hotel El Prado']

/** People of a town for so many days: of five, one buys. The same random numbers make the same town. */
export function castOf(random: () => number, from: string, days: number, count: number): Cast {
  const among = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const chance = (share: number): boolean => random() < share
  const within = (least: number, most: number): number =>
    least + Math.floor(random() * (most - least + 1))
  const people = Array.from({ length: count }, (_, i): Person => {
    const plan = i % 5 === 0 ? 'buys' : among(OTHER_PLANS)
    const hour = String(within(7, 21)).padStart(2, '0')
    return {
      phone: `+57310${String(1_000_000 + i)}`,
      name: `${FIRST[i % FIRST.length]} ${LAST[Math.floor(i / FIRST.length) % LAST.length]}`,
      plan,
      mood: among(['happy', 'happy', 'fine', 'cross', 'silent']),
      organization: chance(plan === 'buys' ? 0.45 : 0.25) ? among(ORGANIZATIONS) : null,
      source: among(['meta', 'meta', 'volantes', null, null]),
      sum: within(60, 160) * 10_000,
      day: daysLater(from, within(0, Math.max(0, days - 8))),
      hour: `${hour}:${among(['05', '20', '40'])}`,
      complainsAfter: chance(0.25) ? within(3, 60) : null,
      leavesAfter: chance(0.06) ? within(1, 90) : null,
      returnsAfter: chance(0.25) ? within(60, 150) : null,
      phones: chance(0.4),
      mistaken: chance(0.1),
      brings: chance(0.7) ? (FRIENDS[i % FRIENDS.length] ?? null) : null,
      ends: among(['buys', 'refuses', 'never says']),
      special: plan === 'buys' && i % 50 === 0,
    }
  })
  return { people, from, days }
}

/** Somebody like whoever sends them, who buys once and has nobody to send. */
export function friendOf(person: Person, first: string): Person {
  return {
    ...person,
    phone: person.phone.replace('+57310', '+57315'),
    name: `${first} ${person.name.split(' ')[1]}`,
    ...{ plan: 'buys', source: null, complainsAfter: null, leavesAfter: null, returnsAfter: null },
    ...{ brings: null, special: false, mistaken: false },
  }
}

const OTHER_PLANS = [
  ...(['asks', 'asks', 'asks', 'greets', 'greets', 'meets'] as const),
  ...(['is poor', 'leaves', 'is quoted', 'comes later'] as const),
]
