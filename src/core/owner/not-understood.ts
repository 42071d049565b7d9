import { wordList } from '../business/word-list.js'
import { act } from './act.js'
import { answer } from './answer.js'
import { type Word, wordsOf } from './command-words.js'
import type { Command } from './commands.js'
import { readDiscount } from './discount.js'
import { doubtedOf } from './doubted.js'
import { displayName, findExactly, findLeads } from './find-lead.js'
import { hintFor } from './hints.js'
import { firstOf } from './lazily.js'
import { owedNote } from './paid-part.js'
import { type Answered, done, leadOf, type Of } from './said.js'
import { readSale } from './sale-amount.js'
import type { Obeyed, OpenLead, StaffState, World } from './types.js'
import { MOST_LISTED, whichText } from './which.js'
import { amountOf, names, say } from './wording.js'
import { yesNo } from './yes-no.js'

/** A name is no longer than this. */
const LONGEST_NAME = 3
/** More people of one name are not read. */
const MOST_SHOWN = 20
/** Shorter words say nothing of what somebody wants. */
const SHORTEST_THING = 4

/**
 * What is answered to words that are none of ours: a question about somebody shows them, a sum asks what to do
 * with it, and whatever else is told of somebody may be noted. Never the same sentence twice in a row.
 */
export function notUnderstood(staff: StaffState, text: string, world: World): Obeyed {
  const named = namedIn(text, staff, world)
  if (isQuestion(text, world)) {
    const isElsewhere = hintFor(text, world) !== null
    const meant = named.length > 0 || isElsewhere ? named : wanting(text, world)
    if (meant.length > 0) return show(meant, staff, world)
  }
  const [lead, other] = named
  const money = owedNote(text, named, staff, world)
  if (money !== null) return money
  if (lead !== undefined && other === undefined) return offer(text, lead, staff, world)
  const hint = hintFor(text, world)
  if (hint !== null) return answer(staff, hint)
  const { lastAbout } = staff
  const about = lastAbout === null ? null : leadOf(lastAbout, world)
  if (about !== null && about.outcome === null) {
    const asked = askOfSum(text, about, staff, world)
    if (asked !== null) return asked
  }
  const next = { ...staff, missed: staff.missed + 1 }
  return answer(next, say(world, 'owner.unknown', {}, staff.missed))
}

/** Whether anybody is named in a message who is not meant by a pronoun. */
export function namesSomebody(text: string, world: World): boolean {
  return namedIn(text, { lastAbout: null }, world).length > 0
}

/** Whether the message begins or ends with a word that asks, or as a question does. */
function isQuestion(text: string, { messages }: World): boolean {
  const asking = wordList(messages, 'owner.words.asking')
  const filler = wordList(messages, 'owner.words.filler')
  const first = wordsOf(text).find(
    (word) => asking.includes(word.text) || !filler.includes(word.text),
  )
  const last = wordsOf(text).at(-1)
  return text.includes('?') || [first, last].some((word) => asking.includes(word?.text ?? ''))
}

/** Whoever the message is a reply about or names in full; several where they share the name. */
function namedIn(
  text: string,
  staff: Pick<StaffState, 'lastAbout'>,
  world: World,
): readonly OpenLead[] {
  const replied = world.quoted === null ? null : leadOf(world.quoted.contactId, world)
  if (replied !== null) return [replied]
  const words = wordsOf(text)
  for (let length = LONGEST_NAME; length > 0; length--) {
    for (const [at, first] of words.entries()) {
      const last = words[at + length - 1]
      if (last === undefined || !mayName(words.slice(at, at + length), world)) continue
      const name = text.slice(first.start, last.end)
      // Of a whole name a letter may be wrong.
      const find = length > 1 ? findLeads : findExactly
      const found = firstOf(find(world.people, name), MOST_SHOWN)
      if (found.length > 0) return found
    }
  }
  return aboutThem(words, staff, world)
}

