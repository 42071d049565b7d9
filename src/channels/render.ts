import type { Outgoing } from '../core/types.js'

/**
 * A message as plain text: linked devices show no buttons, so options become numbered lines under
 * the text ("1. Sí"), in the order in which a bare number chooses them.
 */
export function renderNumbered(message: Outgoing): string {
  if (message.kind !== 'options') return message.text
  const lines = message.options.map((option, at) => `${at + 1}. ${option.label}`)
  return [message.text, ...lines].join('\n')
}
