import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { verify, verifyDraft, verifySummary } from '../../src/core/conversation/verify.js'
import { parsePrompt, TASKS, type Task } from '../../src/llm/prompt.js'
import { answerOf, SHAPES } from '../../src/llm/tasks.js'
import { contextOf, NOW } from '../core/conversation/_engine.js'

const { business, messages, read } = contextOf(NOW)
const knowing = { business, messages }

type Turn = { readonly de: string; readonly text: string }
type Told = {
  readonly datos?: readonly { readonly id: string; readonly text: string }[]
  readonly pregunta?: string
  readonly mensaje?: string
  readonly buscar?: readonly string[]
  readonly conversacion?: readonly Turn[]
  readonly encargo?: string
}

/** The examples below a prompt: what a model is told and what it answers, line by line. */
function casesOf(task: Task): readonly (readonly [told: Told, answer: unknown])[] {
  const file = readFileSync(join(import.meta.dirname, `../../prompts/${task}.md`), 'utf8')
  const lines = (/<!-{2} Ejemplos\n([\s\S]*?)-->/.exec(file)?.[1] ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
  return lines.flatMap((told, at) => (at % 2 === 0 ? [[told, lines[at + 1]] as const] : []))
}

describe.each(TASKS)('the examples of %s', (task) => {
  test('stand below a prompt of its own', () => {
    const file = readFileSync(join(import.meta.dirname, `../../prompts/${task}.md`), 'utf8')
    expect(parsePrompt(file)).toMatchObject({ task })
    expect(casesOf(task).length).toBeGreaterThanOrEqual(2)
  })

  test.each(casesOf(task))('%j', (told, written) => {
    const answer = answerOf(SHAPES[task].parse(written))
    if (!answer.ok) throw new Error('no answer')
    if ('found' in answer) return expectReadable(told, answer.found)
    if (answer.text === '') return
    expect(ruleOf(task, told, answer)).toBeNull()
  })
})

function ruleOf(task: Task, told: Told, said: { text: string; facts: readonly string[] }) {
  const given = told.datos ?? []
  const talk = (told.conversacion ?? []).map(({ text }) => text).join('\n')
  if (task === 'summarise') return verifySummary(said.text, talk, knowing)
  if (task === 'draft')
    return verifyDraft(said, { given, wish: told.encargo ?? '', talk, ...knowing })
  return verify(said, { given, asked: told.pregunta ?? '', ...knowing })
}

type Found = { readonly slot: string; readonly said: string; readonly means: string }

/** Our own reader reads the slot in what it is said to mean. */
function expectReadable({ mensaje = '', buscar = [] }: Told, found: readonly Found[]): void {
  for (const { slot, said, means } of found) {
    expect(mensaje).toContain(said)
    expect(buscar).toContain(slot)
    const reading = read(means, { question: slot as never, country: 'CO', today: 20_000 })
    expect(reading).toMatchObject({ [slot]: expect.anything() })
  }
}
