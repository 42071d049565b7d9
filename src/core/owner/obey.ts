import { aim } from './aim.js'
import { answer, quiet } from './answer.js'
import { answerPending } from './answer-pending.js'
import { answerOften } from './asked-often.js'
import { showLinks } from './campaigns.js'
import { wordsOf } from './command-words.js'
import type { Command, Parsed } from './commands.js'
import { tellDebts } from './debts.js'
import { isNamed } from './find-lead.js'
import { heedGesture } from './heed-gesture.js'
import { helpText } from './help.js'
import { LISTS } from './lists.js'
import { namesSomebody, notUnderstood } from './not-understood.js'
import { ownersOnly } from './owners-only.js'
import { paidPart } from './paid-part.js'
import { type Period, periodAlone } from './period.js'
import { behindPin } from './pin.js'
import { react } from './react.js'
import { receiptAnswer } from './receipt.js'
import { heedRehearsal, rehearsalAnswer } from './rehearsal.js'
import { readWords } from './respell.js'
import { readSale } from './sale-amount.js'
import { bareMoment, settleCommand } from './settle-command.js'
import { silenceAll, speakAgain } from './silence.js'
import { noteSpend } from './spend.js'
import { switchModel } from './switch-model.js'
import { isAimed } from './target.js'
import { forget, learn } from './teach.js'
import { heedTicket } from './tickets.js'
import type { Obeyed, OwnerEvent, StaffState, World } from './types.js'
import { undo } from './undo.js'
import { reply, say } from './wording.js'

/**
 * One message or reaction of an owner or seller: what to answer, what to change, and what to remember
 * of the talk. Pure: `world` brings everything it looks at. Their first message activates them.
 */
export function obey(staff: StaffState, event: OwnerEvent, world: World): Obeyed {
  return behindPin(staff, event, world, (free) => listen(free, event, world))
}

function listen(staff: StaffState, event: OwnerEvent, world: World): Obeyed {
  if (event.kind === 'reaction') {
    return react(event.emoji, { ...staff, activated: true }, world, aim)
  }
  const { text, parsed } = readWords(event.text, world)
  const obeyed = staff.activated
    ? understood(staff, text, parsed, world)
    : activate({ ...staff, activated: true }, text, parsed, world)
  const counted = obeyed.replies.some(({ kind }) => kind === 'sold')
  return { ...obeyed, staff: { ...obeyed.staff, counted } }
}

/** A first message that is a word already is also obeyed. */
function activate(staff: StaffState, text: string, parsed: Parsed, world: World): Obeyed {
  const welcome = reply(say(world, 'owner.activated', { name: world.me.name }))
  const isWord = parsed.kind === 'command' && parsed.exact && !isPolite(parsed.command)
  if (!isWord) return { ...quiet(staff), replies: [welcome] }
  const done = understood(staff, text, parsed, world)
  return { ...done, replies: [welcome, ...done.replies] }
}

function isPolite({ kind }: Command): boolean {
  return kind === 'greeting' || kind === 'thanks' || kind === 'okay'
}

function understood(staff: StaffState, text: string, parsed: Parsed, world: World): Obeyed {
  const gesture = heedGesture(staff, text, world)
  if (gesture !== null) return gesture
  const said = { text, parsed }
  const often = answerOften(said, staff, world)
  if (often !== null) return often
  const answered =
    answerPending(staff, text, parsed, world) ??
    rehearsalAnswer(said, staff, world) ??
    receiptAnswer(said, staff, world)
  if (answered === null) return fresh(staff, text, parsed, world)
  return answered.kind === 'done' ? answered.obeyed : run(answered.command, staff, world)
}

function fresh(staff: StaffState, text: string, parsed: Parsed, world: World): Obeyed {
  const period = periodOf(staff, text, parsed, world)
  if (period !== null) return run({ kind: 'sold', period }, staff, world)
  // A name that looks like a slip of the pen is still a name: Tomás is not "tomar".
  const isSure = parsed.kind === 'command' && parsed.exact
  if (!isSure && isNamed(world.people, text)) {
    return aim({ kind: 'lead', name: text }, staff, world)
  }
  switch (parsed.kind) {
    case 'unknown':
      return unknown(staff, text, world)
    case 'ambiguous': {
      const { between, words } = parsed
      const question = say(world, 'owner.ask.word', { a: words[0], b: words[1] })
      return answer(staff, question, { kind: 'word', between, words })
    }
    case 'command':
      return isAsked(parsed.command, text, world) || isSlipOfAnother(parsed, text, world)
        ? notUnderstood(staff, text, world)
        : (paidPart(text, parsed.command, staff, world) ?? run(parsed.command, staff, world))
  }
}

