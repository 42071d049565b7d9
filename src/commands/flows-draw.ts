import type { Config } from '../config.js'
import { graphOf } from '../core/flow/draw.js'
import { mermaidOf } from '../core/flow/mermaid.js'
import { nearest } from '../core/flow/nearest.js'
import type { Flow } from '../core/flow/types.js'
import { message } from '../core/messages.js'
import { complain, type ExitCode, type Io, printLine } from './io.js'
import { withProject } from './with-project.js'

/**
 * `flows draw [flow …] [--format mermaid]`: the flows as Mermaid in fenced blocks, as GitHub and
 * most editors show them; all of them when none is named.
 */
export async function flowsDraw(
  args: readonly string[],
  config: Pick<Config, 'flowsDir'>,
  io: Io,
): Promise<ExitCode> {
  const asked = namesIn(args)
  if (typeof asked === 'string') {
    complain(io, message(io.messages, 'flows.draw.option', { option: asked }))
    return 2
  }
  return withProject(config, io, ({ flows }) => print(flows, asked, io))
}

async function print(flows: readonly Flow[], asked: readonly string[], io: Io): Promise<ExitCode> {
  const unknown = asked.filter((name) => !flows.some(({ id }) => id === name))
  for (const name of unknown) complain(io, unknownText(name, flows, io))
  if (unknown.length > 0) return 2
  const wanted = flows.filter(({ id }) => asked.length === 0 || asked.includes(id))
  printLine(io, wanted.map((flow) => blockOf(flow, io)).join('\n\n'))
  return 0
}

/** The names asked for, or the first word that is no name and no known option. */
function namesIn(args: readonly string[]): readonly string[] | string {
  const names = args.filter((word) => !word.startsWith('-'))
  const stray = args.find((word) => word.startsWith('-') && !/^--format(=mermaid)?$/.test(word))
  if (stray !== undefined) return stray
  const at = args.indexOf('--format')
  if (at < 0) return names
  const format = args[at + 1] ?? ''
  return format === 'mermaid'
    ? args.filter((word, index) => index !== at + 1 && !word.startsWith('-'))
    : `--format ${format}`.trim()
}

function blockOf(flow: Flow, { messages }: Io): string {
  return `### ${flow.title}\n\n\`\`\`mermaid\n${mermaidOf(graphOf(flow, messages))}\`\`\``
}

function unknownText(name: string, flows: readonly Flow[], { messages }: Io): string {
  const ids = flows.map(({ id }) => id)
  const near = nearest(name, ids)
  return near === null
    ? message(messages, 'flows.unknown_flow', { name, list: ids.join(', ') })
    : message(messages, 'flows.unknown_flow_near', { name, near, list: ids.join(', ') })
}
