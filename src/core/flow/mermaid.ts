import type { FlowGraph, NodeKind } from './draw.js'

/** What opens and closes each kind of box. */
const SHAPES: { readonly [K in NodeKind]: readonly [open: string, close: string] } = {
  say: ['["', '"]'],
  ask: ['("', '")'],
  branch: ['{"', '"}'],
  do: ['[["', '"]]'],
  end: ['(["', '"])'],
}

/**
 * The graph as a Mermaid flowchart. Boxes are called n0, n1 …: a step may be named as a word of
 * Mermaid's own. Whatever a label says, it is only text.
 */
export function mermaidOf({ nodes, edges }: FlowGraph): string {
  const names = new Map(nodes.map(({ id }, index) => [id, `n${index}`]))
  const boxes = nodes.map(({ id, kind, label }) => {
    const [open, close] = SHAPES[kind]
    return `  ${names.get(id)}${open}${escaped(label)}${close}`
  })
  const arrows = edges.flatMap(({ from, to, label }) => {
    const [start, end] = [names.get(from), names.get(to)]
    if (start === undefined || end === undefined) return []
    return [`  ${start} -->${label === null ? '' : `|"${escaped(label)}"|`} ${end}`]
  })
  return ['flowchart TD', ...boxes, ...arrows, ''].join('\n')
}

/** Everything that could mean something to Mermaid, Markdown or HTML, by its number. */
function escaped(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[^\p{L}\p{N}\p{M} .,¿?¡!·]/gu, (sign) => `#${sign.codePointAt(0)};`)
}
