import { expect, test } from 'vitest'
import { strands } from '../../../src/core/flow/strands.js'
import type { FlowHash } from '../../../src/core/types.js'
import { flowOf } from './written.js'

test('conversations on another version, or on a flow that is gone, end on the old one', () => {
  const flow = flowOf('id: venta\ntitle: "Venta"\nsteps: [{ end: done }]\n')
  const old = 'aaaaaaaaaaaaaaaa' as FlowHash
  const live = [
    { flow: 'venta', hash: flow.hash, conversations: 5 },
    { flow: 'venta', hash: old, conversations: 12 },
    { flow: 'otra', hash: old, conversations: 1 },
    { flow: 'venta', hash: 'bbbbbbbbbbbbbbbb' as FlowHash, conversations: 0 },
  ]
  expect(strands(live, [flow])).toEqual([live[1], live[2]])
})
