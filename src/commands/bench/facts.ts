import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { marksOf, phrasesIn } from '../../core/business/asked-before.js'
import { createFactIndex, standingOf } from '../../core/business/fact-index.js'
import { createScorer } from '../../core/business/fact-scorer.js'
import type { Messages } from '../../core/messages.js'
import { loadMessages } from '../../project/compiled-data.js'
import { type Learned, type Lesson, learnFacts, type Marks } from './learn-facts.js'
import { labelledQuestions, type QuestionSet, sameFact } from './question-sets.js'

export type FactsLine = {
  readonly bench: 'facts'
  readonly questions: number
  /** How many in a hundred find the right fact first: by tables alone, without what the set itself taught, and now. */
  readonly first: {
    readonly [set: string]: readonly [tables: number, without: number, now: number]
  }
}

export type LearnLine = {
  readonly bench: 'learn'
  readonly questions: number
  /** Words and pairs of words of questions, and marks of facts, of which something was learned. */
  readonly phrases: number
  readonly marks: number
}

const FILE = fileURLToPath(new URL('../../../data/messages/es.asked.yaml', import.meta.url))
/** A phrase that fewer questions have, or a stem that fewer businesses have, teaches nothing about another. */
const LEAST_QUESTIONS = 3
const LEAST_BUSINESSES = 2
/** Tables were made from what the shipped business was asked: there they find more than they would of new questions. */
const TABLES_KNOW = 0.5

/** Measures the facts' index on every labelled question, each set also without what it taught. */
export async function benchFacts(): Promise<FactsLine> {
  const messages = await loadMessages()
  const taught = await taughtBySets(messages)
  const nothing = withLearned(messages, { words: [], facts: [] })
  const first = taught
    .filter(({ set }) => set.isBlind)
    .map((one): readonly [string, FactsLine['first'][string]] => {
      const others = learned(taught.filter((each) => each !== one))
      const [tables, without] = [nothing, withLearned(messages, others)]
      const firstBy = (each: Messages): number => firstIn(one.set, each)
      return [one.set.name, [firstBy(tables), firstBy(without), firstBy(messages)]]
    })
  return { bench: 'facts', questions: countOf(taught), first: Object.fromEntries(first) }
}

/** Teaches the index by all labelled questions: writes `data/messages/es.asked.yaml`, from which the next build is made. */
export async function benchLearn(): Promise<LearnLine> {
  const taught = await taughtBySets(await loadMessages())
  const { words, facts } = learned(taught)
  writeFileSync(FILE, fileOf({ words, facts }))
  return { bench: 'learn', questions: countOf(taught), phrases: words.length, marks: facts.length }
}

type Taught = { readonly set: QuestionSet; readonly lessons: readonly Lesson[] }

async function taughtBySets(messages: Messages): Promise<readonly Taught[]> {
  const sets = await labelledQuestions()
  return sets.map((set) => ({ set, lessons: lessonsOf(set, messages) }))
}

function countOf(taught: readonly Taught[]): number {
  return taught.reduce((sum, { lessons }) => sum + lessons.length, 0)
}

function lessonsOf(
  { business, lines, isShipped }: QuestionSet,
  messages: Messages,
): readonly Lesson[] {
  const { entries, score } = createScorer(business, messages)
  const facts: readonly Marks[] = entries.map(marksOf)
  return lines.map(({ question, fact }) => {
    const { scores, parts } = score(question)
    return {
      phrases: phrasesIn(parts),
      facts,
      standing: scores.map((score) => standingOf(score) * (isShipped ? TABLES_KNOW : 1)),
      right: entries.flatMap(({ id }, at) => (sameFact(id) === sameFact(fact) ? [at] : [])),
    }
  })
}

function learned(taught: readonly Taught[]): Learned {
  const lessons = taught.flatMap((each) => each.lessons)
  const phrases = oftenEnough(
    lessons.map((each) => each.phrases),
    LEAST_QUESTIONS,
  )
  const shops = new Map(taught.map(({ set, lessons }) => [set.business, lessons[0]?.facts ?? []]))
  const marks = oftenEnough(
    [...shops.values()].map((facts) => [...new Set(facts.flat().map(([mark]) => mark))]),
    LEAST_BUSINESSES,
  )
  return learnFacts(lessons, phrases, marks)
}

function oftenEnough(lists: readonly (readonly string[])[], least: number): readonly string[] {
  const times = new Map<string, number>()
  for (const each of lists.flat()) times.set(each, (times.get(each) ?? 0) + 1)
  return [...times].flatMap(([each, count]) => (count >= least ? [each] : [])).toSorted()
}

function withLearned(messages: Messages, { words, facts }: Learned): Messages {
  return { ...messages, 'asked.words': words.join('\n'), 'asked.facts': facts.join('\n') }
}

function firstIn({ business, lines }: QuestionSet, messages: Messages): number {
  const find = createFactIndex(business, messages)
  const right = lines.filter(
    ({ question, fact }) => sameFact(find(question, 1)[0]?.id ?? '') === sameFact(fact),
  )
  return Math.round((1000 * right.length) / lines.length) / 10
}

/** What the file says of itself stays. */
function fileOf({ words, facts }: Learned): string {
  const head = /^(?:#.*\n)*/.exec(readFileSync(FILE, 'utf8'))?.[0] ?? ''
  return `${head}asked:\n  words: |\n${inside(words)}\n  facts: |\n${inside(facts)}\n`
}

function inside(lines: readonly string[]): string {
  return lines.map((line) => `    ${line}`).join('\n')
}
