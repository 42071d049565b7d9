import { weekdayNumber } from '../business/date-text.js'
import { strung } from '../business/quote.js'
import { whenText } from '../business/when-text.js'
import { quiet } from './answer.js'
import { careUndone } from './care-undone.js'
import { quoted } from './quoted.js'
import { sourceText } from './source-text.js'
import { stageText } from './stage-text.js'
import type { HouseWord, LeadWord, News, Obeyed, OwnerWord, StaffState, World } from './types.js'
import { amountOf, reply, say } from './wording.js'

/**
 * `deshacer`: takes back the quoted word, else the sender's last one, and says every effect that it
 * took back. Said while a question of ours is open, it only drops the question. Whoever said the
 * word, and whoever loses the lead by it or has it back, is told.
 */
export function undo(staff: StaffState, world: World): Obeyed {
  const word = world.undoable
  const settled: StaffState = { ...staff, pending: null }
  const only = (text: string): Obeyed => ({ ...quiet(settled), replies: [reply(text)] })
  if (world.quoted === null && isQuestion(staff)) return only(say(world, 'owner.undo.question'))
  if (word === null) return only(say(world, 'owner.undo.nothing'))
  if (word.undone) return only(say(world, 'owner.undo.already'))
  const what = strung(effectsOf(word, world), world.messages)
  const obeyed = only(say(world, 'owner.undo.done', { what }))
  return word.scope === 'house'
    ? { ...obeyed, house: [undoHouse(word)], news: [] }
    : {
        ...obeyed,
        staff: { ...settled, lastAbout: word.target },
        replies: [reply(undoneText(word, what, world))],
        actions: [undoLead(word)],
        news: newsOf(word, world),
      }
}

/** They came with something that is done already. */
const OFFERS: readonly string[] = ['approval', 'owed', 'teach']

/** A list of leads is no question about something to be done, nor is an offer that came with it. */
export function isQuestion({ pending }: StaffState): boolean {
  if (pending === null || OFFERS.includes(pending.kind)) return false
  return !(pending.kind === 'which' && pending.command.kind === 'lead')
}

function undoLead(word: LeadWord): Obeyed['actions'][number] {
  const { target, action, before, id } = word
  return { target, action: { kind: 'undo', of: action, before }, undoes: id }
}

function undoHouse({ action, before, id }: HouseWord): Obeyed['house'][number] {
  return { action: { kind: 'undo_house', of: action, before }, undoes: id }
}

/** What was sent is past recall: that is said instead of, or beside, what is taken back. */
function undoneText(word: LeadWord, what: string, world: World): string {
  if (SENT.includes(word.action.kind)) return say(world, 'owner.undo.sent')
  const done = say(world, 'owner.undo.done', { what })
  return word.action.kind === 'respond' ? `${done} ${say(world, 'owner.undo.sent')}` : done
}

/** What only went out, and leaves nothing to take back. */
const SENT: readonly LeadWord['action']['kind'][] = ['send_quote', 'approve', 'say_instead']

function effectsOf(word: OwnerWord, world: World): readonly string[] {
  return word.scope === 'house' ? [houseEffect(word, world)] : leadEffects(word, world)
}

function houseEffect({ action }: HouseWord, world: World): string {
  switch (action.kind) {
    case 'silence':
      return say(world, 'owner.undo.silence')
    case 'speak':
      return say(world, 'owner.undo.speak')
    case 'model_off':
      return say(world, 'owner.undo.model_off')
    case 'model_on':
      return say(world, 'owner.undo.model_on')
    case 'ignore_number':
      return say(world, 'owner.undo.ignore', { name: action.phone })
    case 'attend_number':
      return say(world, 'owner.undo.attend', { name: action.phone })
    case 'learn':
      return say(world, 'owner.undo.learn', { text: quoted(action.text) })
    case 'forget':
      return say(world, 'owner.undo.forget', { text: quoted(action.text) })
    case 'rehearse':
      return action.after.until > world.now
        ? say(world, 'owner.undo.rehearsal_begun')
        : say(world, 'owner.undo.rehearsal_ended')
    case 'weigh':
      return say(world, 'owner.undo.weigh')
    case 'spend': {
      const source = sourceText(action.source, world)
      return say(world, 'owner.undo.spend', { amount: amountOf(world, action.amount), source })
    }
  }
}

