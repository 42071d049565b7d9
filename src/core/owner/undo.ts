import { weekdayNumber } from '../business/date-text.js'
import { strung } from '../business/quote.js'
import { stageText } from './stage-text.js'
import type { Obeyed, OwnerWord, StaffState, World } from './types.js'
import { amountOf, reply, say } from './wording.js'

/**
 * `deshacer`: takes back the quoted word, else the sender's last one, and says every effect that it
 * took back. Said while a question of ours is open, it only drops the question.
 */
export function undo(staff: StaffState, world: World): Obeyed {
  const word = world.undoable
  const settled: StaffState = { ...staff, pending: null }
  const only = (text: string): Obeyed => ({
    staff: settled,
    replies: [reply(text)],
    actions: [],
    news: [],
  })
  if (world.quoted === null && isQuestion(staff)) return only(say(world, 'owner.undo.question'))
  if (word === null) return only(say(world, 'owner.undo.nothing'))
  if (word.undone) return only(say(world, 'owner.undo.already'))
  const what = strung(effectsOf(word, world), world.messages)
  const text = say(world, 'owner.undo.done', { what })
  return {
    staff: { ...settled, lastAbout: word.target },
    replies: [reply(text)],
    actions: [
      {
        target: word.target,
        action: { kind: 'undo', of: word.action, before: word.before },
        undoes: word.id,
      },
    ],
    news: [],
  }
}

/** A list of leads is no question about something to be done. */
function isQuestion({ pending }: StaffState): boolean {
  return pending !== null && !(pending.kind === 'which' && pending.command.kind === 'lead')
}

function effectsOf(word: OwnerWord, world: World): readonly string[] {
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
    case 'pause':
      return [say(world, 'owner.undo.pause', { name })]
    case 'resume':
      return [say(world, 'owner.undo.resume', { name })]
  }
}

function chargeOf({ name, before }: OwnerWord, world: World): string {
  const other = before.assignedTo
  if (other === null) return say(world, 'owner.undo.unassigned', { name })
  if (other.id === world.me.id) return say(world, 'owner.undo.assigned_me', { name })
  return say(world, 'owner.undo.assigned', { name, other: other.name })
}

function stageOf({ name, before, stageAfter }: OwnerWord, world: World): readonly string[] {
  if (before.stage === null || before.stage === stageAfter) return []
  const stage = stageText(before.stage, world.messages).toLowerCase()
  return [say(world, 'owner.undo.stage', { name, stage })]
}

function checkInOf({ checkIn }: OwnerWord, world: World): readonly string[] {
  if (checkIn === null) return []
  return [say(world, 'owner.undo.no_check_in', { day: weekdayNumber(checkIn, world.messages) })]
}
