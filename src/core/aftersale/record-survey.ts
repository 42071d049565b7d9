import { type Draft, patchContact, patchInquiry } from '../conversation/draft.js'
import type { AttributeAnswer } from '../conversation/effects.js'
import { slotOf } from '../conversation/note-slot.js'
import type { Action } from '../flow/action.js'
import type { Slot } from '../types.js'
import { openTicket } from './open-ticket.js'
import { saysWhy } from './says-why.js'
import { inviteLater } from './tribe.js'

type Survey = Extract<Action, { kind: 'survey' }>

/** From here on somebody would recommend the business of their own accord, up to there they would warn. */
const PROMOTER = 9
const DETRACTOR = 6

/**
 * Keeps what they answered to how it went, in their own words: the newest answer is how content they are.
 * A complaint beside a good mark is a ticket all the same.
 */
export function recordSurvey(draft: Draft, action: Survey): void {
  const { survey, slot } = action
  const score = slot === null ? null : scoreIn(draft, slot)
  // "Prefiero no decir" is no answer.
  if (slot !== null && score === null) return
  const answers = survey === 'expectation' ? attributesIn(draft) : []
  const said = draft.heardText ?? ''
  draft.effects.push({ kind: 'survey', survey, score, said })
  if (answers.length > 0) draft.effects.push({ kind: 'attributes', answers })
  const good = action.good ?? goodBy(draft, score, answers)
  const satisfaction = { kind: survey, score, good, at: draft.context.now }
  patchContact(draft, { satisfaction })
  if (action.comment !== null) keepComment(draft, action.comment, said)
  const warned = score !== null && score <= DETRACTOR
  if (draft.upset && !warned && action.good !== false) openTicket(draft, 'complaint')
  inviteLater(draft)
}

function goodBy(draft: Draft, score: number | null, answers: readonly AttributeAnswer[]): boolean {
  if (score !== null) return score >= PROMOTER
  return !draft.upset && answers.every(({ level }) => level !== 'below')
}

function scoreIn(draft: Draft, name: string): number | null {
  const slot = slotOf(draft, name)
  return slot?.status === 'known' && typeof slot.value === 'number' ? slot.value : null
}

const LEVELS = ['above', 'met', 'below'] as const

/** The answers in the order in which the business names what it is judged by. */
function attributesIn(draft: Draft): readonly AttributeAnswer[] {
  return draft.context.business.attributes.flatMap(({ id }, index) => {
    const slot = slotOf(draft, `atributo-${index + 1}`)
    const level = LEVELS.find((each) => slot?.status === 'known' && slot.value === each)
    return level === undefined ? [] : [{ attribute: id, level }]
  })
}

/** "un 9, la tela no se arruga": what they would be asked next is said already. */
function keepComment(draft: Draft, name: string, said: string): void {
  if (slotOf(draft, name) !== undefined || !saysWhy(said, draft.context.messages)) return
  const value = said.trim().slice(0, LONGEST)
  const at = draft.context.now
  const slot: Slot = { status: 'known', value, said: value, confidence: 0.8, message: null, at }
  patchInquiry(draft, { slots: { ...draft.inquiry?.slots, [name]: slot } })
  draft.effects.push({ kind: 'slot', inquiry: draft.inquiry?.id ?? null, name, slot })
}

const LONGEST = 500
