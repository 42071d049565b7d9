import type { Messages } from '../messages.js'
import { createNearest, type Nearest } from './nearest.js'
import { createPhrases, type Phrases } from './phrases.js'
import { wordList } from './word-list.js'
import { listOf, readWords, type Word } from './words.js'

/** A text is about `topic`, told by `length` words from the word `at` on; `shared` topics have that phrase. */
export type TopicHit = {
  readonly topic: string
  readonly at: number
  readonly length: number
  readonly shared: number
  readonly hint: boolean
}

/** Some phrases stand only in questions, some only in what answers them; a hint in a question tells little. */
export type Side = 'ask' | 'hint' | 'fact'

type Topics = {
  /** `counts` leaves out topics of which nothing is known. */
  readonly heard: (
    words: readonly Word[],
    sides: readonly Side[],
    counts?: (topic: string) => boolean,
  ) => readonly TopicHit[]
  /** Every stem of the tables. */
  readonly stems: ReadonlySet<string>
  readonly nearest: Nearest
  /** The topics beside one: what is known of them serves, where nothing better does. */
  readonly beside: (topic: string) => readonly string[]
}

type Mark = { readonly topic: string; readonly side: Side | 'both' }

const PREFIX = 'topics.'
const SIDES: readonly Side[] = ['ask', 'hint', 'fact']
const known = new WeakMap<Messages, Topics>()

/** What people talk of with a business, by the tables under `topics` of `data/messages`; read once. */
export function topicsOf(messages: Messages): Topics {
  const before = known.get(messages)
  if (before !== undefined) return before
  const phrases = createPhrases<Mark>()
  for (const key of Object.keys(messages)) {
    if (!key.startsWith(PREFIX)) continue
    const [topic = '', part] = key.slice(PREFIX.length).split('.')
    const side = SIDES.find((each) => each === part) ?? 'both'
    for (const phrase of listOf(messages, key)) {
      const words = readWords(phrase, messages)
      phrases.add(words, { topic, side })
    }
  }
  const beside = new Map<string, readonly string[]>()
  for (const line of wordList(messages, 'asking.near')) {
    const group = line.split(',').map((topic) => topic.trim())
    for (const topic of group) beside.set(topic, [...(beside.get(topic) ?? []), ...group])
  }
  const topics: Topics = {
    heard: (words, sides, counts = () => true) => heardIn(phrases, words, sides, counts),
    stems: phrases.stems,
    nearest: createNearest(phrases.stems),
    beside: (topic) => beside.get(topic) ?? [],
  }
  known.set(messages, topics)
  return topics
}

function heardIn(
  phrases: Phrases<Mark>,
  words: readonly Word[],
  sides: readonly Side[],
  known: (topic: string) => boolean,
): readonly TopicHit[] {
  const counts = ({ side, topic }: Mark): boolean =>
    (side === 'both' || sides.includes(side)) && known(topic)
  return phrases.find(words, counts).flatMap(({ marks, at, length }) => {
    const sure = marks.filter(({ side }) => side !== 'hint')
    const hint = sure.length === 0
    const topics = [...new Set((hint ? marks : sure).map(({ topic }) => topic))]
    return topics.map((topic) => ({ topic, at, length, shared: topics.length, hint }))
  })
}
