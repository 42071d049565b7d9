import type { Slot, SlotValue } from '../types.js'
import type { Condition, Measure, Sign } from './types.js'

/** What a condition may look at. */
export type Facts = {
  slot(name: string): Slot | undefined
  measure(measure: Measure): number | null
  sign(sign: Sign): boolean
}

/** Whether the condition holds. A figure nobody knows satisfies no comparison. */
export function holds(condition: Condition, facts: Facts): boolean {
  switch (condition.kind) {
    case 'known':
    case 'declined':
      return facts.slot(condition.slot)?.status === condition.kind
    case 'missing':
      return facts.slot(condition.slot) === undefined
    case 'is':
      return isOneOf(facts.slot(condition.slot), condition.values)
    case 'number':
      return within(facts.measure(condition.of), condition.atLeast, condition.below)
    case 'sign':
      return facts.sign(condition.name)
    case 'all':
      for (const part of condition.of) if (!holds(part, facts)) return false
      return true
    case 'any':
      for (const part of condition.of) if (holds(part, facts)) return true
      return false
    case 'not':
      return !holds(condition.of, facts)
  }
}

/** Names of every slot a condition mentions, in order, repeated as often as it does. */
export function slotsOf(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'known':
    case 'declined':
    case 'missing':
    case 'is':
      return [condition.slot]
    case 'all':
    case 'any':
      return condition.of.flatMap(slotsOf)
    case 'not':
      return slotsOf(condition.of)
    case 'number':
    case 'sign':
      return []
  }
}

/**
 * A slot's value as a flow file names it: the bucket of a date (`week`), `yes` and `no`, `none` for
 * a budget without a figure and `some` for one with it, else the value itself.
 */
function valueWord(value: SlotValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value !== 'object') return String(value)
  if ('bucket' in value) return value.bucket
  return value.none ? 'none' : 'some'
}

function isOneOf(slot: Slot | undefined, values: readonly string[]): boolean {
  return slot?.status === 'known' && values.includes(valueWord(slot.value))
}

function within(value: number | null, atLeast: number | null, below: number | null): boolean {
  if (value === null) return false
  return (atLeast === null || value >= atLeast) && (below === null || value < below)
}
