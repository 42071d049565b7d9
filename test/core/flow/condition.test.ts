import { expect, test } from 'vitest'
import { type Facts, holds } from '../../../src/core/flow/condition.js'
import type { Condition } from '../../../src/core/flow/types.js'
import type { Iso, Slot, Slots, SlotValue } from '../../../src/core/types.js'

const AT = '2026-03-10T15:00:00.000Z' as Iso

function known(value: SlotValue): Slot {
  return { status: 'known', value, said: '', confidence: 1, message: null, at: AT }
}

const SLOTS: Slots = {
  need: known('camisas'),
  authority: known('self'),
  urgency: known({ bucket: 'week', days: [1, 7] }),
  quantity: known(15),
  budget: known({ min: null, max: null, currency: null, none: true }),
  arrived: known(true),
  name: { status: 'declined', said: 'paso', message: null, at: AT },
}

const FACTS: Facts = {
  slot: (name) => SLOTS[name],
  measure: (measure) => (measure === 'quantity' ? 15 : null),
  sign: (sign) => sign === 'priced',
}

const YES: Condition = { kind: 'sign', name: 'priced' }
const NO: Condition = { kind: 'sign', name: 'told' }

const TABLE: readonly (readonly [Condition, boolean])[] = [
  [{ kind: 'known', slot: 'need' }, true],
  [{ kind: 'known', slot: 'name' }, false],
  [{ kind: 'known', slot: 'email' }, false],
  [{ kind: 'declined', slot: 'name' }, true],
  [{ kind: 'declined', slot: 'need' }, false],
  [{ kind: 'missing', slot: 'email' }, true],
  [{ kind: 'missing', slot: 'name' }, false],
  [{ kind: 'is', slot: 'authority', values: ['shared', 'self'] }, true],
  [{ kind: 'is', slot: 'authority', values: ['other'] }, false],
  [{ kind: 'is', slot: 'urgency', values: ['week'] }, true],
  [{ kind: 'is', slot: 'quantity', values: ['15'] }, true],
  [{ kind: 'is', slot: 'budget', values: ['none'] }, true],
  [{ kind: 'is', slot: 'arrived', values: ['yes'] }, true],
  [{ kind: 'is', slot: 'name', values: ['paso'] }, false],
  [{ kind: 'number', of: 'quantity', atLeast: 15, below: null }, true],
  [{ kind: 'number', of: 'quantity', atLeast: 16, below: null }, false],
  [{ kind: 'number', of: 'quantity', atLeast: null, below: 15 }, false],
  [{ kind: 'number', of: 'quantity', atLeast: 12, below: 16 }, true],
  [{ kind: 'number', of: 'budget', atLeast: null, below: 500000 }, false],
  [YES, true],
  [NO, false],
  [{ kind: 'all', of: [YES, YES] }, true],
  [{ kind: 'all', of: [YES, NO] }, false],
  [{ kind: 'all', of: [] }, true],
  [{ kind: 'any', of: [NO, YES] }, true],
  [{ kind: 'any', of: [] }, false],
  [{ kind: 'not', of: YES }, false],
  [{ kind: 'not', of: { kind: 'known', slot: 'email' } }, true],
]

test.each(TABLE)('%j holds: %s', (condition, expected) => {
  expect(holds(condition, FACTS)).toBe(expected)
})
