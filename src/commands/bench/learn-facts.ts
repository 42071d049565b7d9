import { type Gist, LETTERS, SIZE } from '../../core/business/asked-before.js'
import { leadingParts } from './leading-parts.js'

/** A question as learning sees it: its phrases, the marks of every fact that might answer, and how each stood without. */
export type Lesson = {
  readonly phrases: readonly string[]
  readonly facts: readonly Marks[]
  readonly standing: readonly number[]
  /** The places of those that answer. */
  readonly right: readonly number[]
}
export type Marks = readonly (readonly [mark: string, weight: number])[]

/** What was learned, in lines of `data/messages/es.asked.yaml`. */
export type Learned = { readonly words: readonly string[]; readonly facts: readonly string[] }

const ROUNDS = 6
const PACE = 0.05
const SHRINK = 1e-4
const FIRST = 1e-2

/**
 * Learns how much each phrase of a question speaks for each mark of a fact, so that the fact that answers comes first more surely
 * (softmax, AdaGrad), and keeps what `SIZE` numbers a line can hold of it. The same lessons give the same lines.
 */
export function learnFacts(
  lessons: readonly Lesson[],
  phrases: readonly string[],
  marks: readonly string[],
): Learned {
  const seen = numbered(lessons, phrases, marks)
  const table = weightsOf(seen, phrases.length, marks.length)
  const often = countsOf(seen, phrases.length, marks.length)
  const { left, right } = leadingParts(table, often.phrases, often.marks, SIZE)
  return { words: linesOf(phrases, left), facts: linesOf(marks, right) }
}

type Seen = {
  readonly phrases: Int32Array
  /** Which marks any of the facts has, and for each fact how much it has of each of these. */
  readonly columns: Int32Array
  readonly facts: readonly Float32Array[]
  readonly standing: readonly number[]
  readonly right: readonly number[]
}

function numbered(
  lessons: readonly Lesson[],
  phrases: readonly string[],
  marks: readonly string[],
): readonly Seen[] {
  const phraseAt = new Map(phrases.map((phrase, at) => [phrase, at]))
  const markAt = new Map(marks.map((mark, at) => [mark, at]))
  const shared = new Map<readonly Marks[], Pick<Seen, 'columns' | 'facts'>>()
  return lessons.map(({ phrases: said, facts, standing, right }) => {
    const known = shared.get(facts) ?? columnsOf(facts, markAt)
    shared.set(facts, known)
    return { ...known, phrases: placesIn(said, phraseAt), standing, right }
  })
}

function placesIn(said: readonly string[], places: ReadonlyMap<string, number>): Int32Array {
  return Int32Array.from(said.flatMap((each) => places.get(each) ?? []))
}

function columnsOf(
  facts: readonly Marks[],
  markAt: ReadonlyMap<string, number>,
): Pick<Seen, 'columns' | 'facts'> {
  const all = new Set(facts.flatMap((marks) => marks.flatMap(([mark]) => markAt.get(mark) ?? [])))
  const columns = Int32Array.from([...all].toSorted((a, b) => a - b))
  const place = new Map([...columns].map((column, at) => [column, at]))
  const rows = facts.map((marks) => {
    const row = new Float32Array(columns.length)
    for (const [mark, weight] of marks) {
      const at = place.get(markAt.get(mark) ?? -1)
      if (at !== undefined) row[at] = weight
    }
    return row
  })
  return { columns, facts: rows }
}

function weightsOf(seen: readonly Seen[], phrases: number, marks: number): readonly Float32Array[] {
  const table = Array.from({ length: phrases }, () => new Float32Array(marks))
  const moved = Array.from({ length: phrases }, () => new Float32Array(marks).fill(FIRST))
  const next = createShuffle()
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const lesson of next(seen)) learnOne(lesson, table, moved)
  }
  return table
}

function learnOne(
  lesson: Seen,
  table: readonly Float32Array[],
  moved: readonly Float32Array[],
): void {
  const { phrases, columns, facts } = lesson
  if (phrases.length === 0) return
  const part = 1 / Math.sqrt(phrases.length)
  const pull = new Float32Array(columns.length)
  for (const phrase of phrases) {
    const row = table[phrase] as Float32Array
    columns.forEach((column, at) => {
      pull[at] = (pull[at] as number) + part * (row[column] as number)
    })
  }
  const blame = blameOf(lesson, pull)
  const slope = new Float32Array(columns.length)
  facts.forEach((fact, which) => {
    const much = blame[which] ?? 0
    for (let at = 0; at < slope.length; at += 1)
      slope[at] = (slope[at] as number) + much * (fact[at] as number)
  })
  for (const phrase of phrases) {
    const [row, steps] = [table[phrase] as Float32Array, moved[phrase] as Float32Array]
    columns.forEach((column, at) => {
      if (slope[at] === 0) return
      const down = part * (slope[at] as number) + SHRINK * (row[column] as number)
      steps[column] = (steps[column] as number) + down * down
      row[column] = (row[column] as number) - (PACE * down) / Math.sqrt(steps[column] as number)
    })
  }
}

/** By how much each fact came out likelier than it should have. */
function blameOf({ facts, standing, right }: Seen, pull: Float32Array): readonly number[] {
  const stand = facts.map(
    (fact, which) =>
      (standing[which] ?? 0) + fact.reduce((sum, has, at) => sum + has * (pull[at] as number), 0),
  )
  const likely = shares(stand)
  const wanted = right.reduce((sum, which) => sum + (likely[which] ?? 0) + TINY, 0)
  return likely.map((much, which) => much - (right.includes(which) ? (much + TINY) / wanted : 0))
}

const TINY = 1e-9

function shares(stand: readonly number[]): readonly number[] {
  const most = Math.max(...stand)
  const each = stand.map((value) => Math.exp(value - most))
  const all = each.reduce((sum, value) => sum + value, 0)
  return each.map((value) => value / all)
}

/** How often each phrase was said, and how much there was of each mark. */
function countsOf(
  seen: readonly Seen[],
  phrases: number,
  marks: number,
): { readonly phrases: Float32Array; readonly marks: Float32Array } {
  const often = { phrases: new Float32Array(phrases), marks: new Float32Array(marks) }
  for (const lesson of seen) {
    for (const phrase of lesson.phrases) often.phrases[phrase] = (often.phrases[phrase] ?? 0) + 1
    for (const fact of lesson.facts) {
      lesson.columns.forEach((column, at) => {
        const more = (fact[at] as number) ** 2 / lesson.facts.length
        often.marks[column] = (often.marks[column] as number) + more
      })
    }
  }
  return often
}

/** Another order each time, and the same orders in every run. */
function createShuffle(): <T>(all: readonly T[]) => readonly T[] {
  let state = 1
  const upTo = (end: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return state % end
  }
  return (all) => {
    const mixed = [...all]
    for (let at = mixed.length - 1; at > 0; at -= 1) {
      const other = upTo(at + 1)
      ;[mixed[at], mixed[other]] = [mixed[other] as never, mixed[at] as never]
    }
    return mixed
  }
}

/** The first letter says the least number, the last the greatest. */
function linesOf(names: readonly string[], gists: readonly Gist[]): readonly string[] {
  const half = LETTERS.length / 2
  return names.flatMap((name, at) => {
    const gist = gists[at] ?? new Float32Array(SIZE)
    const step = (Math.max(...gist.map(Math.abs)) / (half - 1)).toPrecision(3)
    if (Number(step) === 0) return []
    const letters = [...gist].map((value) => LETTERS[half + Math.round(value / Number(step))])
    return [`${name}|${step}|${letters.join('')}`]
  })
}
