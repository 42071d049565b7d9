import { type Lexicon, type Vocabulary, vocabularyOf } from './lexicon.js'
import { fold } from './normalise.js'
import { placePicked } from './pick.js'
import { createScan } from './scan.js'
import { isOneAway } from './typo.js'

type Choosable = {
  readonly id: string
  readonly label: string
  readonly words?: readonly string[]
}

const LONGEST = 200

/** Which of the options somebody picked, or null when none or several fit. */
export type Chooser = (text: string, options: readonly Choosable[]) => string | null

/** Builds the chooser of a country once; then it is pure. */
export function createChooser(lexicon: Lexicon, country: string): Chooser {
  const vocabulary = vocabularyOf(lexicon, country)
  return (text, options) => readChoice(text, options, vocabulary)
}

/**
 * Which of the options somebody picked: by number ("2", "la 2", "2️⃣"), place ("el segundo", "la última"),
 * or its own words with one wrong letter in words of six or more. Null when none or several fit.
 */
function readChoice(
  text: string,
  options: readonly Choosable[],
  vocabulary: Vocabulary,
): string | null {
  const plain = wordsOf(text.slice(0, LONGEST))
  if (plain.length === 0) return null
  const exact = options.filter((option) =>
    spellings(option).some((s) => s.join(' ') === plain.join(' ')),
  )
  if (exact.length === 1) return exact[0]?.id ?? null
  const byNumber = numbered(text.slice(0, LONGEST), options, vocabulary)
  if (byNumber !== null) return byNumber
  const named = options.filter((option) => spellings(option).some((s) => contains(plain, s)))
  if (named.length === 1) return named[0]?.id ?? null
  const partly = named.length > 0 ? [] : options.filter((option) => isPart(plain, option, options))
  return partly.length === 1 ? (partly[0]?.id ?? null) : null
}

function spellings(option: Choosable): string[][] {
  return [option.label, ...(option.words ?? [])].map(wordsOf).filter((words) => words.length > 0)
}

function wordsOf(text: string): string[] {
  const words: string[] = []
  let word = ''
  for (const c of `${fold(text)} `) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) word += c
    else {
      if (word !== '') words.push(word)
      word = ''
    }
  }
  return words
}

function contains(words: readonly string[], wanted: readonly string[]): boolean {
  for (let i = 0; i + wanted.length <= words.length; i += 1) {
    if (wanted.every((word, k) => isSame(words[i + k] ?? '', word))) return true
  }
  return false
}

function isSame(typed: string, word: string): boolean {
  return typed === word || (word.length >= 6 && typed.length >= 5 && isOneAway(typed, word))
}

/** All that was typed are words of this label, one of them of no other label: "sábado", "en un mes". */
function isPart(words: readonly string[], option: Choosable, all: readonly Choosable[]): boolean {
  const own = spellings(option).flat()
  if (words.length > 6 || !words.every((word) => own.some((o) => isSame(word, o)))) return false
  const others = all.filter((o) => o !== option).flatMap((o) => spellings(o).flat())
  const firsts = spellings(option).map((spelling) => spelling[0])
  return words.some(
    (word) => (word.length > 2 || firsts.includes(word)) && !others.some((o) => isSame(word, o)),
  )
}

function numbered(
  text: string,
  options: readonly Choosable[],
  vocabulary: Vocabulary,
): string | null {
  const at = placePicked(createScan(text, vocabulary, NO_QUESTION))
  if (at === null) return null
  return options[at < 0 ? options.length + at : at - 1]?.id ?? null
}

const NO_QUESTION = { question: 'open', country: '', today: 0 } as const
