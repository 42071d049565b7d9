import type { Lexicon } from '../src/core/understanding/lexicon.js'

export function compileLexicon(dir: string): Lexicon
