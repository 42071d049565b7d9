import { wordList } from '../business/word-list.js'
import type { Messages } from '../messages.js'
import { foldWord } from '../understanding/normalise.js'

/** An hour of the day: minutes since midnight, and where it stands in the text. */
export type Clock = {
  readonly minute: number
  readonly span: readonly [start: number, length: number]
}

const NINE = 9 * 60
const NOON = 12 * 60
const TWO = 14 * 60
/** An hour before this, without a word for it, is one of the afternoon: nobody is put off until 3 a. m. */
const EARLIEST = 7 * 60

/** Reads "a las 10", "10:30", "3 pm", "a las 4 de la tarde". */
export function readClock(text: string, messages: Messages): Clock | null {
  const list = (key: string): string => wordList(messages, key).map(escaped).join('|')
  const mornings = list('owner.words.morning')
  const evenings = list('owner.words.afternoon')
  const mark = `(?:\\s*(?:(${mornings})|(${evenings}))(?![\\p{L}]))`
  const figure = '(\\d{1,2})(?:[:.](\\d{2}))?'
  const lead = list('owner.words.at_hour')
  // Accents may lengthen the folded text: letters are folded one by one.
  const folded = Array.from(
    text,
    (letter) => foldWord(letter).slice(0, letter.length) || letter,
  ).join('')
  const led = new RegExp(`(?<!\\p{L})(?:${lead})\\s+${figure}${mark}?`, 'u').exec(folded)
  const marked = new RegExp(`(?<![\\p{L}\\p{N}.,])${figure}${mark}`, 'u').exec(folded)
  const colon = /(?<![\p{L}\p{N}])(\d{1,2}):(\d{2})(?!\d)/u.exec(folded)
  const found = led ?? marked ?? colon
  if (found === null) return partOfDay(folded, list)
  const minute = minuteOf(found)
  return minute === null ? null : { minute, span: [found.index, found[0].length] }
}

/** "por la tarde": an hour at which somebody can be called. */
function partOfDay(folded: string, list: (key: string) => string): Clock | null {
  const at = (words: string, minute: number): Clock | null => {
    const found = new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'u').exec(folded)
    return found && { minute, span: [found.index, found[0].length] }
  }
  const morning = list('owner.words.in_the_morning')
  return at(morning, NINE) ?? at(list('owner.words.in_the_afternoon'), TWO)
}

function minuteOf([, hours, minutes, morning, evening]: RegExpExecArray): number | null {
  const [hour, rest] = [Number(hours), Number(minutes ?? 0)]
  if (hour > 23 || rest > 59) return null
  const said = hour * 60 + rest
  if (morning !== undefined) return hour === 12 ? said - NOON : said
  if (evening !== undefined) return hour < 12 ? said + NOON : said
  return said < EARLIEST && hour > 0 ? said + NOON : said
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')
}
