import type { Messages } from '../messages.js'
import { fold } from '../understanding/normalise.js'
import { wordList } from './word-list.js'
import { readWords } from './words.js'

/** Whether a question is if something is made or sold here at all ("do you make aprons?"), and not of so many of them. */
export function asksWhetherMade(question: string, messages: Messages): boolean {
  const words = fold(question).match(/[\p{L}\p{N}]+/gu) ?? []
  const makes = wordList(messages, 'asking.made')
  return words.some((word) => makes.includes(word)) && !words.some((word) => /^\d/.test(word))
}

/** The same, and nothing else is said than the name of one thing. */
export function asksOnlyWhetherMade(question: string, messages: Messages): boolean {
  const telling = readWords(question, messages).filter(({ small }) => !small)
  return telling.length <= 2 && asksWhetherMade(question, messages)
}
