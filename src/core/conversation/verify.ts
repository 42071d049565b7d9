import type { Business } from '../business/types.js'
import { wordList } from '../business/word-list.js'
import type { Messages } from '../messages.js'
import { fold } from '../understanding/normalise.js'
import type { KnownFact } from './known-facts.js'
import { inventsFigures } from './verify-figures.js'

/** Why an answer of a model is not said. */
export type Rule = (typeof RULES)[number]['name']

export type Said = { readonly text: string; readonly facts: readonly string[] }

type Grounds = {
  /** What the model was given: nothing else can be cited. */
  readonly given: readonly KnownFact[]
  /** What the person wrote. It proves nothing. */
  readonly asked: string
  readonly business: Business
  readonly messages: Messages
}

type Checked = Said &
  Grounds & {
    readonly folded: string
    readonly words: readonly string[]
    /** What it may state: the cited facts, as they stand and folded. */
    readonly source: string
    readonly sourceWords: readonly string[]
    /** What it may speak of besides: names and words, and no figure. */
    readonly aroundWords: readonly string[]
  }

const LONGEST = 300
/** So much of what it says must stand in what it cites, word by word. */
const GROUNDED = 0.6

/**
 * The first rule that an answer breaks, or null where it may be said. Whatever it is not certain of
 * counts as broken: a person answers then. `without` leaves one rule out, for its test.
 */
export function verify(said: Said, grounds: Grounds, without: Rule | null = null): Rule | null {
  return firstBroken({ said, grounds, source: citedIn(said, grounds), around: '' }, [without])
}

type Knowing = Pick<Grounds, 'business' | 'messages'>

/** The same for a conversation summed up for an owner: nothing stands in it that nobody said. */
export function verifySummary(
  text: string,
  talk: string,
  knowing: Knowing,
  without: Rule | null = null,
): Rule | null {
  const flat = text.trim().replace(/\n+/g, ' ')
  const said = { text: flat, facts: [] }
  const grounds = { ...knowing, given: [], asked: '' }
  // It speaks of people, to one who does not care how: whatever was said may be told.
  const spared = ['cites', 'agrees', 'prompt', 'treatment', without] as const
  return firstBroken({ said, grounds, source: talk, around: '' }, spared)
}

type DraftGrounds = Knowing & {
  readonly given: Grounds['given']
  /** What the owner wants said. */
  readonly wish: string
  /** What was said in the chat: names may come from it, and no figure. */
  readonly talk: string
}

/** The same for a reply that an owner is shown: it states what they want said and what the facts hold. */
export function verifyDraft(
  said: Said,
  { wish, talk, ...knowing }: DraftGrounds,
  without: Rule | null = null,
): Rule | null {
  const grounds = { ...knowing, asked: '' }
  const source = `${wish} ${citedIn(said, grounds)}`
  const citesOthers = said.facts.some((id) => !grounds.given.some((fact) => fact.id === id))
  if (citesOthers && without !== 'cites') return 'cites'
  const spared = ['cites', 'agrees', 'grounded', without] as const
  return firstBroken({ said, grounds, source, around: talk }, spared)
}

function citedIn({ facts }: Said, { given }: Pick<Grounds, 'given'>): string {
  return given
    .filter(({ id }) => facts.includes(id))
    .map(({ text }) => text)
    .join(' ')
}

type Unchecked = {
  readonly said: Said
  readonly grounds: Grounds
  readonly source: string
  readonly around: string
}

function firstBroken(
  { said, grounds, source, around }: Unchecked,
  spared: readonly (Rule | null)[],
): Rule | null {
  const folded = fold(said.text)
  const sourceWords = wordsOf(fold(source))
  const checked: Checked = {
    ...said,
    ...grounds,
    folded,
    words: wordsOf(folded),
    source,
    sourceWords,
    aroundWords: [...sourceWords, ...wordsOf(fold(around))],
  }
  const broken = RULES.find(({ name, breaks }) => !spared.includes(name) && breaks(checked))
  return broken?.name ?? null
}

type Check = (checked: Checked) => boolean

const cites: Check = ({ facts, given }) =>
  facts.length === 0 || facts.some((id) => !given.some((fact) => fact.id === id))

const length: Check = ({ text }) => text.trim() === '' || text.length > LONGEST

const figures: Check = ({ text, source, messages }) => inventsFigures(text, source, messages)

