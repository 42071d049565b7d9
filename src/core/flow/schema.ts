import { z } from 'zod'
import { flowShape } from './shape.js'

/** The JSON Schema of a flow file as text, for editors that complete and check while typing. */
export function flowSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(flowShape, { io: 'input' }), null, 2)}\n`
}
