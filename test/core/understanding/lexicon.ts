import { readFileSync } from 'node:fs'
import { compileLexicon } from '../../../bin/compile-lexicon.mjs'
import type { Line } from '../../../src/commands/bench/score-lines.js'
import { toDay } from '../../../src/core/understanding/civil.js'
import type { Lexicon } from '../../../src/core/understanding/lexicon.js'
import { createReader } from '../../../src/core/understanding/reader.js'
import type { ReadOptions } from '../../../src/core/understanding/types.js'

export const lexicon: Lexicon = compileLexicon('data/lexicon')
export const read = createReader(lexicon)

/** Tuesday 10 March 2026. */
export const TUESDAY = toDay(2026, 3, 10)

export function ask(text: string, options: Partial<ReadOptions> = {}) {
  return read(text, { question: 'open', country: 'CO', today: TUESDAY, ...options })
}

export function linesOf(file: string): Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}
