import { ownWords } from '../aftersale/says-why.js'
import { wordList } from '../business/word-list.js'
import type { AskStep } from '../flow/types.js'
import { fold } from '../understanding/normalise.js'
import type { Draft } from './draft.js'
import type { Heard } from './heard.js'

/** So many words before a phrase a "no" still denies it: "no llegaron muy bien". */
const REACH = 2

/**
 * An option nobody was shown is chosen by its words alone, never by a number. Asked how it went, no good word counts with
 * a "but" after it: whatever they go on to say is what matters.
 */
export function choiceInWords(
  draft: Draft,
  heard: Heard,
  step: AskStep,
  isChoice: boolean,
): string | null {
  if (step.anythingElse === null && !isChoice) return null
  if (takesBack(draft, heard)) return step.anythingElse
  return namedInWords(draft, heard, step) ?? anythingElse(draft, heard, step)
}

/** The option whose words stand in what they wrote, or null. */
export function namedInWords(draft: Draft, heard: Heard, step: AskStep): string | null {
  if (takesBack(draft, heard)) return null
  const words = heard.words
  const denying = wordList(draft.context.messages, 'order.denying')
  const [best] = step.options
    .flatMap(({ id, words: phrases }) => phrases.map((phrase) => ({ id, phrase: fold(phrase) })))
    .filter(({ phrase }) => stands(phrase.split(' '), words, denying))
    .sort((a, b) => b.phrase.length - a.phrase.length)
  // A lone "sí" does not outweigh a complaint; an option named in full does.
  const sure = best?.phrase.includes(' ') === true || !heard.reading.intents.includes('complaint')
  return best !== undefined && sure ? best.id : null
}

function takesBack(draft: Draft, { words, asked }: Heard): boolean {
  // In a talk an option names what they have or want, and no "but" changes that.
  if (isTalk(draft, { asked })) return false
  const buts = wordList(draft.context.messages, 'order.but')
  return buts.some((but) => placesOf(but.split(' '), words).length > 0)
}

/** Where a phrase stands undenied; one that denies something itself is taken as it is. */
function stands(
  phrase: readonly string[],
  words: readonly string[],
  denying: readonly string[],
): boolean {
  const places = placesOf(phrase, words)
  if (phrase.some((word) => denying.includes(word))) return places.length > 0
  return places.some((at) =>
    words.slice(Math.max(0, at - REACH), at).every((word) => !denying.includes(word)),
  )
}

function placesOf(phrase: readonly string[], words: readonly string[]): readonly number[] {
  return words.flatMap((_, at) =>
    phrase.every((part, offset) => words[at + offset] === part) ? [at] : [],
  )
}

/**
 * An answer that names no option counts as the one that anything else is, as long as it says something:
 * an "ok" is the yes of the list, and whoever asks something, or only laughs, has not answered yet.
 */
function anythingElse(draft: Draft, heard: Heard, step: AskStep): string | null {
  const { text, reading } = heard
  const { context } = draft
  if (step.anythingElse === null) return null
  if (isTalk(draft, heard)) return isPlain(heard) ? step.anythingElse : null
  if (reading.intents.includes('complaint') || reading.cues.includes('angry'))
    return step.anythingElse
  const { yes } = reading
  if (yes?.value === false) return step.anythingElse
  const [start, end] = yes?.span ?? [0, 0]
  const rest = text.slice(0, start) + text.slice(end)
  const silent = ownWords(rest, context.messages).length === 0
  if (yes?.value === true && silent)
    return yesOf(step, wordList(context.messages, 'owner.words.yes'))
  if (silent || reading.cues.includes('asks') || text.includes('?')) return null
  return step.anythingElse
}

function yesOf({ options }: AskStep, yes: readonly string[]): string | null {
  return options.find(({ words }) => words.some((word) => yes.includes(fold(word))))?.id ?? null
}

/** What was asked belongs to the talk, and to no sequence after a sale. */
function isTalk({ dialogue }: Draft, { asked }: Pick<Heard, 'asked'>): boolean {
  return asked === null || asked.pending.flow === dialogue.flow
}

/** A few words that say nothing else: "aps", to which insurance they have. */
function isPlain({ reading, mentions, words }: Heard): boolean {
  const says = reading.intents.length > 0 || reading.cues.some((cue) => cue !== 'greets')
  const named = mentions.facts.length > 0 || mentions.products.length > 0
  return !says && !named && reading.yes === null && words.length <= FEW
}

const FEW = 4
