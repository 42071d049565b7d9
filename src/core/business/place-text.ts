import { type Messages, message } from '../messages.js'
import { fold } from '../understanding/normalise.js'
import { articleOf } from './quote.js'
import { wordList } from './word-list.js'

/** How the place is spoken of: by its name alone, "la tienda", "de la tienda" or "a la tienda". */
export type PlaceForm = 'bare' | 'the' | 'of' | 'to'

/**
 * The business's `place` as Spanish says it: "del taller" and "de la pastelería". Its owner may write the article ("el spa");
 * where they did not, it goes by how the word ends.
 */
export function placeText(place: string, form: PlaceForm, messages: Messages): string {
  const { article, name } = partsOf(place, messages)
  if (form === 'bare') return name
  if (form === 'the') return `${article} ${name}`
  const joined = article === articleOf({ number: 'one', gender: 'm' }, messages)
  const lugar = joined ? name : `${article} ${name}`
  if (form === 'of') return message(messages, joined ? 'place.of_el' : 'place.of', { lugar })
  return message(messages, joined ? 'place.to_el' : 'place.to', { lugar })
}

function partsOf(place: string, messages: Messages) {
  const words = place.trim().split(/\s+/)
  const [first = '', ...rest] = words
  if (rest.length > 0 && wordList(messages, 'place.articles').includes(fold(first))) {
    return { article: fold(first), name: rest.join(' ') }
  }
  const noun = fold(first)
  const isMasculine = wordList(messages, 'place.masculine').includes(noun)
  const ends = wordList(messages, 'place.feminine_ends').some((end) => noun.endsWith(end))
  const gender = ends && !isMasculine ? ('f' as const) : ('m' as const)
  return { article: articleOf({ number: 'one', gender }, messages), name: words.join(' ') }
}
