import { daysLater } from './calendar.js'

/** What somebody will do in this year; `mood` is how they take what they bought. */
export type Person = {
  readonly phone: string
  readonly name: string
  readonly plan: 'buys' | 'asks' | 'greets' | 'is poor' | 'leaves' | 'is quoted' | 'comes later'
  readonly mood: 'happy' | 'fine' | 'cross' | 'silent'
  /** The day of their first message, and its hour. */
  readonly day: string
  readonly hour: string
  /** Days from the sale to a complaint out of the blue, to a farewell, to a second order. */
  readonly complainsAfter: number | null
  readonly leavesAfter: number | null
  readonly returnsAfter: number | null
  readonly brings: boolean
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

/** People of a town for so many days: of ten, two buy. The same random numbers make the same town. */
export function castOf(random: () => number, from: string, days: number, count: number): Cast {
  const people = Array.from({ length: count }, (_, i): Person => {
    const among = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
    const chance = (share: number): boolean => random() < share
    const within = (least: number, most: number): number =>
      least + Math.floor(random() * (most - least + 1))
    const plan = i % 5 === 0 ? 'buys' : among(OTHER_PLANS)
    const hour = String(within(7, 21)).padStart(2, '0')
    return {
      phone: `+57310${String(1_000_000 + i)}`,
      name: `${FIRST[i % FIRST.length]} ${LAST[Math.floor(i / FIRST.length) % LAST.length]}`,
      plan,
      mood: among(['happy', 'happy', 'fine', 'cross', 'silent']),
      day: daysLater(from, within(0, Math.max(0, days - 8))),
      hour: `${hour}:${among(['05', '20', '40'])}`,
      complainsAfter: chance(0.2) ? within(4, 60) : null,
      leavesAfter: chance(0.06) ? within(1, 90) : null,
      returnsAfter: chance(0.25) ? within(60, 150) : null,
      brings: chance(0.5),
      special: plan === 'buys' && i % 50 === 0,
    }
  })
  return { people, from, days }
}

const OTHER_PLANS = [
  ...(['asks', 'asks', 'asks', 'greets', 'greets'] as const),
  ...(['is poor', 'leaves', 'is quoted', 'comes later'] as const),
]