/** "¿me lo deja en 5.000?" must never hear a yes. */
const agrees: Check = ({ words, asked, source, messages }) => {
  const yes = listed(words.slice(0, 3), 'verify.yes', messages)
  if (!yes) return false
  const haggles = listed(wordsOf(fold(asked)), 'verify.promises', messages)
  return haggles || inventsFigures(asked, source, messages)
}

/** Discounts, guarantees, what somebody will do: unless a fact says so itself. */
const promises: Check = (checked) => says(checked, 'verify.promises')

const advice: Check = (checked) => says(checked, 'verify.advice')

const dates: Check = (checked) => says(checked, 'verify.dates')

const LINK =
  /[^\s]*(?:@|:\/\/|www\.|[\p{L}\d-]\.(?:com|co|net|org|app|io|me|mx|ar|es|pe|cl)\b)[^\s]*/giu

/** Links and addresses of mail stand in a fact to the letter, or not at all. */
const links: Check = ({ text, source }) => {
  const known = linksOf(source)
  return linksOf(text).some((link) => !known.includes(link))
}

function linksOf(text: string): readonly string[] {
  return [...text.matchAll(LINK)].map(([link]) => link.replace(/[.,;)]+$/, ''))
}

/** People, places and other businesses: names that no fact holds and that are not ours. */
const names: Check = ({ text, aroundWords, business }) => {
  const own = wordsOf(fold([business.name, ...business.staff.map(({ name }) => name)].join(' ')))
  const found = text.matchAll(/(?<![.!?¿¡:]\s*)(?<=\s|["«(])\p{Lu}\p{L}+/gu)
  return [...found].some(([name]) => {
    const word = fold(name)
    return !aroundWords.includes(word) && !own.includes(word)
  })
}

const prompt: Check = (checked) => says(checked, 'verify.prompt')

const language: Check = ({ text, words, messages }) =>
  /[^\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}\s]/u.test(text) ||
  listed(words, 'verify.foreign', messages)

const tone: Check = ({ text }) =>
  /\p{Extended_Pictographic}|[*_`~#{}<>[\]|\\\n]/u.test(text) ||
  (text.match(/!/g)?.length ?? 0) > 1 ||
  /\p{Lu}{4,}/u.test(text)

/** Words that only another treatment has. */
const OTHER_FORMS = {
  usted: ['verify.close', 'verify.tuteo', 'verify.voseo'],
  tú: ['verify.formal', 'verify.voseo'],
  vos: ['verify.formal', 'verify.tuteo'],
} as const

const treatment: Check = ({ words, business, messages }) =>
  OTHER_FORMS[business.treatment].some((key) => listed(words, key, messages))

/** What it says is what it cites, in nearly the same words. */
const grounded: Check = ({ words, sourceWords, messages }) => {
  const glue = wordList(messages, 'verify.glue')
  const content = words.filter((word) => word.length > 2 && !glue.includes(word))
  if (content.length === 0) return true
  const held = content.filter((word) => sourceWords.some((other) => isAkin(word, other)))
  return held.length / content.length < GROUNDED
}

/** In the order in which they are looked at: the name of the first that is broken is kept. */
export const RULES = [
  { name: 'cites', breaks: cites },
  { name: 'length', breaks: length },
  { name: 'figures', breaks: figures },
  { name: 'agrees', breaks: agrees },
  { name: 'promises', breaks: promises },
  { name: 'advice', breaks: advice },
  { name: 'dates', breaks: dates },
  { name: 'links', breaks: links },
  { name: 'names', breaks: names },
  { name: 'prompt', breaks: prompt },
  { name: 'language', breaks: language },
  { name: 'tone', breaks: tone },
  { name: 'treatment', breaks: treatment },
  { name: 'grounded', breaks: grounded },
] as const satisfies readonly { readonly name: string; readonly breaks: Check }[]

/** Whether it has a word of a list that the cited facts do not have. */
function says({ words, sourceWords, messages }: Checked, key: string): boolean {
  const list = wordList(messages, key)
  return words.some((word) => list.includes(word) && !sourceWords.includes(word))
}

function listed(words: readonly string[], key: string, messages: Messages): boolean {
  const list = wordList(messages, key)
  return words.some((word) => list.includes(word))
}

function wordsOf(folded: string): readonly string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** "pagar" and "paga", "camisas" and "camisa": the same beginning. */
function isAkin(a: string, b: string): boolean {
  if (a === b) return true
  const shorter = Math.min(a.length, b.length)
  const needed = Math.max(4, shorter - 2)
  return shorter >= 4 && a.slice(0, needed) === b.slice(0, needed)
}
