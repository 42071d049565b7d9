import type { FlowFile } from './check.js'
import { slotsOf } from './condition.js'
import type { Path, Problem } from './problem.js'
import type { AskStep, Condition, Flow, Step, Wordings } from './types.js'
import { SLOT_KEYS, STEP_KEYS, unknownName } from './unknown-name.js'
import { BUILT_IN_SLOTS } from './variables.js'
import { waysOf } from './ways.js'
import { problemAt } from './wordings.js'

/** Names of steps that do not exist. */
export function checkNames({ flow, source }: FlowFile): readonly Problem[] {
  const ways = flow.order.flatMap((id, index) => {
    const step = flow.steps[id]
    if (step === undefined) return []
    return waysOf(step).map((way) => ({ to: way.to, path: ['steps', index, ...way.path] }))
  })
  const rules = flow.disqualifiers.map((rule, index) => ({
    to: rule.step,
    path: ['disqualified', index, 'step'],
  }))
  return [...ways, ...rules].flatMap(({ to, path }) => {
    // An empty name was already told: a branch without `otherwise`.
    if (to === '') return []
    return unknownName(source, { path, name: to, known: flow.order, keys: STEP_KEYS })
  })
}

/** What an ask step says about its own slots and options. */
export function checkAsk({ flow, source }: FlowFile): readonly Problem[] {
  return flow.order.flatMap((id, index) => {
    const step = flow.steps[id]
    if (step?.kind !== 'ask') return []
    const foreign = Object.keys(step.only).filter((slot) => !step.slots.includes(slot))
    return [
      ...foreign.map((name) =>
        problemAt(source, ['steps', index, 'only', name], 'flows.not_asked_here', {
          name,
          list: step.slots.join(', '),
        }),
      ),
      ...step.slots
        .filter((slot) => flow.slots[slot] === 'option' && step.options.length === 0)
        .map((name) => problemAt(source, ['steps', index], 'flows.no_options', { name })),
      ...unknownOption(step).map((params) =>
        problemAt(source, ['steps', index, 'anythingElse'], 'flows.unknown_option', params),
      ),
    ]
  })
}

function unknownOption(step: AskStep): readonly Problem['params'][] {
  const ids = step.options.map((option) => option.id)
  const name = step.anythingElse
  return name === null || ids.includes(name) ? [] : [{ name, list: ids.join(', ') }]
}

/** Names of slots that nobody declared, wherever a flow may write one. */
export function checkConditions({ flow, source }: FlowFile): readonly Problem[] {
  const known = [...BUILT_IN_SLOTS, ...Object.keys(flow.slots)]
  return slotUses(flow).flatMap(({ slot, path }) =>
    unknownName(source, { path, name: slot, known, keys: SLOT_KEYS }),
  )
}

type Use = { readonly slot: string; readonly path: Path }

function slotUses(flow: Flow): readonly Use[] {
  return [
    ...flow.order.flatMap((id, index) => stepUses(flow.steps[id], ['steps', index])),
    ...flow.echoes.flatMap((echo, index) => [
      ...echo.of.map((slot) => ({ slot, path: ['echoes', index, 'of'] })),
      ...wordingUses(echo.text, ['echoes', index, 'text']),
    ]),
    ...(flow.scorecard?.lines ?? []).flatMap((line, index) => {
      const path = ['scorecard', 'lines', index]
      const proof = line.slot === null ? [] : [{ slot: line.slot, path: [...path, 'slot'] }]
      return [...uses(line.when, [...path, 'when']), ...proof]
    }),
    ...(flow.qualification === null ? [] : uses(flow.qualification.needs, ['qualified'])),
    ...flow.disqualifiers.flatMap((rule, index) =>
      uses(rule.when, ['disqualified', index, 'when']),
    ),
  ]
}

function stepUses(step: Step | undefined, path: Path): readonly Use[] {
  switch (step?.kind) {
    case 'ask':
      return [
        ...step.slots.map((slot) => ({ slot, path: [...path, 'ask'] })),
        ...wordingUses(step.text, [...path, 'text']),
        ...Object.entries(step.only).flatMap(([slot, texts]) =>
          wordingUses(texts, [...path, 'only', slot]),
        ),
        ...wordingUses(step.hint, [...path, 'hint']),
        ...wordingUses(step.optionsText, [...path, 'optionsText']),
        ...wordingUses(step.outside, [...path, 'outside']),
      ]
    case 'say':
      return wordingUses(step.text, [...path, 'say'])
    case 'branch':
      return step.cases.flatMap((entry, index) =>
        uses(entry.when, [...path, 'branch', index, 'when']),
      )
    default:
      return []
  }
}

function wordingUses(wordings: Wordings, path: Path): readonly Use[] {
  return wordings.flatMap(({ when }, index) => (when === null ? [] : uses(when, [...path, index])))
}

function uses(condition: Condition, path: Path): readonly Use[] {
  return slotsOf(condition).map((slot) => ({ slot, path }))
}
