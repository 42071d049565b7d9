import type { Outgoing } from '../core/types.js'

/**
 * A message as plain text: linked devices show no buttons, so options become numbered lines under
 * the text ("1. Sí"), in the order in which a bare number chooses them.
 */
export function renderNumbered(message: Outgoing): string {
  if (message.kind === 'text') return message.text
  const lines = message.options.map((option, at) => `${at + 1}. ${option.label}`)
  return [message.text, ...lines].join('\n')
}

/**
 * Parts of at most `limit` UTF-16 units, cut at the widest pause that fits: paragraph, line,
 * sentence, word, and only in a run without any pause between two characters.
 */
export function splitLong(text: string, limit: number): readonly string[] {
  const parts: string[] = []
  let rest = text.trim()
  while (rest.length > limit) {
    const end = cut(rest, limit)
    parts.push(rest.slice(0, end).trimEnd())
    rest = rest.slice(end).trimStart()
  }
  return rest === '' ? parts : [...parts, rest]
}

const PAUSES = ['\n\n', '\n', '. ', ' ']

function cut(text: string, limit: number): number {
  const window = text.slice(0, limit + 1)
  for (const pause of PAUSES) {
    const at = window.lastIndexOf(pause)
    if (at > 0) return at + pause.trimEnd().length
  }
  return splitsPair(text, limit) ? Math.max(limit - 1, 2) : limit
}

// An emoji is two units long: half of it would reach the phone as a question mark.
function splitsPair(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff
}
