import { daysLater } from '../year/calendar.js'

/** Somebody who writes to the shop in this week. */
export type Person = {
  readonly phone: string
  readonly plan: 'orders' | 'asks' | 'greets' | 'is quick' | 'repeats' | 'leaves'
  /** The day of their first message, and its hour. */
  readonly day: string
  readonly hour: string
  /** What the owner does by hand in their chat. */
  readonly owner: 'nothing' | 'types' | 'types and gives it back' | 'begins'
}

/** Somebody whom nothing is ever said to. `how`: they had a chat before, or stand on the list. */
export type Relative = {
  readonly phone: string
  readonly how: 'earlier' | 'listed'
  /** An owner's word brings them in on the last day but one. */
  readonly attended: boolean
}

export type Machine = { readonly phone: string; readonly kind: 'menu' | 'same' | 'fast' }

export type Cast = {
  readonly from: string
  readonly days: number
  readonly quietDays: number
  readonly people: readonly Person[]
  readonly family: readonly Relative[]
  readonly machines: readonly Machine[]
  readonly flooder: { readonly phone: string; readonly messages: number }
  /** The day on which WhatsApp restricts the number, at eight, for so many hours. */
  readonly restricted: { readonly day: string; readonly hours: number }
}

export type Size = {
  readonly days: number
  /** Days after the last one in which nobody writes, and what had to wait goes out. */
  readonly quietDays: number
  readonly people: number
  readonly family: number
  readonly flood: number
  /** On which day, counted from 0, and for how many hours. */
  readonly restricted: readonly [day: number, hours: number]
}

const PLANS: readonly Person['plan'][] = [
  ...(['orders', 'orders', 'asks', 'asks', 'asks', 'greets', 'greets'] as const),
  ...(['is quick', 'repeats', 'leaves'] as const),
]

/** The same random numbers make the same week. */
export function castOf(random: () => number, from: string, size: Size): Cast {
  const among = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const people = Array.from({ length: size.people }, (_, at): Person => {
    const hour = String(6 + Math.floor(random() * 17)).padStart(2, '0')
    return {
      phone: `+57310${1_000_000 + at}`,
      plan: among(PLANS),
      day: daysLater(from, Math.floor(random() * size.days)),
      hour: `${hour}:${among(['05', '20', '35', '50'])}`,
      owner:
        at % 15 === 7
          ? 'begins'
          : among(['nothing', 'nothing', 'nothing', 'nothing', 'types', 'types and gives it back']),
    }
  })
  return {
    ...{ from, days: size.days, quietDays: size.quietDays, people },
    family: Array.from({ length: size.family }, (_, at) => ({
      phone: `+57320${2_000_000 + at}`,
      how: at % 3 === 2 ? 'listed' : 'earlier',
      attended: at === 0,
    })),
    machines: [
      { phone: '+573303000001', kind: 'menu' },
      { phone: '+573303000002', kind: 'same' },
      { phone: '+573303000003', kind: 'fast' },
    ],
    flooder: { phone: '+573304000001', messages: size.flood },
    restricted: { day: daysLater(from, size.restricted[0]), hours: size.restricted[1] },
  }
}
