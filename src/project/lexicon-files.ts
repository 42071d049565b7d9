import type { Lexicon, LexiconPart } from '../core/understanding/lexicon.js'
import type { Packed } from '../core/understanding/pack.js'
import { packLexicon } from '../core/understanding/pack-lexicon.js'

/**
 * The lexicon as the build leaves it: words as JSON, and the numbers of its automata one after the
 * other. As text they would take longer to read than all the rest of it.
 */
type LexiconFiles = { readonly json: string; readonly cells: Uint8Array }

/** Where the cells of one automaton lie among all. */
type Place = { readonly at: number; readonly length: number }

/** Makes the lexicon ready and tells it so. */
export function lexiconFiles(lexicon: Lexicon): LexiconFiles {
  const all: number[] = []
  const place = (_: string, value: unknown): unknown => {
    if (!(value instanceof Uint16Array)) return value
    const at = all.length
    for (const cell of value) all.push(cell)
    return { at, length: value.length } satisfies Place
  }
  const json = JSON.stringify(packLexicon(lexicon), place)
  return { json, cells: new Uint8Array(Uint16Array.from(all).buffer) }
}

/** Reads it back; the files are the build's own and are taken as they stand. */
export function readLexiconFiles({ json, cells }: LexiconFiles): Lexicon {
  // A copy of its own: numbers of two bytes cannot begin anywhere.
  const { buffer } = Uint8Array.from(cells)
  const { languages } = JSON.parse(json) as Written
  const part = ({ ready, ...rest }: WrittenPart): LexiconPart => {
    if (ready === undefined) return rest
    const { at, length } = ready.cells
    return { ...rest, ready: { ...ready, cells: new Uint16Array(buffer, 2 * at, length) } }
  }
  return {
    languages: mapped(languages, (language) => ({
      ...language,
      common: part(language.common),
      countries: mapped(language.countries, part),
    })),
  }
}

type WrittenPart = Omit<LexiconPart, 'ready'> & {
  readonly ready?: Omit<Packed, 'cells'> & { readonly cells: Place }
}
type Written = {
  readonly languages: {
    readonly [language: string]: {
      readonly only?: readonly string[]
      readonly common: WrittenPart
      readonly countries: { readonly [country: string]: WrittenPart }
    }
  }
}

function mapped<V, W>(
  table: { readonly [key: string]: V },
  change: (value: V) => W,
): { readonly [key: string]: W } {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, change(value)]))
}
