import type { CommandWords, Spotted, Word } from './command-words.js'

/** Words that are looked for beside those of a command. */
export type WordLists = {
  readonly phrases: CommandWords
  readonly filler: ReadonlySet<string>
  readonly uncalled: ReadonlySet<string>
  readonly asking: ReadonlySet<string>
  readonly denying: ReadonlySet<string>
  readonly periods: ReadonlySet<string>
}

/** Whether a word stands where it may: nothing that counts beside it, or nothing before it. */
export function mayStand(
  { kind, first: from, next }: Spotted,
  words: readonly Word[],
  first: number,
  lists: WordLists,
): boolean {
  const ahead = words.slice(first, from)
  if (FIRST_ONLY.includes(kind)) return from === first
  // "cuánto le vendí a ana", "ana no pagó": nothing was sold.
  if (TOLD.includes(kind)) {
    const opening = ahead.find(({ text }) => !lists.filler.has(text))
    const asks = opening !== undefined && lists.asking.has(opening.text)
    return !asks && ahead.every(({ text }) => !lists.denying.has(text))
  }
  if (kind === 'customer') return from === first && onlyNames(words.slice(next), lists)
  // "que me llame Ana", "no la he llamado": nobody was called.
  if (kind === 'called') return ahead.every(({ text }) => !lists.uncalled.has(text))
  if (!WHOLE_ONLY.includes(kind)) return true
  const dated = kind === 'sold'
  return [...ahead, ...words.slice(next)].every(
    ({ text }) => lists.filler.has(text) || (dated && lists.periods.has(text)),
  )
}

/**
 * Whether the words may be a name and nothing else: not "el cliente me dijo que la otra semana", and
 * not "clienta ana ganado 840 mil", where another word says what is meant.
 */
function onlyNames(words: readonly Word[], { filler, phrases }: WordLists): boolean {
  const kept = words.filter(({ text }) => !filler.has(text))
  return kept.length <= LONGEST_LEAD_IN && words.every((_, at) => phrases.at(words, at) === null)
}

/** A name may stand before its word: "a doña Ana la tomo yo". */
export const LONGEST_LEAD_IN = 3

/** Words that say everything: beside another word ("hoy le vendí a Ana") they say nothing. */
const WHOLE_ONLY: readonly Spotted['kind'][] = [
  'today',
  'tomorrow',
  'funnel',
  'customers',
  'prospects',
  'referrals',
  'sold',
  'figures',
  'forecast',
  'report',
  'diagnosis',
  'export',
  'facts',
  'line',
  'tickets',
  'pause_all',
  'resume_all',
  'model_off',
  'model_on',
  'end_rehearsal',
]

/** Words that tell what became of a sale. */
const TOLD: readonly Spotted['kind'][] = ['won', 'sale', 'lost', 'quote', 'quoted']

/** Words that have to come first: "ese dato no lo sé" teaches nothing, "en ese caso" is about no ticket. */
const FIRST_ONLY: readonly Spotted['kind'][] = [
  'learn',
  'forget',
  'ticket',
  'settle',
  'draft',
  'campaign',
  'rehearsal',
]
