import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Prompts } from './model.js'
import { type Prompt, parsePrompt, type Task } from './prompt.js'

export class PromptError extends Error {
  constructor(
    readonly file: string,
    cause: unknown,
  ) {
    super('a prompt cannot be used', { cause })
  }
}

/** Every prompt of a folder, one file a task. Throws `PromptError` for the first that is not good. */
export function readPrompts(folder: string): Prompts {
  return {
    answer: read(folder, 'answer'),
    extract: read(folder, 'extract'),
    summarise: read(folder, 'summarise'),
    draft: read(folder, 'draft'),
  }
}

function read(folder: string, task: Task): Prompt {
  const path = join(folder, `${task}.md`)
  try {
    const prompt = parsePrompt(readFileSync(path, 'utf8'))
    if (prompt.task !== task) throw new Error(`it is for ${prompt.task}`)
    return prompt
  } catch (error) {
    throw new PromptError(path, error)
  }
}
