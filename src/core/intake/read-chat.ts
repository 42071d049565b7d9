import { isDate, toDay } from '../understanding/civil.js'
import { fold } from '../understanding/normalise.js'
import type { DateOrder } from './read-date.js'

/** One message of an exported chat. `day` and `second` as the phone's clock showed them. */
export type ChatLine = {
  readonly line: number
  readonly day: number
  readonly second: number
  readonly author: string
  readonly text: string
}

export type Chat = {
  /** In the order of the file. */
  readonly messages: readonly ChatLine[]
  /** Who wrote, the one with most messages first. */
  readonly authors: readonly string[]
}

/** Direction marks and the like, which phones strew between the parts of a line. */
const INVISIBLE = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g
const DATE = String.raw`(\d{1,4})[/.-](\d{1,2})[/.-](\d{2,4})`
const TIME = String.raw`(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([ap])?\.?\s?(?:m\.?)?`
/** "12/3/25, 3:04 p. m. - Ana: hola". */
const ANDROID = new RegExp(`^${DATE},?\\s+${TIME}\\s+[-–]\\s(.*)$`, 'i')
/** "[12/3/25, 15:04:05] Ana: hola". */
const IPHONE = new RegExp(`^\\[${DATE},?\\s+${TIME}\\]\\s(.*)$`, 'i')

/** Whether a text begins as chats that WhatsApp exports do. */
export function isChat(text: string): boolean {
  const heads = text.slice(0, 4_000).split(/\r?\n/, 10).map(plain)
  return heads.some((line) => ANDROID.test(line) || IPHONE.test(line))
}

/**
 * Reads a chat as WhatsApp exports it on Android and iPhone, whatever the phone's language: what
 * follows a message without a date belongs to it, and lines that nobody wrote are left out.
 * `fallback` settles the order of day and month where neither the figures nor their sequence do.
 */
export function readChat(text: string, fallback: DateOrder): Chat {
  const heads: Head[] = []
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = plain(raw)
    const found = ANDROID.exec(line) ?? IPHONE.exec(line)
    if (found !== null) heads.push(headOf(found, index + 1))
    else heads.at(-1)?.more.push(line)
  })
  const order = orderOf(heads, fallback)
  const messages = heads.flatMap((head) => messageOf(head, order))
  const counts = new Map<string, number>()
  for (const { author } of messages) counts.set(author, (counts.get(author) ?? 0) + 1)
  const authors = [...counts.keys()].toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
  return { messages, authors }
}

type Head = {
  readonly line: number
  readonly date: readonly [number, number, number]
  readonly second: number
  readonly rest: string
  readonly more: string[]
}

function plain(line: string): string {
  return line.replace(INVISIBLE, '').replace(/[\u00a0\u202f]/g, ' ')
}

function headOf(found: RegExpExecArray, line: number): Head {
  const [, a, b, c, hour, minute, second, half, rest = ''] = found
  const afternoon = half?.toLowerCase() === 'p'
  const shown = Number(hour)
  const hours = half === undefined ? shown : (shown % 12) + (afternoon ? 12 : 0)
  return {
    line,
    date: [Number(a), Number(b), Number(c)],
    second: hours * 3600 + Number(minute) * 60 + Number(second ?? 0),
    rest,
    more: [],
  }
}

type Order = DateOrder | 'ymd'

/** A first figure above twelve is a day; else whichever way the days do not run backwards. */
function orderOf(heads: readonly Head[], fallback: DateOrder): Order {
  if (heads.some(({ date }) => date[0] > 31)) return 'ymd'
  if (heads.some(({ date }) => date[0] > 12)) return 'dmy'
  if (heads.some(({ date }) => date[1] > 12)) return 'mdy'
  const other = fallback === 'dmy' ? 'mdy' : 'dmy'
  return stepsBack(heads, fallback) <= stepsBack(heads, other) ? fallback : other
}

function stepsBack(heads: readonly Head[], order: Order): number {
  const days = heads.map(({ date }) => dayOf(date, order) ?? 0)
  return days.filter((day, at) => day < (days[at - 1] ?? day)).length
}

function dayOf([a, b, c]: Head['date'], order: Order): number | null {
  const [year, month, date] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b]
  const full = year < 100 ? 2000 + year : year
  return isDate(full, month, date) ? toDay(full, month, date) : null
}

/** Nobody's lines ("the messages are encrypted") have no name before a colon. */
function messageOf(head: Head, order: Order): readonly ChatLine[] {
  const day = dayOf(head.date, order)
  const split = head.rest.indexOf(': ')
  const bare = split < 0 && head.rest.endsWith(':') ? head.rest.length - 1 : split
  if (day === null || bare < 1) return []
  const author = head.rest.slice(0, bare).replace(/^~\s*/, '').trim()
  const text = [head.rest.slice(bare + 1).trim(), ...head.more].join('\n').trim()
  return [{ line: head.line, day, second: head.second, author, text }]
}

/** Two ways of writing the same name. */
export function isSameName(a: string, b: string): boolean {
  return fold(a) === fold(b)
}