/** What is said of words that leave nothing behind but a name. */
const UNDONE = {
  pause: 'owner.undo.pause',
  hush: 'owner.undo.pause',
  respond: 'owner.undo.pause',
  resume: 'owner.undo.resume',
  note: 'owner.undo.note',
  vip: 'owner.undo.vip',
  unvip: 'owner.undo.unvip',
  deliver_reward: 'owner.undo.reward',
  ignore: 'owner.undo.ignore',
  attend: 'owner.undo.attend',
  stop_nurture: 'owner.undo.unfollow',
  opt_out: 'owner.undo.opt_out',
} as const

function leadEffects(word: LeadWord, world: World): readonly string[] {
  const { name, action } = word
  switch (action.kind) {
    case 'take':
    case 'release':
      return [chargeOf(word, world)]
    case 'won':
      return [
        say(world, 'owner.undo.won', { amount: amountOf(world, action.amount) }),
        ...stageOf(word, world),
        ...checkInOf(word, world),
      ]
    case 'lost':
      return [say(world, 'owner.undo.lost', { name }), ...stageOf(word, world)]
    case 'postpone':
      return [sleepOf(word, world)]
    case 'settle':
      return [say(world, 'owner.undo.settle', { n: action.ticket })]
    case 'pause':
    case 'hush':
    case 'respond':
    case 'resume':
    case 'note':
    case 'vip':
    case 'unvip':
    case 'deliver_reward':
    case 'ignore':
    case 'attend':
    case 'stop_nurture':
    case 'opt_out':
      return [say(world, UNDONE[action.kind], { name })]
    case 'quote':
      return [
        say(world, 'owner.undo.quote', { amount: amountOf(world, action.amount), name }),
        ...stageOf(word, world),
      ]
    case 'send_quote':
    case 'approve':
    case 'say_instead':
      return []
    case 'touch':
    case 'plan_call':
    case 'drop_call':
    case 'meet':
    case 'cancel_meeting':
    case 'entrust':
      return [careUndone(action, word, world)]
  }
}

function chargeOf({ name, before }: LeadWord, world: World): string {
  const other = before.assignedTo
  if (other === null) return say(world, 'owner.undo.unassigned', { name })
  if (other.id === world.me.id) return say(world, 'owner.undo.assigned_me', { name })
  return say(world, 'owner.undo.assigned', { name, other: other.name })
}

function sleepOf({ name, before }: LeadWord, world: World): string {
  const until = before.postponed?.until ?? null
  if (until === null || until <= world.now) return say(world, 'owner.undo.postpone', { name })
  const when = whenText(until, world.now, world.business, world.messages)
  return say(world, 'owner.undo.postpone_to', { name, when })
}

function stageOf({ name, before, stageAfter }: LeadWord, world: World): readonly string[] {
  if (before.stage === null || before.stage === stageAfter) return []
  const stage = stageText(before.stage, world.messages).toLowerCase()
  return [say(world, 'owner.undo.stage', { name, stage })]
}

function checkInOf({ checkIn }: LeadWord, world: World): readonly string[] {
  if (checkIn === null) return []
  return [say(world, 'owner.undo.no_check_in', { day: weekdayNumber(checkIn, world.messages) })]
}

/** The colleague whose word it was, and whoever loses the lead by it or has it back. */
function newsOf(word: LeadWord, world: World): readonly News[] {
  const { target, name, action, by, before } = word
  const holder = world.people.byId(target)?.assignedTo ?? null
  const moves = action.kind === 'take' || action.kind === 'release'
  const hands = moves ? [holder, before.assignedTo].flatMap((each) => each?.id ?? []) : []
  const others = [...new Set([by, ...hands])].filter((id) => id !== world.me.id)
  return others.map((to) => {
    // "A su cargo" is said to the one who reads it.
    const theirs: World = { ...world, me: { ...world.me, id: to } }
    const what = strung(leadEffects(word, theirs), world.messages) || name
    return {
      about: target,
      text: say(world, 'owner.news.undone', { staff: world.me.name, what }),
      to,
    }
  })
}
