import { DIRECT, META, REFERRED } from '../funnel/source-name.js'
import { type Messages, message } from '../messages.js'

const KEYS: { readonly [source: string]: string } = {
  [DIRECT]: 'owner.figures.source_direct',
  [REFERRED]: 'owner.figures.source_referred',
  [META]: 'owner.figures.source_meta',
}

/** Where people came from, or what money was spent on, as it is said. */
export function sourceText(source: string, messages: Messages): string {
  const key = KEYS[source]
  return key === undefined ? source : message(messages, key)
}
