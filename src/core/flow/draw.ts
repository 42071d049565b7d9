import { type Messages, message } from '../messages.js'
import { conditionText } from './condition-text.js'
import type { BranchStep, Flow, Step } from './types.js'
import { entrancesOf, waysOf } from './ways.js'

export type NodeKind = Step['kind']

export type FlowNode = { readonly id: string; readonly kind: NodeKind; readonly label: string }

export type FlowEdge = {
  readonly from: string
  readonly to: string
  /** When this way is taken; null where there is no choice. */
  readonly label: string | null
}

/** Between the reasons for which one way is taken. */
export const OR = ' · '

export type FlowGraph = { readonly nodes: readonly FlowNode[]; readonly edges: readonly FlowEdge[] }

/**
 * A flow as a picture has it: its steps in the order in which a conversation walks them, and one
 * edge for each pair of steps that one leads to the other. A rule that ends an inquiry from anywhere
 * is a branch of its own (`rule:id`) that nothing leads to.
 */
export function graphOf(flow: Flow, messages: Messages): FlowGraph {
  const steps = walkOf(flow).flatMap((id) => flow.steps[id] ?? [])
  const rulesOf = (step: Step) => flow.disqualifiers.filter((rule) => rule.step === step.id)
  return {
    nodes: steps.flatMap((step): readonly FlowNode[] => [
      ...rulesOf(step).map(({ id, reason }) => ({
        id: ruleId(id),
        kind: 'branch' as const,
        label: capitalised(reason),
      })),
      { id: step.id, kind: step.kind, label: stepLabel(step) },
    ]),
    edges: steps.flatMap((step) => [
      ...rulesOf(step).map(({ id }) => ({ from: ruleId(id), to: step.id, label: null })),
      ...edgesOf(step, messages),
    ]),
  }
}

/** What a person reads for a step: its label, or its id in words. */
export function stepLabel({ id, label }: Pick<Step, 'id' | 'label'>): string {
  // Versions kept from before labels have none.
  return label ?? capitalised(id.replace(/[-_]+/g, ' '))
}

/** Every step after those that lead to it, steps side by side as the file has them. */
function walkOf(flow: Flow): readonly string[] {
  const place = new Map(flow.order.map((id, index) => [id, index]))
  const last = (a: string, b: string): number => (place.get(b) ?? 0) - (place.get(a) ?? 0)
  const seen = new Set<string>()
  const finished: string[] = []
  const visit = (id: string): void => {
    const step = flow.steps[id]
    if (step === undefined || seen.has(id)) return
    seen.add(id)
    for (const to of waysOf(step)
      .map((way) => way.to)
      .toSorted(last))
      visit(to)
    finished.push(id)
  }
  for (const id of entrancesOf(flow).toReversed()) visit(id)
  return finished.toReversed()
}

function ruleId(id: string): string {
  // No step is called so: names hold no colon.
  return `rule:${id}`
}

/** The ways out of a step, those that lead to the same one as one edge. */
function edgesOf(step: Step, messages: Messages): readonly FlowEdge[] {
  const ways = labelledWays(step, messages)
  return [...new Set(ways.map(({ to }) => to))].map((to) => {
    const labels = ways.filter((way) => way.to === to).map(({ label }) => label)
    const open = labels.includes(null)
    return { from: step.id, to, label: open ? null : [...new Set(labels)].join(OR) }
  })
}

type LabelledWay = { readonly to: string; readonly label: string | null }

function labelledWays(step: Step, messages: Messages): readonly LabelledWay[] {
  switch (step.kind) {
    case 'ask': {
      const options = step.options.flatMap(({ label, next }) =>
        next === null ? [] : [{ to: next, label: label.usted }],
      )
      const { unsure } = step
      const lost =
        unsure === null ? [] : [{ to: unsure, label: message(messages, 'flows.draw.unsure') }]
      return [...onward(step.next), ...lost, ...options]
    }
    case 'branch':
      return branchWays(step, messages)
    case 'say':
    case 'do':
      return onward(step.next)
    case 'end':
      return []
  }
}

function branchWays(step: BranchStep, messages: Messages): readonly LabelledWay[] {
  const fallback = step.otherwiseLabel ?? message(messages, 'flows.draw.otherwise')
  return [
    ...step.cases.map(({ when, next, label }) => ({
      to: next,
      label: label ?? conditionText(when, messages),
    })),
    { to: step.otherwise, label: fallback },
  ]
}

function onward(next: string | null): readonly LabelledWay[] {
  return next === null ? [] : [{ to: next, label: null }]
}

function capitalised(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('es') + text.slice(1)
}
