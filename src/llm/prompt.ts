import { createHash } from 'node:crypto'
import { parse } from 'yaml'
import { z } from 'zod'

export const TASKS = ['answer', 'extract', 'summarise', 'draft'] as const
export type Task = (typeof TASKS)[number]

export type Prompt = {
  readonly task: Task
  readonly version: number
  /** How able a model it needs; which one that is, is a setting. */
  readonly class: 'small' | 'large'
  readonly temperature: number
  readonly maxTokens: number
  readonly body: string
  /** First 16 hexadecimal digits of the SHA-256 of the whole file: kept beside every answer. */
  readonly hash: string
}

const FILE = /^---\r?\n([\s\S]*?)\n---\r?\n([\s\S]*)$/
const COMMENT = /<!--[\s\S]*?-->/g

const front = z.object({
  task: z.enum(TASKS),
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

/** The prompt with its `{names}` filled in: only the house's own, never what a person wrote. */
export function renderPrompt(
  { body }: Pick<Prompt, 'body'>,
  values: { readonly [name: string]: string },
): string {
  return body.replace(/\{(\p{L}+)\}/gu, (whole, name: string) => values[name] ?? whole)
}