/** "ella dijo que sí": the one just talked about. */
function aboutThem(
  words: readonly Word[],
  { lastAbout }: Pick<StaffState, 'lastAbout'>,
  world: World,
): readonly OpenLead[] {
  const filler = wordList(world.messages, 'owner.words.filler')
  // "él" and "el" are the same word here.
  const pronouns = wordList(world.messages, 'owner.words.pronouns').filter(
    (word) => !filler.includes(word),
  )
  const lead = lastAbout === null ? null : leadOf(lastAbout, world)
  return lead !== null && words.some(({ text }) => pronouns.includes(text)) ? [lead] : []
}

function mayName(words: readonly Word[], { messages }: World): boolean {
  const filler = wordList(messages, 'owner.words.filler')
  return words.every(({ text }) => !/^\d+$/.test(text) && !filler.includes(text))
}

/** Whoever wants what is named: "quién es el de las camisas". */
function wanting(text: string, { people, messages }: World): readonly OpenLead[] {
  const small = [
    ...wordList(messages, 'order.small_words'),
    ...wordList(messages, 'owner.words.filler'),
  ]
  const things = wordsOf(text)
    .filter((word) => word.text.length >= SHORTEST_THING && !small.includes(word.text))
    .map((word) => singular(word.text))
  return people
    .fresh()
    .filter(({ summary }) => wordsOf(summary).some((word) => things.includes(singular(word.text))))
}

/** Enough to tell that "camisas" are a "camisa", and no "camiseta". */
function singular(word: string): string {
  return word.replace(/e?s$/, '')
}

function show(meant: readonly OpenLead[], staff: StaffState, world: World): Obeyed {
  const [only, other] = meant
  if (only !== undefined && other === undefined) {
    const bought = only.stage === 'customer' || only.stage === 'repeat_customer'
    const kind = bought || only.stage === 'advocate' ? 'customer' : 'lead'
    return act({ kind, name: displayName(only, world.messages) }, only, staff, world)
  }
  const command: Command = { kind: 'lead', name: null }
  const candidates = meant.slice(0, MOST_LISTED).map(({ id }) => id)
  return answer(staff, whichText(command, meant, world), { kind: 'which', command, candidates })
}

/** Their words may be worth keeping: nobody writes a customer's name for nothing. */
function offer(text: string, lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const about = { ...staff, lastAbout: lead.id }
  const question = say(world, 'owner.offer.note', names(lead, world), staff.missed)
  return answer({ ...about, missed: staff.missed + 1 }, question, {
    kind: 'offer',
    target: lead.id,
    text: text.trim(),
  })
}

/** "800 mil, con descuento" after a talk about somebody: a quote, or what they paid? */
function askOfSum(text: string, lead: OpenLead, staff: StaffState, world: World): Obeyed | null {
  const { discount, rest } = readDiscount(text, world.messages)
  const { amount } = readSale(rest, world.readAmount)
  if (amount === null) return null
  const { name } = names(lead, world)
  const meant = doubtedOf(amount, lead, world)
  const value = meant.kind === 'sure' ? meant.value : amount.value
  const told = { value, bare: amount.bare }
  const [quote = '', won = ''] = wordList(world.messages, 'owner.offer.sum_words')
  const sum = amountOf(world, value)
  const target = lead.phone ?? name
  const between = [
    { kind: 'quote', name: target, amount: told, discount, sent: false },
    { kind: 'won', name: target, amount: told, written: '', at: null },
  ] as const
  const question = say(world, 'owner.offer.sum', { sum, name })
  return answer(staff, question, { kind: 'word', between, words: [quote, won] })
}

/** The answer to "¿Lo anoto?". */
export function offerAnswer(
  pending: Of<'offer'>,
  text: string,
  staff: StaffState,
  world: World,
): Answered | null {
  const lead = leadOf(pending.target, world)
  const said = yesNo(text, world.messages)
  if (lead === null || said === null) return null
  if (said === 'no') return done(answer(staff, say(world, 'owner.offer.left')))
  return done(act({ kind: 'note', name: null, text: pending.text }, lead, staff, world))
}
