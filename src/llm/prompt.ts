import { createHash } from 'node:crypto'
import { parse } from 'yaml'
import { z } from 'zod'
import type { LlmQuestion } from '../core/conversation/events.js'

export type Prompt = {
  readonly task: LlmQuestion['task']
  readonly version: number
  /** How able a model it needs; which one that is, is a setting. */
  readonly class: 'small' | 'large'
  readonly temperature: number
  readonly maxTokens: number
  readonly body: string
  /** First 16 hexadecimal digits of the SHA-256 of the whole file: kept beside every answer. */
  readonly hash: string
}

const FILE = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/
const COMMENT = /<!--[\s\S]*?-->/g

const front = z.object({
  task: z.literal('answer'),
  version: z.int().positive(),
  class: z.enum(['small', 'large']),
  temperature: z.number().min(0).max(2),
  maxTokens: z.int().positive(),
})

/** Reads a prompt file: front matter in YAML, then Markdown. Throws an Error that says what is wrong. */
export function parsePrompt(file: string): Prompt {
  const [, head, body] = FILE.exec(file) ?? []
  if (head === undefined || body === undefined) {
    throw new Error('a prompt begins with front matter between two lines of ---')
  }
  const hash = createHash('sha256').update(file).digest('hex').slice(0, 16)
  return { ...front.parse(parse(head)), body: body.replace(COMMENT, '').trim(), hash }
}

/** The prompt with its `{names}` filled in. What a person wrote cannot add names of its own. */
export function renderPrompt(
  { body }: Prompt,
  { text, facts }: LlmQuestion,
  values: { readonly [name: string]: string },
): string {
  const given: { readonly [name: string]: string } = {
    ...values,
    datos: facts.map((fact) => `- ${fact.id}: ${fact.text}`).join('\n'),
    pregunta: text,
  }
  return body.replace(/\{(\p{L}+)\}/gu, (whole, name: string) => given[name] ?? whole)
}
