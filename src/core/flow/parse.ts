import { checkShape } from './check-shape.js'
import { parseCondition } from './condition-file.js'
import { parseSteps, stepIds } from './parse-steps.js'
import type { Problem, Source } from './problem.js'
import { reportRepeated } from './repeated.js'
import { salvage } from './salvage.js'
import { flowShape, type RawFlow } from './shape.js'
import type { Flow } from './types.js'
import { parseWordings, type Reported } from './wordings.js'

/**
 * A flow file → as much of a Flow as can be made out, for checks that look further, and every problem found in
 * it at once.
 *
 * ```yaml
 * id: qualification
 * title: "Title for people"
 * mode: talk            # answers people (default); or `sequence`: woken by timers
 * questions: 4          # most questions one person is asked (default 4)
 * onSilence: silence    # sequence started when the bot waits for an answer
 * onSale: aftersale     # sequence started by a sale
 * slots: { fabric: option }   # besides the built-in ones: text number option yes_no date email phone
 *   # or { type: text, words: [..] }: also taken unasked from a clause where a word begins like these
 * steps:                # in order; `next` is the following step when it is not written
 *   - ask: [need, quantity]   # one slot or several
 *     id: order         # default: the slots' names joined by "-"; other steps: their kind and place
 *     label: "The order"   # any step: what the picture calls it, when its id does not read well
 *     any: true        # one of the slots is enough
 *     text: TEXTS
 *     only: { quantity: TEXTS }     # when just that one is missing
 *     hint: TEXTS                   # first repair
 *     options: [{ id, label: FORMS, words: [..], value, next }]   # no value: the slot is declined
 *     optionsText: TEXTS
 *     offer: repair     # options as second repair (default); or `always`
 *     yes: figure       # a bare yes means the figure on the table
 *     unsure: step      # where "no sé" leads
 *     anythingElse: option  # the option that any other answer counts as, instead of repairs
 *     spare: true       # asked only while a question is left
 *     atLeast: 1
 *     atMost: 999
 *     outside: TEXTS
 *     next: step
 *   - branch: [{ when: CONDITION, next: step }, { otherwise: step }]   # `otherwise`: the next step
 *     # both may have a `label`: what the picture writes on that way
 *   - do: { alert: "why" }    # or { handoff: "why" } { start: flow } { wait: name, after: P1D } { tag: t }
 *   - say: TEXTS
 *   - end: done         # or `handed`, `rest`
 * echoes: [{ of: [need, quantity], on: new, text: TEXTS }]
 *   # on: new (default) or changed; every: all of them just now; also: whatever was echoed before
 * scorecard: { threshold: 60, lines: [{ id, points, when: CONDITION, reason: "why", slot }] }
 * qualified: CONDITION
 * disqualified: [{ id, when: CONDITION, reason: "why", step }]
 * ```
 *
 * TEXTS: one text or a list of wordings, the most precise first. A wording is a text, FORMS
 * (`{usted, tú, vos}`, all three), or either with a condition: `{when: CONDITION, text: …}`,
 * `{when: CONDITION, usted: …, tú: …, vos: …}`. Texts may name `{variables}` (see `variables.ts`),
 * slots, `{precio:product}`, `{total:product}` and `{dato:fact}`.
 *
 * CONDITION: `{known: slot}` `{declined: slot}` `{missing: slot}` `{is: {slot: [values]}}`
 * `{number: {of: measure, atLeast: n, below: n}}` `{sign: name}` `{all: [..]}` `{any: [..]}`
 * `{not: ..}`; a list means all. What `is` compares is told by `valueWord` in `condition.ts`.
 */
export function readFlow(source: Source): ReadFlow {
  const checked = checkShape(flowShape, source)
  const problems: Problem[] = []
  if (checked.ok) {
    const flow = buildFlow(checked.value, { source, problems })
    return { flow, whole: true, problems }
  }
  const rest = flowShape.safeParse(salvage(source.data))
  const flow = rest.success ? buildFlow(rest.data, { source, problems }) : null
  return { flow, whole: false, problems: [...checked.error.problems, ...problems] }
}

type ReadFlow = {
  /** Null when too little of the file makes sense. */
  readonly flow: Flow | null
  /** Whether every step is the one that was written. */
  readonly whole: boolean
  readonly problems: readonly Problem[]
}

function buildFlow(raw: RawFlow, report: Reported): Flow {
  const ids = stepIds(raw.steps)
  reportRepeated(ids, ['steps'], report)
  const conditionOf = raw.qualified === undefined ? null : parseCondition(raw.qualified)
  return {
    id: raw.id,
    title: raw.title,
    hash: report.source.hash,
    mode: raw.mode ?? 'talk',
    start: ids[0] ?? '',
    steps: Object.fromEntries(parseSteps(raw.steps, ids, report).map((step) => [step.id, step])),
    order: ids,
    ...slotsOf(raw),
    questions: raw.questions ?? 4,
    echoes: echoesOf(raw, report),
    scorecard: scorecardOf(raw, report),
    qualification: conditionOf === null ? null : { needs: conditionOf },
    disqualifiers: disqualifiersOf(raw, report),
    onSilence: raw.onSilence ?? null,
    onSale: raw.onSale ?? null,
    afterTickets: raw.afterTickets ?? false,
  }
}

function slotsOf({ slots = {} }: RawFlow): Pick<Flow, 'slots' | 'slotWords'> {
  const entries = Object.entries(slots)
  return {
    slots: Object.fromEntries(
      entries.map(([name, slot]) => [name, typeof slot === 'string' ? slot : slot.type]),
    ),
    slotWords: Object.fromEntries(
      entries.flatMap(([name, slot]) => (typeof slot === 'string' ? [] : [[name, slot.words]])),
    ),
  }
}

function echoesOf(raw: RawFlow, report: Reported): Flow['echoes'] {
  return (raw.echoes ?? []).map((echo, index) => ({
    of: typeof echo.of === 'string' ? [echo.of] : echo.of,
    on: echo.on ?? 'new',
    every: echo.every ?? false,
    also: echo.also ?? false,
    text: parseWordings(echo.text, ['echoes', index, 'text'], report),
  }))
}

function scorecardOf({ scorecard }: RawFlow, report: Reported): Flow['scorecard'] {
  if (scorecard === undefined) return null
  const lines = scorecard.lines.map((line) => ({
    ...line,
    when: parseCondition(line.when),
    slot: line.slot ?? null,
  }))
  reportRepeated(
    lines.map((line) => line.id),
    ['scorecard', 'lines'],
    report,
  )
  return { threshold: scorecard.threshold, lines }
}

function disqualifiersOf(raw: RawFlow, report: Reported): Flow['disqualifiers'] {
  const rules = (raw.disqualified ?? []).map((rule) => ({
    ...rule,
    when: parseCondition(rule.when),
  }))
  reportRepeated(
    rules.map((rule) => rule.id),
    ['disqualified'],
    report,
  )
  return rules
}
