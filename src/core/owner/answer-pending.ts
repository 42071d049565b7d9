import { act } from './act.js'
import { answer } from './answer.js'
import { approvalAnswer } from './approve-quote.js'
import { wordsOf } from './command-words.js'
import type { Command, Parsed } from './commands.js'
import { weigh } from './diagnosis.js'
import { draftAnswer } from './draft-reply.js'
import { exportAnswer } from './export.js'
import { amountAnswer, doubtAnswer } from './figure-answer.js'
import { createLossReader } from './loss-reason.js'
import { offerAnswer } from './not-understood.js'
import { eraseAnswer } from './part-with.js'
import { type Answered, done, isWordOfItsOwn, leadOf, type Of, type Said } from './said.js'
import { withAppointment } from './settle-care.js'
import { learn, tellOwed } from './teach.js'
import { ticketAnswer } from './tickets.js'
import type { StaffState, World } from './types.js'
import { placeIn } from './which.js'
import { whichAnswer } from './which-answer.js'
import { say } from './wording.js'
import { yesNo } from './yes-no.js'

/**
 * Takes a message as the answer to what was asked; null when it is none, and then it is read as a
 * word of its own.
 */
export function answerPending(
  staff: StaffState,
  text: string,
  parsed: Parsed,
  world: World,
): Answered | null {
  const { pending } = staff
  if (pending === null || asksFigures(parsed)) return null
  const said: Said = { text, parsed }
  switch (pending.kind) {
    case 'amount':
      return amountAnswer(pending, said, staff, world)
    case 'amount_doubt':
      return doubtAnswer(pending, said, staff, world)
    case 'reason':
      return reasonAnswer(pending, said, staff, world)
    case 'when':
      return whenAnswer(pending, said, staff, world)
    case 'moment':
      return momentAnswer(pending, said, staff, world)
    case 'text':
      return textAnswer(pending, said, staff, world)
    case 'approval':
      return approvalAnswer(pending, said, staff, world)
    case 'draft':
      return draftAnswer(pending, said, staff, world)
    case 'owed':
      return owedAnswer(pending, said, staff, world)
    case 'teach':
      return teachAnswer(pending, said, staff, world)
    case 'weights':
      return weightsAnswer(pending, said, staff, world)
    case 'export':
      return exportAnswer(said, staff, world)
    case 'which':
      return whichAnswer(pending, said, staff, world)
    case 'word':
      return wordAnswer(pending, said, world)
    case 'offer':
      return offerAnswer(pending, text, staff, world)
    case 'erase':
      return eraseAnswer(pending, said, staff, world)
    case 'ticket':
      return ticketAnswer(said)
    case 'drafting':
    case 'pin':
      // A PIN is read before anything else.
      return null
  }
}

const FIGURES: readonly Command['kind'][] = [
  ...(['sold', 'figures', 'forecast', 'funnel', 'report', 'diagnosis', 'referrals'] as const),
]

/** Such a word answers nothing, and for it nobody has to be read whom a question is about. */
function asksFigures(parsed: Parsed): boolean {
  return (
    parsed.kind === 'command' &&
    parsed.exact &&
    parsed.whole &&
    FIGURES.includes(parsed.command.kind)
  )
}

function reasonAnswer(
  pending: Of<'reason'>,
  said: Said,
  staff: StaffState,
  world: World,
): Answered | null {
  const lead = leadOf(pending.target, world)
  const { parsed, text } = said
  if (lead === null || isWhole(parsed)) return null
  const repeated = parsed.kind === 'command' && parsed.command.kind === 'lost'
  const reason =
    repeated && parsed.command.reason
      ? parsed.command.reason
      : createLossReader(world.messages)(text).reason
  return done(act({ kind: 'lost', name: null, reason }, lead, staff, world))
}

function whenAnswer(
  pending: Of<'when'>,
  said: Said,
  staff: StaffState,
  world: World,
): Answered | null {
  const lead = leadOf(pending.target, world)
  const { parsed, text } = said
  const isOther = parsed.kind === 'command' && parsed.exact && parsed.command.kind !== 'postpone'
  if (lead === null || isOther) return null
  const until = world.readWhen(text)?.at ?? null
  if (until === null) return done(answer(staff, say(world, 'owner.ask.when_again'), pending))
  const command = { kind: 'postpone', name: null, written: '', until } as const
  return done(act(command, lead, staff, world))
}

function momentAnswer(
  pending: Of<'moment'>,
  said: Said,
  staff: StaffState,
  world: World,
): Answered | null {
  const lead = leadOf(pending.target, world)
  const { parsed, text } = said
  const isOther =
    parsed.kind === 'command' && parsed.exact && !MOMENTS.includes(parsed.command.kind)
  if (lead === null || isOther) return null
  // The day may have been said already, and now the hour.
  const written = `${pending.command.written} ${text}`
  const command = withAppointment({ ...pending.command, written }, world)
  if (command.until !== null) return done(act(command, lead, staff, world))
  return done(answer(staff, say(world, 'owner.ask.moment_again'), pending))
}

/** Words in which a moment may be said again. */
const MOMENTS: readonly Command['kind'][] = ['call', 'meeting', 'postpone']

function textAnswer(
  pending: Of<'text'>,
  said: Said,
  staff: StaffState,
  world: World,
): Answered | null {
  const lead = leadOf(pending.target, world)
  if (lead === null || isWordOfItsOwn(said) || said.text.trim() === '') return null
  const command = { kind: pending.word, name: null, text: said.text.trim() } as const
  return done(act(command, lead, staff, world))
}

/** In words, or by the place in the list that was shown: the first is a yes. */
function yesOrNo(text: string, world: World): 'yes' | 'no' | null {
  const place = placeIn(text, world)
  if (place !== null) return place === 1 ? 'yes' : 'no'
  const said = yesNo(text, world.messages)
  return said === 'seen' ? null : said
}

function owedAnswer(
  pending: Of<'owed'>,
  { text }: Said,
  staff: StaffState,
  world: World,
): Answered | null {
  const said = yesOrNo(text, world)
  if (said === null) return null
  return done(tellOwed(said === 'yes', pending, staff, world))
}

/** Better words of theirs become a fact, or were meant for one person. */
function teachAnswer(
  pending: Of<'teach'>,
  { text }: Said,
  staff: StaffState,
  world: World,
): Answered | null {
  const said = yesOrNo(text, world)
  if (said === null) return null
  if (said === 'yes') return done(learn(pending.text, { ...staff, pending: null }, world))
  return done(answer({ ...staff, pending: null }, say(world, 'owner.rehearsal.not_taught')))
}

function weightsAnswer(
  pending: Of<'weights'>,
  { text }: Said,
  staff: StaffState,
  world: World,
): Answered | null {
  const said = yesNo(text, world.messages)
  if (said === null || said === 'seen') return null
  return done(weigh(said === 'yes', pending, staff, world))
}

function wordAnswer(pending: Of<'word'>, said: Said, world: World): Answered | null {
  const { between, words } = pending
  const written = wordsOf(said.text)
    .map(({ text }) => text)
    .join(' ')
  const at = words.indexOf(written)
  const place = at >= 0 ? at + 1 : placeIn(said.text, world)
  const command = place === null ? undefined : between[place - 1]
  return command === undefined ? null : { kind: 'run', command }
}

function isWhole(parsed: Parsed): boolean {
  return parsed.kind === 'command' && parsed.exact && parsed.whole
}
