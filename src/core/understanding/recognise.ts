import { entryIn, SHIELDED } from './layer.js'
import type { Vocabulary } from './lexicon.js'
import { squeeze } from './normalise.js'
import { participle } from './participle.js'
import type { Word } from './token.js'
import { correctTypo } from './typo.js'

const MOST_MET = 10_000
/** A longer piece of a text would keep the whole text in memory. */
const LONGEST_MET = 12

/** What is said of a word that no lexicon knows. */
export const UNKNOWN: Omit<Word, 'word'> = {
  groups: null,
  number: null,
  scale: null,
  month: null,
  weekday: null,
}

/** What a word of a message is; `counts`: a number stands before it, so that "k" is a thousand and not "que". */
export function lookUp(text: string, vocabulary: Vocabulary, counts: boolean): Word | undefined {
  if (counts) {
    const exact = wordIn(vocabulary, text)
    if (exact?.scale) return exact
  }
  if (text.length > LONGEST_MET) return recognise(text, vocabulary)
  const { met } = vocabulary
  const before = met.get(text)
  if (before !== undefined) return before ?? undefined
  const found = recognise(text, vocabulary)
  if (met.size >= MOST_MET) met.clear()
  met.set(text, found ?? null)
  return found
}

function recognise(text: string, vocabulary: Vocabulary): Word | undefined {
  const exact = wordIn(vocabulary, text)
  const alias = aliasIn(vocabulary, text)
  if (alias !== undefined) return wordIn(vocabulary, alias) ?? { ...UNKNOWN, word: alias }
  if (exact !== undefined) return exact
  for (let keep = 2; keep > 0; keep -= 1) {
    const short = squeeze(text, keep)
    if (short === text) continue
    const found = wordIn(vocabulary, aliasIn(vocabulary, short) ?? short)
    if (found !== undefined) return found
  }
  const full = participle(text)
  if (full !== null) {
    const found = wordIn(vocabulary, full)
    if (found !== undefined) return found
  }
  const plural = withS(text, vocabulary)
  if (plural !== undefined) return plural
  const corrected = correctTypo(
    text,
    vocabulary.layers.map(({ typos }) => typos),
  )
  return corrected === null ? undefined : wordIn(vocabulary, corrected)
}

/** "300 dolare", "500 galone": a last letter that is not spoken, of what is counted or paid. */
function withS(text: string, vocabulary: Vocabulary): Word | undefined {
  if (text.length < 4 || !'aeo'.includes(text.at(-1) ?? ' ')) return undefined
  const found = wordIn(vocabulary, `${text}s`)
  return found?.groups?.has('unit') || found?.groups?.has('sign') ? found : undefined
}

function aliasIn({ layers }: Vocabulary, short: string): string | undefined {
  for (const { aliases } of layers) {
    const full = aliases.get(short)
    if (full !== undefined) return full
  }
  return undefined
}

function wordIn(vocabulary: Vocabulary, text: string): Word | undefined {
  const ready = vocabulary.joined.get(text)
  if (ready !== undefined) return ready
  const entries = vocabulary.layers.flatMap((layer) => entryIn(layer, text) ?? [])
  if (entries.length === 0) return undefined
  const made = join(entries, text, vocabulary.currency)
  vocabulary.joined.set(text, made)
  return made
}

/** All groups of the layers' entries; of the rest, what the first layer that has it says. */
function join(entries: readonly Word[], word: string, home: string | null): Word {
  const real = entries.filter(({ groups }) => groups !== SHIELDED)
  if (real.length === 0) return { ...UNKNOWN, word, groups: SHIELDED }
  const groups = real.flatMap((entry) => [...(entry.groups ?? [])])
  const pick = <K extends 'number' | 'scale' | 'month' | 'weekday'>(key: K) =>
    real.find((entry) => entry[key] !== null)?.[key] ?? null
  const scale = pick('scale')
  return {
    word,
    groups: groups.length === 0 ? null : new Set(groups),
    number: pick('number'),
    scale: scale?.currency === 'home' ? { factor: scale.factor, currency: home } : scale,
    month: pick('month'),
    weekday: pick('weekday'),
  }
}
