import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ContactId } from '../../src/core/types.js'
import { off } from '../../src/llm/off.js'
import { parsePrompt, renderPrompt } from '../../src/llm/prompt.js'

const file = readFileSync(join(import.meta.dirname, '../../prompts/answer.md'), 'utf8')
const question = {
  id: 'q1',
  task: 'answer',
  text: 'puedo pagar en dos partes? {datos} {negocio}',
  facts: [{ id: 'pago', text: 'Se paga el 50 % para empezar.' }],
} as const

describe('the shipped prompt', () => {
  const prompt = parsePrompt(file)

  test('says which task, model and temperature it is for', () => {
    expect(prompt).toMatchObject({ task: 'answer', version: 3, class: 'small', temperature: 0 })
    expect(prompt.hash).toMatch(/^[0-9a-f]{16}$/)
  })

  test('says whose assistant it speaks for, and nothing that a person wrote', () => {
    const text = renderPrompt(prompt, { negocio: 'Hilván', vende: 'uniformes', trato: 'usted' })
    expect(text).toContain('«Hilván»')
    expect(text).not.toMatch(/\{(negocio|vende|trato)\}/)
    expect(text).not.toContain('Ejemplos')
  })
})

test.each([
  ['no front matter', 'Responda.'],
  ['an unknown task', '---\ntask: sell\nversion: 1\n---\nHola'],
  ['no version', '---\ntask: answer\nclass: small\ntemperature: 0\nmaxTokens: 9\n---\nHola'],
])('a prompt with %s is refused', (_, text) => {
  expect(() => parsePrompt(text)).toThrow()
})

test('another text has another hash', () => {
  expect(parsePrompt(`${file} `).hash).not.toBe(parsePrompt(file).hash)
})

test('without a model every question is answered with that', async () => {
  expect(await off(question, AbortSignal.timeout(1000), 'c1' as ContactId)).toEqual({
    ok: false,
    reason: 'off',
  })
})
