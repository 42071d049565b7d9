import { wordList } from '../business/word-list.js'
import type { Messages } from '../messages.js'
import { soundOf } from './as-it-sounds.js'
import { KINDS, phrasesOf, type Word, wordsOf } from './command-words.js'
import type { Command, Parsed } from './commands.js'
import { isNamed } from './find-lead.js'
import { periodWords } from './period.js'
import type { World } from './types.js'

/** Of a longer message no more words are looked at for the one that says what to do. */
const LONGEST_BEFORE = 6

/** A message as it is read, and what it comes to. */
export type Read = { readonly text: string; readonly parsed: Parsed }

/** Words behind which everything is theirs, as they wrote it. */
const VERBATIM: readonly Command['kind'][] = ['note', 'respond', 'draft', 'learn', 'called', 'lost']

/**
 * Reads a message of staff; one in which no word of ours stands is read once more as it sounds: "lla le bendi a
 * jairo", "kuanto bendi". Nobody's name is respelt, and neither is what somebody is to be told.
 */
export function readWords(text: string, world: World): Read {
  const parsed = world.parse(text, world.readAmount)
  const words = wordsOf(text)
  const respelt = words.map((word) => respell(word, world))
  if (parsed.kind === 'command' && parsed.exact) {
    const whole = { text: withWords(text, words, respelt), parsed }
    const again = world.parse(whole.text, world.readAmount)
    const isSame = again.kind === 'command' && again.command.kind === parsed.command.kind
    const isTheirs = VERBATIM.includes(parsed.command.kind)
    return isTheirs || !isSame ? { text, parsed } : { text: whole.text, parsed: again }
  }
  for (let until = 1; until <= Math.min(LONGEST_BEFORE, words.length); until++) {
    if (respelt[until - 1] === null) continue
    const begun = withWords(text, words, respelt.slice(0, until))
    const heard = world.parse(begun, world.readAmount)
    if (heard.kind !== 'command' || !heard.exact) continue
    if (VERBATIM.includes(heard.command.kind)) return { text: begun, parsed: heard }
    const whole = withWords(text, words, respelt)
    return { text: whole, parsed: world.parse(whole, world.readAmount) }
  }
  return { text, parsed }
}

/** The word of ours that sounds so; null for one that is ours already, or nobody's. */
function respell({ text }: Word, world: World): string | null {
  const { known, short, sounds } = vocabulary(world.messages)
  if (known.has(text)) return null
  const meant = short.get(text) ?? sounds.get(soundOf(text)) ?? null
  // Nobody is looked for whom no word could be about.
  return meant === null || isNamed(world.people, text) ? null : meant
}

function withWords(
  text: string,
  words: readonly Word[],
  respelt: readonly (string | null)[],
): string {
  let out = ''
  let from = 0
  for (const [at, word] of words.entries()) {
    const meant = respelt[at] ?? null
    if (meant === null) continue
    out += text.slice(from, word.start) + meant
    from = word.end
  }
  return out + text.slice(from)
}

type Vocabulary = {
  readonly known: ReadonlySet<string>
  /** "q" is "que". */
  readonly short: ReadonlyMap<string, string>
  /** By how they sound; of two that sound alike none is meant. */
  readonly sounds: ReadonlyMap<string, string>
}

const made = new WeakMap<Messages, Vocabulary>()

function vocabulary(messages: Messages): Vocabulary {
  const before = made.get(messages)
  if (before !== undefined) return before
  const lists = ['filler', 'asking', 'denying', 'until', 'yes', 'no'] as const
  const known = new Set([
    ...KINDS.flatMap((kind) => phrasesOf(kind, messages)).flatMap((phrase) => phrase.split(' ')),
    ...lists.flatMap((list) => wordList(messages, `owner.words.${list}`)),
    ...periodWords(messages),
  ])
  const sounds = new Map<string, string>()
  const shared = new Set<string>()
  for (const word of known) {
    const sound = soundOf(word)
    if (sounds.has(sound)) shared.add(sound)
    sounds.set(sound, word)
  }
  for (const sound of shared) sounds.delete(sound)
  const short = new Map(
    wordList(messages, 'owner.words.short_for').map((pair): [string, string] => {
      const [written = '', ...meant] = pair.split(' ')
      return [written, meant.join(' ')]
    }),
  )
  const all = { known, short, sounds }
  made.set(messages, all)
  return all
}