/** "¿y ayer?" asks what was sold then; what is a word of its own ("hoy") does so only after such an answer. */
function periodOf(staff: StaffState, text: string, parsed: Parsed, world: World): Period | null {
  const isOther = parsed.kind === 'command' && parsed.exact && !staff.counted
  return isOther || world.quoted !== null ? null : periodAlone(text, world.messages)
}

const SETTLED: readonly Command['kind'][] = ['won', 'sale', 'lost']

/** "hazle descuento a pedro" is no call to whoever was spoken of, though `hablé` is one letter away. */
function isSlipOfAnother(parsed: Parsed, text: string, world: World): boolean {
  if (parsed.kind !== 'command' || parsed.exact || !isAimed(parsed.command)) return false
  if (world.quoted !== null || settleCommand(parsed.command, world).name !== null) return false
  return namesSomebody(text, world)
}

/** "¿ana pagó?" records nothing. */
function isAsked({ kind }: Command, text: string, world: World): boolean {
  return (
    SETTLED.includes(kind) && text.includes('?') && readSale(text, world.readAmount).amount === null
  )
}

function unknown(staff: StaffState, text: string, world: World): Obeyed {
  // A heart or a thumb alone is a courtesy too.
  if (wordsOf(text).length === 0) return run({ kind: 'okay' }, staff, world)
  // Two machines would thank each other for ever.
  if (world.soundsAutomatic(text)) return quiet(staff)
  const moment = bareMoment(text, world)
  return moment === null ? notUnderstood(staff, text, world) : aim(moment, staff, world)
}

function run(command: Command, staff: StaffState, world: World): Obeyed {
  return ownersOnly(command, staff, world) ?? carryOut(command, staff, world)
}

/** A courtesy leaves every open question open. */
function carryOut(command: Command, staff: StaffState, world: World): Obeyed {
  if (isCounted(command)) {
    return { ...quiet({ ...staff, pending: null }), replies: [command] }
  }
  switch (command.kind) {
    case 'greeting':
    case 'thanks':
    case 'okay':
      return { ...quiet(staff), replies: [reply(courtesyText(command.kind, world))] }
    case 'help':
      return answer(staff, helpText(command.about, world))
    case 'leads':
    case 'calls':
    case 'customers':
    case 'prospects':
    case 'facts':
    case 'today':
    case 'tomorrow':
    case 'tickets':
    case 'export':
    case 'diagnosis':
      return LISTS[command.kind](staff, world)
    case 'ticket':
      return heedTicket(command, staff, world)
    case 'spend':
      return noteSpend(command, staff, world)
    case 'undo':
      return undo(staff, world)
    case 'pause_all':
    case 'resume_all':
      return command.kind === 'pause_all' ? silenceAll(staff, world) : speakAgain(staff, world)
    case 'model_off':
    case 'model_on':
      return switchModel(command.kind, staff, world)
    case 'learn':
      return learn(command.text, staff, world)
    case 'rehearsal':
    case 'end_rehearsal':
      return heedRehearsal(command, staff, world)
    case 'campaign':
      return showLinks(command.called, staff, world)
    case 'debts':
      return tellDebts(command.called, staff, world)
    case 'forget':
      return forget(command.place, staff, world)
    default:
      return aim(command, staff, world)
  }
}

const COUNTED = ['sold', 'figures', 'forecast', 'funnel', 'report', 'referrals', 'line'] as const
type Counted = Extract<Command, { kind: (typeof COUNTED)[number] }>

/** Shown with what is counted when it is sent. */
function isCounted(command: Command): command is Counted {
  return COUNTED.some((kind) => kind === command.kind)
}

function courtesyText(kind: 'greeting' | 'thanks' | 'okay', world: World): string {
  switch (kind) {
    case 'greeting':
      return say(world, 'owner.greeting', { name: world.me.name })
    case 'thanks':
      return say(world, 'owner.courtesy.thanks', { name: world.me.name })
    case 'okay':
      return say(world, 'owner.courtesy.okay')
  }
}
