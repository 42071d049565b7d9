import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** What a prospect of the benches writes, in order: `bench/conversation.json`. */
export function readConversation(): readonly string[] {
  const url = new URL('../../../bench/conversation.json', import.meta.url)
  return z.array(z.string()).parse(JSON.parse(readFileSync(url, 'utf8')))
}
