import { wordList } from '../business/word-list.js'
import type { Messages } from '../messages.js'
import { foldWord } from '../understanding/normalise.js'

/** An hour of the day: minutes since midnight, and where it stands in the text. */
export type Clock = {
  readonly minute: number
  /** False where only a part of the day was named. */
  readonly exact: boolean
  readonly span: readonly [start: number, length: number]
}

const NINE = 9 * 60
const NOON = 12 * 60
const TWO = 14 * 60
/** An hour before this, without a word for it, is one of the afternoon: nobody is put off until 3 a. m. */
const EARLIEST = 7 * 60

/** Reads "a las 10", "10:30", "3 pm", "a las 3 y media", "a las 4 de la tarde", "a las 15 horas". */
export function readClock(text: string, messages: Messages): Clock | null {
  const list = (key: string): string => wordList(messages, key).map(escaped).join('|')
  const mark = `\\s*(?:(${list('owner.words.morning')})|(${list('owner.words.afternoon')}))(?!\\p{L})`
  const units = `(?:\\s*(?:${list('owner.words.hour_unit')})(?!\\p{L}))?`
  const half = `\\s+(${list('owner.words.half_hour')})`
  const figure = `(\\d{1,2})(?:[:.](\\d{2})|${half})?${units}`
  const folded = foldedInPlace(text)
  const find = (pattern: string): RegExpExecArray | null => new RegExp(pattern, 'u').exec(folded)
  const found =
    find(`(?<!\\p{L})(?:${list('owner.words.at_hour')})\\s+${figure}(?:${mark})?`) ??
    find(`(?<![\\p{L}\\p{N}.,])${figure}${mark}`) ??
    find(`(?<![\\p{L}\\p{N}])(\\d{1,2}):(\\d{2})(?!\\d)`)
  if (found === null) return partOfDay(folded, list)
  const minute = minuteOf(found)
  return minute === null ? null : { minute, exact: true, span: [found.index, found[0].length] }
}

/** "por la tarde": an hour at which somebody can be called. */
function partOfDay(folded: string, list: (key: string) => string): Clock | null {
  const at = (words: string, minute: number): Clock | null => {
    const found = new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'u').exec(folded)
    return found && { minute, exact: false, span: [found.index, found[0].length] }
  }
  const morning = list('owner.words.in_the_morning')
  return at(morning, NINE) ?? at(list('owner.words.in_the_afternoon'), TWO)
}

function minuteOf([, hours, minutes, half, morning, evening]: RegExpExecArray): number | null {
  const hour = Number(hours)
  const rest = half === undefined ? Number(minutes ?? 0) : 30
  if (hour > 23 || rest > 59) return null
  const said = hour * 60 + rest
  if (morning !== undefined) return hour === 12 ? said - NOON : said
  if (evening !== undefined) return hour < 12 ? said + NOON : said
  return said < EARLIEST && hour > 0 ? said + NOON : said
}

/** Folded letter by letter: every one stays where it was. */
function foldedInPlace(text: string): string {
  return Array.from(text, (letter) => foldWord(letter).slice(0, letter.length) || letter).join('')
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')
}
