import type { Sign, SignKind } from '../funnel/diagnosis.js'
import { DRAGGING_DAYS } from '../funnel/diagnosis.js'
import type { PointChange, Weights } from '../funnel/weights.js'
import { answer, changeHouse } from './answer.js'
import { cardText } from './card-text.js'
import type { Obeyed, StaffPending, StaffState, World } from './types.js'
import { say, undoable } from './wording.js'

/** How the business stands, and what its own history says about the scorecard. */
export type Diagnosis = {
  readonly signs: readonly Sign[]
  /** Of the alerts of late: those that became sales, those that came to nothing, those still open. */
  readonly alerts: { readonly good: number; readonly bad: number; readonly open: number }
  /** What was said against prices, in words, the commonest first. */
  readonly objections: readonly { readonly said: string; readonly count: number }[]
  readonly proposal: Proposal | null
}

export type Proposal = {
  readonly flow: string
  readonly changes: readonly PointChange[]
  /** What is accepted already, and what would be. */
  readonly before: Weights | null
  readonly after: Weights
}

const KEYS: { readonly [K in SignKind]: string } = {
  few_sales: 'owner.diagnosis.few_sales',
  dragging: 'owner.diagnosis.dragging',
  discounts: 'owner.diagnosis.discounts',
}

const ADVICE: { readonly [K in SignKind]: string } = {
  few_sales: 'owner.diagnosis.do_few_sales',
  dragging: 'owner.diagnosis.do_dragging',
  discounts: 'owner.diagnosis.do_discounts',
}

const TRENDS: { readonly [T in Sign['trend']]: string } = {
  better: 'owner.diagnosis.better',
  worse: 'owner.diagnosis.worse',
  same: 'owner.diagnosis.same',
  unknown: 'owner.diagnosis.unknown',
}

/** `diagnóstico`: the three signs with one thing to do about each, and what the alerts came to. */
export function diagnosisAnswer(staff: StaffState, world: World): Obeyed {
  const { signs, alerts, objections, proposal } = world.diagnose()
  const lines = [
    say(world, 'owner.diagnosis.title'),
    ...signs.map((sign) => signText(sign, world)),
    ...(objections.length === 0 ? [] : [objectionsText(objections, world)]),
    alertsText(alerts, world),
    ...(proposal === null ? [] : [proposalText(proposal, world)]),
  ]
  const text = lines.join('\n')
  if (proposal === null) return answer(staff, text)
  const { before, after } = proposal
  return answer(staff, text, { kind: 'weights', before, after })
}

/** One sign as one paragraph: the number, where it is going, the mark it is held against, what to do. */
export function signText(sign: Sign, words: Words): string {
  const { kind, threshold, verdict, trend, before } = sign
  const said = signFact(sign, words)
  if (verdict === 'few') return cardText(words, 'owner.diagnosis.too_few', { text: said })
  const params = { before: percent(before) }
  const text = `${said} ${cardText(words, TRENDS[trend], params)}`
  if (verdict === 'fine') {
    return cardText(words, 'owner.diagnosis.fine', { text, threshold: percent(threshold) })
  }
  const todo = signAdvice(kind, words)
  return cardText(words, 'owner.diagnosis.bad', { text, threshold: percent(threshold), todo })
}

type Words = Pick<World, 'messages' | 'business'>

/** The number of a sign, without what is thought of it. */
export function signFact({ kind, part, of, rate }: Sign, words: Words): string {
  const people = cardText(words, 'owner.report.people', { n: of })
  const params = { n: part, part, of, people, rate: percent(rate), days: DRAGGING_DAYS }
  return cardText(words, KEYS[kind], params)
}

/** The one thing to do about it. */
export function signAdvice(kind: SignKind, words: Words): string {
  return cardText(words, ADVICE[kind])
}

function percent(value: number | null): number {
  return Math.round((value ?? 0) * 100)
}

function alertsText({ good, bad, open }: Diagnosis['alerts'], world: World): string {
  if (good + bad + open === 0) return say(world, 'owner.diagnosis.no_alerts')
  return say(world, 'owner.diagnosis.alerts', { good, bad, open })
}

function objectionsText(objections: Diagnosis['objections'], world: World): string {
  const each = objections.map(({ said, count }) =>
    say(world, 'owner.diagnosis.objection', { said, n: count }),
  )
  return say(world, 'owner.diagnosis.objections', { each: each.join(' · ') })
}

function proposalText({ changes }: Proposal, world: World): string {
  const lines = changes.map(({ reason, from, to }) =>
    say(world, 'owner.diagnosis.change', { reason, from, to }),
  )
  return [
    say(world, 'owner.diagnosis.proposal'),
    ...lines,
    say(world, 'owner.diagnosis.accept'),
  ].join('\n')
}

type Pending = Extract<StaffPending, { kind: 'weights' }>

/** The answer to whether the scorecard is to weigh so from now on. */
export function weigh(
  isYes: boolean,
  { before, after }: Pending,
  staff: StaffState,
  world: World,
): Obeyed {
  if (!isYes) return answer(staff, say(world, 'owner.diagnosis.left'))
  const settled: StaffState = { ...staff, pending: null }
  const text = undoable(world, say(world, 'owner.diagnosis.weighed'))
  return changeHouse(settled, { kind: 'weigh', before, after }, text)
}
