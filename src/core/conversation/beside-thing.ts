import { wordList } from '../business/word-list.js'
import { slotOfCase } from '../funnel/facts-of-case.js'
import { fold } from '../understanding/normalise.js'
import { keepUnanswered } from './answered.js'
import { type Draft, speak, tell } from './draft.js'
import type { Heard } from './heard.js'
import { tradeWords } from './trade-words.js'
import { sameWord } from './unlisted-thing.js'
import { wordBefore } from './word-before.js'

/** A thing in so many words: "botas de caucho". */
const MOST_WORDS = 3

/**
 * A thing of no list that is wanted beside an order ("10 polos y 10 gorras", "y botas también"), in their
 * words; null where there is none, or the card has it already.
 */
export function besideThing(draft: Draft, heard: Heard): string | null {
  if ((draft.inquiry?.items.length ?? 0) === 0) return null
  if (heard.mentions.notMade.length > 0 || heard.mentions.facts.length > 0) return null
  const thing = countedBeside(draft, heard) ?? saidBeside(draft, heard)
  const details = slotOfCase(draft.from, 'details')
  const known = details?.status === 'known' ? fold(String(details.value)) : ''
  return thing === null || known.includes(fold(thing)) ? null : thing
}

/** "10 polos y 10 gorras", of a shop that has no caps in its list: the caps are not passed over, and a person is asked. */
export function tellBeside(draft: Draft, heard: Heard): boolean {
  const cosa = besideThing(draft, heard)
  if (cosa === null) return false
  keepUnanswered(draft, heard)
  if (draft.inquiry?.told !== true) tell(draft, { kind: 'unknown_question', said: heard.text })
  return speak(draft, 'chat.unlisted_beside', { cosa })
}

/** "y 10 gorras" */
function countedBeside(draft: Draft, heard: Heard): string | null {
  const joins = wordList(draft.context.messages, 'order.plus')
  const found = heard.reading.quantities.find(({ value, span }) => {
    const unit = value.unit === null ? '' : fold(value.unit)
    return joins.includes(wordBefore(heard.text, span[0])) && isThing(draft, unit)
  })
  return found?.said ?? null
}

/** "y botas también", "también unas botas": all of a clause, and nothing else in it. */
function saidBeside(draft: Draft, heard: Heard): string | null {
  const list = (key: string): readonly string[] => wordList(draft.context.messages, key)
  if (heard.reading.quantities.length > 0) return null
  for (const clause of heard.text.split(/[?!.,;:\n]/)) {
    const words = clause.trim().split(/\s+/)
    if (!words.some((word) => list('order.also').includes(fold(word)))) continue
    const small = [...list('order.also'), ...list('order.plus'), ...list('order.before_thing')]
    const rest = words.filter((word) => !small.includes(fold(word)))
    const [first = ''] = rest
    const things = rest.every((word) => word.length < 4 || isThing(draft, fold(word)))
    if (rest.length <= MOST_WORDS && first.endsWith('s') && things) return rest.join(' ')
  }
  return null
}

/** Lists of words that are counted or wanted, and are no thing to buy. */
const NO_THING = [
  'no_thing',
  'services',
  'asides',
  'people',
  'kinds',
  'everybody',
  'deciders',
  'no_people',
  'wants',
  'makes',
  'parts',
  'no_group',
]

function isThing(draft: Draft, word: string): boolean {
  // "además tenemos …": a verb of ours.
  if (!/^\p{L}{4,}$/u.test(word) || word.endsWith('mos')) return false
  const { context } = draft
  const named = context.mentions(word)
  if (named.products.length + named.personas.length + named.facts.length > 0) return false
  const others = [
    ...tradeWords(draft),
    ...NO_THING.flatMap((key) => wordList(context.messages, `order.${key}`)),
  ]
  return !others.some((each) => sameWord(fold(each), word))
}
