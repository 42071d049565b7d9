import { hasWords } from '../aftersale/has-words.js'
import { strung } from '../business/quote.js'
import type { Business } from '../business/types.js'
import { wordList } from '../business/word-list.js'
import type { Messages } from '../messages.js'
import type { Iso } from '../types.js'
import { fold } from '../understanding/normalise.js'
import { cardText } from './card-text.js'
import { pastDayText } from './past-day-text.js'
import { plain, quoted } from './quoted.js'

/** What was noted about somebody, the newest first. */
export type Noted = {
  readonly name: string
  readonly notes: readonly { readonly text: string; readonly at: Iso }[]
}

export type DebtsProps = {
  readonly people: readonly Noted[]
  /** Somebody was asked about. */
  readonly one: boolean
  readonly now: Iso
  readonly business: Business
  readonly messages: Messages
}

/** More is no list. */
const MOST_LISTED = 9
/** Older words of the same debt say nothing new. */
const MOST_QUOTED = 2

/** `¿quién me debe?`: no books are kept, but what staff noted of it is told back, until it says that all is paid. */
export function debtsText(props: DebtsProps): string {
  const owing = props.people.flatMap((person) => lineOf(person, props))
  if (owing.length === 0) {
    const name = plain(props.people[0]?.name ?? '')
    return props.one && name !== ''
      ? cardText(props, 'owner.debts.none_of', { name })
      : cardText(props, 'owner.debts.none')
  }
  const left = owing.length - MOST_LISTED
  return [
    cardText(props, 'owner.debts.title'),
    ...owing.slice(0, MOST_LISTED),
    ...(left > 0 ? [cardText(props, 'owner.debts.more', { n: left })] : []),
    cardText(props, 'owner.debts.foot'),
  ].join('\n')
}

function lineOf({ name, notes }: Noted, props: DebtsProps): readonly string[] {
  const { now, business, messages } = props
  const says = (text: string, list: string) => hasWords(fold(text), wordList(messages, list))
  // "ya pagó la mitad, debe 420" settles nothing, and nor does "todavía no está al día".
  const settles = (text: string): boolean =>
    says(text, 'owner.words.paid_off') &&
    !says(text, 'owner.words.owing') &&
    !says(text, 'owner.words.not_yet')
  const paid = notes.findIndex(({ text }) => settles(text))
  const since = paid < 0 ? notes : notes.slice(0, paid)
  const owed = since.filter(({ text }) => says(text, 'owner.words.owing')).slice(0, MOST_QUOTED)
  if (owed.length === 0) return []
  const told = owed.map(({ text, at }) =>
    cardText(props, 'owner.debts.said', {
      text: quoted(text),
      when: pastDayText(at, now, business, messages),
    }),
  )
  return [cardText(props, 'owner.debts.line', { name: plain(name), said: strung(told, messages) })]
}
