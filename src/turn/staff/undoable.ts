import type { OwnerAction, Undoable } from '../../core/conversation/events.js'
import type { OwnerWord } from '../../core/owner/types.js'
import * as words from '../../store/owner-words.js'

/** What words of before this was kept do not hold. */
const LACKING = { slots: {}, said: {}, attendedAt: null } as const

/** A word of the log as it may be taken back; null for what cannot be. */
export function undoableOf(word: words.OwnerWord): OwnerWord | null {
  const logged = { id: String(word.id), by: word.by, undone: word.undoneAt !== null, at: word.at }
  if (words.isAboutHouse(word)) {
    const { action, before } = word
    if (action.kind === 'undo_house') return null
    return { ...logged, scope: 'house', action, before: before.silence }
  }
  const action = undoableAction(word.action)
  if (action === null) return null
  const {
    name,
    stageAfter,
    checkIn,
    waiting: _,
    ended: __,
    ...before
  } = {
    ...LACKING,
    ...word.before,
  }
  // Sales of before their day was kept do not hold it.
  const soldAt = word.action.kind === 'sale' ? (word.action.at ?? null) : null
  const of = { target: word.about, name, action, before }
  return { ...logged, scope: 'lead', ...of, stageAfter, checkIn, soldAt }
}

function undoableAction(action: OwnerAction): Undoable | null {
  switch (action.kind) {
    case 'undo':
    case 'answer':
    case 'erase':
      return null
    case 'won':
    case 'sale':
      return { kind: 'won', saleId: action.saleId, amount: action.amount }
    case 'settle':
      return { kind: 'settle', ticket: action.ticket }
    case 'note':
      return { kind: 'note', id: action.id }
    case 'deliver_reward':
      return { kind: 'deliver_reward', referral: action.referral }
    case 'touch':
      return { kind: 'touch', id: action.id, of: action.of ?? 'call' }
    case 'quote':
      return { kind: 'quote', id: action.id, amount: action.amount }
    default:
      return { kind: action.kind }
  }
}
