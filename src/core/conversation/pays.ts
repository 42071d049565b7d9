import { wordList } from '../business/word-list.js'
import type { Found } from '../understanding/types.js'
import type { Draft } from './draft.js'
import type { Heard } from './heard.js'

/** "ahorita te hago la transferencia", "ya quedó el anticipo": they pay, and ask nothing about how one does. */
export function saysTheyPay({ context }: Pick<Draft, 'context'>, { words, text }: Heard): boolean {
  if (text.includes('?')) return false
  const list = (key: string): readonly string[] => wordList(context.messages, key)
  // "no te deposito nada hasta ver una muestra", "si me queda bien le consigno": not yet.
  if (words.some((word) => list('order.not_paying').includes(word))) return false
  const said = ` ${words.join(' ')} `
  return list('order.pays').some((phrase) => said.includes(` ${phrase}`))
}

/** Whoever pays agrees to the figure on the table. */
export function yesByPaying(draft: Draft, heard: Heard): Found<boolean> | null {
  if (!saysTheyPay(draft, heard)) return null
  const { text } = heard
  return { value: true, said: text.slice(0, 200), span: [0, text.length], confidence: 0.8 }
}
