import { amountText } from '../business/money-text.js'
import { type Messages, message } from '../messages.js'
import type { Condition, Measure } from './types.js'

/** A condition as a person reads it on a picture: "falta el presupuesto y hay precio". */
export function conditionText(condition: Condition, messages: Messages): string {
  const say = (key: string, params = {}): string => message(messages, `flows.draw.${key}`, params)
  switch (condition.kind) {
    case 'known':
    case 'declined':
    case 'missing':
      return say(condition.kind, { slot: slotText(condition.slot, messages) })
    case 'is': {
      const values = condition.values.map((value) => valueText(value, messages)).join(', ')
      return say('is', { slot: slotText(condition.slot, messages), values })
    }
    case 'number':
      return numberText(condition, messages)
    case 'sign':
      return say(`sign.${condition.name}`)
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => conditionText(part, messages))
      return parts.join(say(condition.kind))
    }
    case 'not':
      return say('not', { condition: conditionText(condition.of, messages) })
  }
}

/** A slot by its name for people; one that a flow made up by its own. */
function slotText(slot: string, messages: Messages): string {
  const key = `owner.slots.${slot}`
  return key in messages ? message(messages, key) : slot.replace(/[-_]+/g, ' ')
}

function valueText(value: string, messages: Messages): string {
  const key = `flows.draw.value.${value}`
  return key in messages ? message(messages, key) : value
}

type Comparison = Extract<Condition, { kind: 'number' }>

const MONEY: readonly Measure[] = ['budget', 'total', 'shortfall']

function numberText({ of, atLeast, below }: Comparison, messages: Messages): string {
  // A flow file says neither country nor currency; thousands are parted as most of its readers do.
  const figure = (n: number | null): string =>
    n === null ? '' : MONEY.includes(of) ? amountText(n, '') : String(n)
  const measure = message(messages, `flows.draw.measure.${of}`)
  const params = { measure, from: figure(atLeast), to: figure(below) }
  if (atLeast === null) return message(messages, 'flows.draw.below', params)
  return message(messages, below === null ? 'flows.draw.at_least' : 'flows.draw.between', params)
}
