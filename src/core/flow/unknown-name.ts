import { nearest } from './nearest.js'
import type { Path, Problem, Source } from './problem.js'
import { problemAt } from './wordings.js'

export type UnknownName = {
  readonly path: Path
  readonly name: string
  /** The names there are. */
  readonly known: readonly string[]
  /** Sentences without and with a suggestion; both get `name` and `list`, the second `near`. */
  readonly keys: readonly [plain: string, near: string]
}

/** The problem of a name that is not among the known ones; nothing when it is. */
export function unknownName(source: Source, wrong: UnknownName): readonly Problem[] {
  const { path, name, known, keys } = wrong
  if (known.includes(name)) return []
  const near = nearest(name, known)
  const params = { name, list: known.join(', ') }
  if (near === null) return [problemAt(source, path, keys[0], params)]
  return [problemAt(source, path, keys[1], { ...params, near })]
}

export const STEP_KEYS = ['flows.unknown_step', 'flows.unknown_step_near'] as const
export const SLOT_KEYS = ['flows.unknown_slot', 'flows.unknown_slot_near'] as const
export const FLOW_KEYS = ['flows.unknown_flow', 'flows.unknown_flow_near'] as const
export const PERSONA_KEYS = ['flows.unknown_persona', 'flows.unknown_persona_near'] as const
export const PRODUCT_KEYS = ['flows.unknown_product', 'flows.unknown_product_near'] as const
export const FACT_KEYS = ['flows.unknown_fact', 'flows.unknown_fact_near'] as const
export const VARIABLE_KEYS = ['flows.unknown_variable', 'flows.unknown_variable_near'] as const
