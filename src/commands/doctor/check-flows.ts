import type { Config } from '../../config.js'
import type { Business } from '../../core/business/types.js'
import { problemText } from '../../core/flow/problem.js'
import { type Messages, message } from '../../core/messages.js'
import { maskPhone } from '../../log.js'
import { loadFlows } from '../../project/load.js'
import type { Find, Finding } from './finding.js'

/** Phones of the shipped example: nobody answers there. */
const EXAMPLES: readonly string[] = ['+573000000001', '+573000000002', '+573000000003']

type ExaminedFlows = {
  readonly findings: readonly Finding[]
  readonly business: Business | null
}

/** What `flows check` says, and whether the business file is still the example. */
export async function examineFlows(
  { flowsDir }: Pick<Config, 'flowsDir'>,
  messages: Messages,
  find: Find,
): Promise<ExaminedFlows> {
  const loaded = await loadFlows(flowsDir)
  if (!loaded.ok) {
    const findings = loaded.error.problems.map((problem): Finding => {
      return { level: 'misconfigured', text: problemText(messages, problem) }
    })
    return { findings, business: null }
  }
  const { business, flows } = loaded.value
  const files = message(messages, 'flows.files', { n: flows.length + 1 })
  const steps = message(messages, 'flows.steps', {
    n: flows.reduce((sum, { order }) => sum + order.length, 0),
  })
  const findings = [find.fine('flows.fine', { files, steps }), ...exampleNotice(business, find)]
  return { findings, business }
}

function exampleNotice({ staff }: Business, find: Find): readonly Finding[] {
  const invented = staff.filter(({ phone }) => EXAMPLES.includes(phone))
  if (invented.length === 0) return []
  const who = invented.map(({ name, phone }) => `${name} ${maskPhone(phone)}`).join(', ')
  return [find.notice('doctor.example', { n: invented.length, who })]
}
