import type { RawCondition } from './condition-shape.js'
import type { Condition } from './types.js'

/** A condition as written in YAML, already checked, as the engine reads it. A list means all. */
export function parseCondition(raw: RawCondition): Condition {
  if (isList(raw)) return { kind: 'all', of: raw.map(parseCondition) }
  if ('known' in raw) return { kind: 'known', slot: raw.known }
  if ('declined' in raw) return { kind: 'declined', slot: raw.declined }
  if ('missing' in raw) return { kind: 'missing', slot: raw.missing }
  if ('is' in raw) return every(Object.entries(raw.is).map(isCondition))
  if ('number' in raw) {
    const { of, atLeast = null, below = null } = raw.number
    return { kind: 'number', of, atLeast, below }
  }
  if ('sign' in raw) return { kind: 'sign', name: raw.sign }
  if ('all' in raw) return { kind: 'all', of: raw.all.map(parseCondition) }
  if ('any' in raw) return { kind: 'any', of: raw.any.map(parseCondition) }
  return { kind: 'not', of: parseCondition(raw.not) }
}

type Scalar = string | number | boolean

function isCondition([slot, values]: [string, Scalar | readonly Scalar[]]): Condition {
  const list = typeof values === 'object' ? values : [values]
  return { kind: 'is', slot, values: list.map(word) }
}

function word(value: Scalar): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}

function every(parts: readonly Condition[]): Condition {
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : { kind: 'all', of: parts }
}

function isList(raw: RawCondition): raw is readonly RawCondition[] {
  return Array.isArray(raw)
}
