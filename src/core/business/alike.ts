import type { Messages } from '../messages.js'
import type { ContactId, Iso } from '../types.js'
import { fold } from '../understanding/normalise.js'
import { type Unit, unitsIn } from './question-units.js'
import { wordList } from './word-list.js'
import { readWords } from './words.js'

export type AskedQuestion = { readonly contact: ContactId; readonly text: string; readonly at: Iso }

/** Questions that one answer would do for. */
export type QuestionGroup = {
  readonly questions: readonly AskedQuestion[]
  /** Who asked, each once. */
  readonly contacts: readonly ContactId[]
  /** What it is about, in the words of whoever said it shortest. */
  readonly topic: string
}

/** Of all the words that carry two questions, so many are in both. */
const ALIKE = 0.6

/**
 * Groups questions by likeness, the most asked first: the same words, whatever their endings, or words
 * that mean nearly the same. "envíos a Pasto" is like "mandan a Pasto?" and unlike "envíos a Cali".
 */
export function alikeQuestions(
  questions: readonly AskedQuestion[],
  messages: Messages,
): readonly QuestionGroup[] {
  const carry = createCarrier(messages)
  const groups: { readonly seed: readonly Unit[]; readonly members: AskedQuestion[] }[] = []
  for (const question of questions.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    const units = carry(question.text)
    const like = groups.find(({ seed }) => likeness(seed, units) >= ALIKE)
    if (like === undefined) groups.push({ seed: units, members: [question] })
    else like.members.push(question)
  }
  return groups
    .map(({ members }) => ({
      questions: members,
      contacts: [...new Set(members.map(({ contact }) => contact))],
      topic: topicOf(members, messages),
    }))
    .toSorted((a, b) => b.contacts.length - a.contacts.length)
}

function likeness(a: readonly Unit[], b: readonly Unit[]): number {
  const shared = a.filter((unit) => b.some((other) => meansThat(unit, other))).length
  const all = a.length + b.length - shared
  // Of questions without a word that carries them nothing is known.
  return shared === 0 ? 0 : shared / all
}

function meansThat(a: Unit, b: Unit): boolean {
  const same = a.stems.length > 0 && a.stems.every((stem) => b.stems.includes(stem))
  return same || a.topics.some(([topic]) => b.topics.some(([other]) => other === topic))
}

/** The words that carry a question: neither what everybody asks with nor who asks. */
function createCarrier(messages: Messages): (text: string) => readonly Unit[] {
  const filler = new Set(wordList(messages, 'order.fact_filler'))
  return (text) => {
    const words = readWords(withoutName(text, messages), messages)
    return unitsIn(
      words.filter(({ word, small }) => !small && !filler.has(word)),
      messages,
    )
  }
}

/** "soy Ana, …": the word after it is theirs and not the question's. */
function withoutName(text: string, messages: Messages): string {
  const introduces = wordList(messages, 'order.introduces')
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)]
  const at = words.findIndex(([word]) => introduces.includes(fold(word)))
  const [cue, name] = [words[at], words[at + 1]]
  if (cue === undefined || name === undefined) return text
  return `${text.slice(0, cue.index)} ${text.slice(name.index + name[0].length)}`
}

const LONGEST = 60

/** From the first word that carries the shortest of them to the last. */
function topicOf(questions: readonly AskedQuestion[], messages: Messages): string {
  const [shortest = ''] = questions
    .map(({ text }) => withoutName(text, messages).trim())
    .toSorted((a, b) => a.length - b.length)
  const filler = [
    ...wordList(messages, 'order.fact_filler'),
    ...wordList(messages, 'order.small_words'),
  ]
  const words = [...shortest.matchAll(/[\p{L}\p{N}]+/gu)].filter(
    ([word]) => !filler.includes(fold(word)),
  )
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined) return shortest.slice(0, LONGEST)
  const topic = shortest.slice(first.index, last.index + last[0].length)
  return topic.length <= LONGEST ? topic : `${topic.slice(0, LONGEST).trimEnd()}…`
}
