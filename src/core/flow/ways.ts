import type { Flow, Step } from './types.js'

type Way = { readonly to: string; readonly path: readonly (string | number)[] }

/** Every step this one can lead to, with where in the step it is written. */
export function waysOf(step: Step): readonly Way[] {
  switch (step.kind) {
    case 'say':
    case 'do':
      return next(step.next)
    case 'ask':
      return [
        ...next(step.next),
        ...(step.unsure === null ? [] : [{ to: step.unsure, path: ['unsure'] }]),
        ...step.options.flatMap((option, index) =>
          option.next === null ? [] : [{ to: option.next, path: ['options', index, 'next'] }],
        ),
      ]
    case 'branch':
      return [
        ...step.cases.map((entry, index) => ({ to: entry.next, path: ['branch', index, 'next'] })),
        { to: step.otherwise, path: ['branch', step.cases.length, 'otherwise'] },
      ]
    case 'end':
      return []
  }
}

/** Steps where a conversation can begin: the first, and those that say no. */
export function entrancesOf(flow: Flow): readonly string[] {
  return [flow.start, ...flow.disqualifiers.map((rule) => rule.step)]
}

/** Ids that can be reached from `from`, these included, going only through steps that pass. */
export function reachable(
  flow: Flow,
  from: readonly string[],
  passes: (step: Step) => boolean = () => true,
): ReadonlySet<string> {
  const seen = new Set<string>()
  const open = [...from]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const step = flow.steps[id]
    if (step === undefined || seen.has(id) || !passes(step)) continue
    seen.add(id)
    open.push(...waysOf(step).map((way) => way.to))
  }
  return seen
}

function next(to: string | null): readonly Way[] {
  return to === null ? [] : [{ to, path: ['next'] }]
}
