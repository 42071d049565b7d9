import { checkBusiness } from '../business/check.js'
import type { Business } from '../business/types.js'
import { checkAsk, checkConditions, checkNames } from './check-names.js'
import { checkQuestions } from './check-questions.js'
import { checkTexts, type Vocabulary } from './check-texts.js'
import { checkWays } from './check-ways.js'
import type { Path, Problem, Source } from './problem.js'
import type { Flow } from './types.js'
import { FLOW_KEYS, unknownName } from './unknown-name.js'
import { BUILT_IN_SLOTS, VARIABLES } from './variables.js'
import { problemAt } from './wordings.js'

export type FlowFile = {
  readonly flow: Flow
  readonly source: Source
  /** False when steps with problems were left out: then nobody can say what leads where. */
  readonly whole: boolean
}

type Checked = {
  readonly files: readonly FlowFile[]
  readonly business: { readonly value: Business; readonly source: Source } | null
  /**
   * Ids of every flow there is, those of files with other problems included; null when some file
   * could not be read at all, so that nobody can say what is missing.
   */
  readonly flowIds: readonly string[] | null
}

/**
 * What is wrong among files that are each well formed: names that lead nowhere, ways that never end,
 * texts that cannot be said. Sorted by nobody; see `sortProblems`.
 */
export function checkFlows(checked: Checked): readonly Problem[] {
  const { files, business, flowIds } = checked
  return [
    ...files.flatMap((file) => checkFlow(file, business?.value ?? null)),
    ...files.flatMap((file) => (flowIds === null ? [] : checkFlowNames(file, flowIds))),
    ...repeatedFlows(files),
    ...(business === null ? [] : checkBusiness(business.value, business.source, flowIds)),
  ]
}

function checkFlow(file: FlowFile, business: Business | null): readonly Problem[] {
  return [
    ...checkNames(file),
    ...checkConditions(file),
    ...checkAsk(file),
    ...checkWays(file),
    ...checkQuestions(file),
    ...checkTexts(file, vocabulary(file.flow, business)),
  ]
}

/** What a text may name; products and facts are unknown while the business file has problems. */
function vocabulary(flow: Flow, business: Business | null): Vocabulary {
  return {
    variables: [...VARIABLES, ...BUILT_IN_SLOTS, ...Object.keys(flow.slots)],
    products: business?.products.map(({ id }) => id) ?? null,
    facts: business?.facts.map(({ id }) => id) ?? null,
  }
}

function checkFlowNames({ flow, source }: FlowFile, ids: readonly string[]): readonly Problem[] {
  const starts = flow.order.map((id, index): readonly [Path, string | null] => {
    const step = flow.steps[id]
    const started = step?.kind === 'do' && step.action.kind === 'start' ? step.action.flow : null
    return [['steps', index, 'do', 'start'], started]
  })
  const named: readonly (readonly [Path, string | null])[] = [
    [['onSilence'], flow.onSilence],
    [['onSale'], flow.onSale],
    ...starts,
  ]
  return named.flatMap(([path, name]) =>
    name === null ? [] : unknownName(source, { path, name, known: ids, keys: FLOW_KEYS }),
  )
}

function repeatedFlows(files: readonly FlowFile[]): readonly Problem[] {
  return files.flatMap(({ flow, source }, index) => {
    const first = files.findIndex((file) => file.flow.id === flow.id)
    const other = files[first]?.source.file ?? ''
    if (first === index) return []
    return [problemAt(source, ['id'], 'flows.repeated_flow', { name: flow.id, other })]
  })
}
