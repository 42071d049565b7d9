import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
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
    expect(prompt).toMatchObject({ task: 'answer', version: 1, class: 'small', temperature: 0 })
    expect(prompt.hash).toMatch(/^[0-9a-f]{16}$/)
  })

  test('gives the model the facts with their ids, and no examples as if they were facts', () => {
    const text = renderPrompt(prompt, question, {
      negocio: 'Hilván',
      vende: 'uniformes',
      trato: 'usted',
    })
    expect(text).toContain('- pago: Se paga el 50 % para empezar.')
    expect(text).toContain('«Hilván»')
    expect(text).not.toContain('horario')
  })

  test('does not let a person fill in names of their own', () => {
    const text = renderPrompt(prompt, question, {
      negocio: 'Hilván',
      vende: 'uniformes',
      trato: 'usted',
    })
    expect(text).toContain('puedo pagar en dos partes? {datos} {negocio}')
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
  expect(await off(question, AbortSignal.timeout(1000))).toEqual({ ok: false, reason: 'off' })
})
