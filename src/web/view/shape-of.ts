import { type Messages, wordingOf } from '../../core/messages.js'

const shapes = new Map<string, RegExp>()

/**
 * The sentence under a key as a pattern with a group for each of its parameters: what was written
 * with it is known again by it. More may follow after a middle dot.
 */
export function shapeOf(key: string, messages: Messages): RegExp {
  const sentence = wordingOf(messages, key, { treatment: 'usted', turn: 0 })
  const known = shapes.get(sentence)
  if (known !== undefined) return known
  const pattern = sentence
    .split(/(\{\w+\})/)
    .map((part) => /^\{(\w+)\}$/.exec(part)?.[1] ?? part)
    .map((part, at) => (at % 2 === 1 ? groupOf(part) : part.replace(/[*.()?+[\]{}|^$\\]/g, '\\$&')))
    .join('')
  const shape = new RegExp(`^${pattern}(?: · .*)?$`, 'u')
  shapes.set(sentence, shape)
  return shape
}

function groupOf(name: string): string {
  return name === 'score' ? '(?<score>\\d{1,3})' : `(?<${name}>.+?)`
}
