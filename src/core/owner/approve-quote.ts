import { wordList } from '../business/word-list.js'
import { HOUR } from '../schedule/units.js'
import { act } from './act.js'
import { answer, change } from './answer.js'
import { wordsOf } from './command-words.js'
import { isNamed } from './find-lead.js'
import { offer } from './give-quote.js'
import { type Answered, done, isWordOfItsOwn, leadOf, type Of, type Said } from './said.js'
import { type Amount, readSale } from './sale-amount.js'
import { settleCommand } from './settle-command.js'
import { isAimed } from './target.js'
import type { StaffState, World } from './types.js'
import { names, say } from './wording.js'
import { yesNo } from './yes-no.js'

const HALF_A_DAY = 12 * HOUR

/**
 * What the owner says to the message of a quote: `sí` sends it, `no` leaves it, and other words take
 * its place and are shown again. Nothing goes out before a yes.
 */
export function approvalAnswer(
  pending: Of<'approval'>,
  said: Said,
  staff: StaffState,
  world: World,
): Answered | null {
  const lead = leadOf(pending.target, world)
  if (lead === null) return null
  const settled: StaffState = { ...staff, pending: null }
  const { name } = names(lead, world)
  switch (yesNo(said.text, world.messages)) {
    case 'yes': {
      // What was shown long ago is looked at once more before it goes out.
      if (isOld(pending, world)) return done(offer(pending, staff, world))
      const action = { kind: 'send_quote', id: pending.quote, text: pending.text } as const
      return done(change(settled, lead, action, say(world, 'owner.done.quote_sent', { name })))
    }
    case 'no':
      return done(answer(settled, say(world, 'owner.done.quote_kept', { name })))
    case 'seen':
      return done(answer(staff, say(world, 'owner.ask.approval_word'), pending))
    case null: {
      const amount = sumAlone(said.text, world)
      const again = { kind: 'quote', name: null, discount: null, sent: false } as const
      if (amount !== null) return done(act({ ...again, amount }, lead, staff, world))
      return isRewritten(said, world)
        ? done(offer({ ...pending, text: said.text.trim() }, staff, world))
        : null
    }
  }
}

function isOld({ at }: Of<'approval'>, { now }: World): boolean {
  return Date.parse(now) - Date.parse(at) > HALF_A_DAY
}

/** "870 mil" instead of a yes: the quote with another sum. */
function sumAlone(text: string, world: World): Amount | null {
  const filler = wordList(world.messages, 'owner.words.filler')
  const { amount, rest } = readSale(text, world.readAmount)
  return wordsOf(rest).every((word) => filler.includes(word.text)) ? amount : null
}

/** Whether better words were written, and no word of ours, nor something about somebody. */
export function isRewritten(said: Said, world: World): boolean {
  const { parsed, text } = said
  if (text.trim() === '' || isWordOfItsOwn(said)) return false
  if (parsed.kind === 'ambiguous') return false
  return !isNamed(world.people, text) && !isAbout(said, world)
}

/** "ana torres ya pagó": whoever is written to is called by one name. "Ana, ya está": she is. */
function isAbout({ text, parsed }: Said, world: World): boolean {
  const { people, messages } = world
  const filler = wordList(messages, 'owner.words.filler')
  const [name, surname] = wordsOf(text).filter((word) => !filler.includes(word.text))
  const inFull = name !== undefined && surname !== undefined
  if (inFull && isNamed(people, text.slice(name.start, surname.end))) return true
  // A word of ours about somebody we know, however long.
  if (parsed.kind !== 'command' || !parsed.exact || !isAimed(parsed.command)) return false
  const called = settleCommand(parsed.command, world).name
  return called !== null && isNamed(people, called)
}
