import type { Business } from '../business/types.js'
import { wordList } from '../business/word-list.js'
import type { Messages } from '../messages.js'
import { fold } from '../understanding/normalise.js'
import { isSameName } from './read-chat.js'
import { readPhone } from './read-phone.js'

type ChatOwners =
  | {
      readonly kind: 'known'
      /** As they are called in the chat. */
      readonly person: string
      readonly phone: string
    }
  /** What cannot be told, as a key of `data/messages` with its parameters. */
  | { readonly kind: 'unknown'; readonly key: string; readonly params: Params }

type Params = { readonly [name: string]: string | number }

type ChatHints = {
  /** Without folder and ending: "Chat de WhatsApp con Ana Ruiz". */
  readonly file: string
  readonly authors: readonly string[]
  /** What the command line said. */
  readonly phone: string | null
  readonly me: string | null
  readonly business: Pick<Business, 'name' | 'staff' | 'country'>
  readonly messages: Messages
}

/**
 * Tells which of two people in an exported chat is the customer, and what their number is: by what was
 * said on the command line, by who works here, by the name of the file, or because only one of the two
 * is written as a number.
 */
export function whoseChat(hints: ChatHints): ChatOwners {
  const { authors, business } = hints
  if (authors.length === 0) return unknown('intake.problem.chat_empty')
  if (authors.length > 2) return unknown('intake.problem.group', { n: authors.length })
  const names = authors.join(', ')
  const me = hints.me
  if (me !== null && !authors.some((author) => isSameName(author, me))) {
    return unknown('intake.problem.me_unknown', { text: me, names })
  }
  const person = personIn(hints)
  if (person === null) return unknown('intake.problem.whose', { names })
  const phone = phoneOf(person, hints)
  if (phone === null) return unknown('intake.problem.whose_phone', { name: person })
  if (business.staff.some((member) => member.phone === phone)) {
    return unknown('intake.problem.whose', { names })
  }
  return { kind: 'known', person, phone }
}

function unknown(key: string, params: Params = {}): ChatOwners {
  return { kind: 'unknown', key, params }
}

function personIn({ authors, me, business, file, messages }: ChatHints): string | null {
  const isOurs = (author: string): boolean =>
    me === null ? worksHere(author, business) : isSameName(author, me)
  const others = authors.filter((author) => !isOurs(author))
  if (others.length === 1) return others[0] ?? null
  const title = titleOf(file, messages)
  const named = authors.filter((author) => isSameName(author, title))
  if (named.length === 1) return named[0] ?? null
  const numbers = authors.filter((author) => readPhone(author, business.country) !== null)
  return numbers.length === 1 ? (numbers[0] ?? null) : null
}

function worksHere(author: string, { name, staff, country }: ChatHints['business']): boolean {
  if (isSameName(author, name)) return true
  const phone = readPhone(author, country)
  return staff.some((member) => isSameName(author, member.name) || phone === member.phone)
}

function phoneOf(person: string, { phone, file, business, messages }: ChatHints): string | null {
  const { country } = business
  if (phone !== null) return readPhone(phone, country)
  return readPhone(person, country) ?? readPhone(titleOf(file, messages), country)
}

/** "Chat de WhatsApp con Ana Ruiz (2)" → "Ana Ruiz". */
function titleOf(file: string, messages: Messages): string {
  const words = file
    .replaceAll('_', ' ')
    .replace(/\s*\(\d+\)$/, '')
    .trim()
  const lead = wordList(messages, 'intake.with').find((text) => fold(words).startsWith(text))
  return lead === undefined ? words : words.slice(lead.length).replace(/^[\s-]+/, '')
}
