import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Lexicon, warmUp } from '../../core/understanding/lexicon.js'
import { createReader } from '../../core/understanding/reader.js'
import type { Reader, ReadOptions } from '../../core/understanding/types.js'
import { loadLexicon } from '../../project/compiled-data.js'
import { dayOf, type Line, scoreLines, share } from './score-lines.js'

type LabelledLine = Line & { readonly file: string }

type UnderstandLine = {
  readonly bench: 'understand'
  readonly lines: number
  /** From the file of words to look-ups of one country that are ready, once, in a cold process. */
  readonly loadMs: number
  /** The first pass over all lines of a cold process, and then one message when warm. */
  readonly coldP99Us: number
  readonly p50Us: number
  readonly p99Us: number
  /** A text of 4 KB, made of the lines: the middle of several. */
  readonly fourKbMs: number
  /** Share of labelled lines read whole: those written to learn from left out. */
  readonly accuracy: number
}

const FIXTURES = fileURLToPath(new URL('../../../test/fixtures/utterances/', import.meta.url))
const TO_LEARN_FROM = 'sayings.jsonl'
const ROUNDS = 20
const LONG = 4096
const LONG_TEXTS = 50

/** Times the reader on every labelled line, and says how many it reads right. */
export async function benchUnderstand(): Promise<UnderstandLine> {
  const begun = performance.now()
  const lexicon = await loadLexicon()
  warmUp(lexicon, 'CO')
  const loadMs = performance.now() - begun
  const lines = labelled()
  const read = createReader(lexicon)
  const cold = lines.map((line) => timed(read, line.text, optionsOf(line)))
  const wholly = (some: readonly LabelledLine[]) =>
    Math.round(1000 * share(scoreLines(createReader(lexicon), some), 'whole utterance')) / 1000
  return {
    bench: 'understand',
    lines: lines.length,
    loadMs: rounded(loadMs),
    coldP99Us: rounded(1000 * at(cold, 0.99)),
    ...warmed(lexicon, lines),
    accuracy: wholly(lines.filter(({ file }) => file !== TO_LEARN_FROM)),
  }
}

function labelled(): readonly LabelledLine[] {
  return readdirSync(FIXTURES)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((file) =>
      readFileSync(join(FIXTURES, file), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line): LabelledLine => ({ ...JSON.parse(line), file })),
    )
}

function warmed(lexicon: Lexicon, lines: readonly Line[]) {
  const read = createReader(lexicon)
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    // The first half only warms up.
    if (round === ROUNDS / 2) times.length = 0
    for (const line of lines) times.push(timed(read, line.text, optionsOf(line)))
  }
  const long = longTexts(lines).map((text) => timed(read, text, optionsOf(lines[0])))
  return {
    p50Us: rounded(1000 * at(times, 0.5)),
    p99Us: rounded(1000 * at(times, 0.99)),
    fourKbMs: rounded(at(long, 0.5)),
  }
}

/** Different ones: nothing of one is remembered for the next. */
function longTexts(lines: readonly Line[]): readonly string[] {
  const all = lines.map(({ text }) => text).join(' ')
  const step = Math.floor((all.length - LONG) / LONG_TEXTS)
  return Array.from({ length: LONG_TEXTS }, (_, i) => all.slice(i * step, i * step + LONG))
}

function optionsOf(line: Line | undefined): ReadOptions {
  const { context, country, reference } = line ?? { context: 'open', country: 'CO', reference: '' }
  return { question: context, country, today: dayOf(reference) }
}

function timed(read: Reader, text: string, options: ReadOptions): number {
  const begun = performance.now()
  read(text, options)
  return performance.now() - begun
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0
}

function rounded(value: number): number {
  return Math.round(10 * value) / 10
}
