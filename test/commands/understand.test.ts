import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { compileLexicon } from '../../bin/compile-lexicon.mjs'
import { understand } from '../../src/commands/understand.js'
import { MESSAGES } from '../core/flow/written.js'

const lexicon = compileLexicon('data/lexicon')

async function answers(...lines: string[]): Promise<Record<string, unknown>[]> {
  const input = new PassThrough()
  const output = new PassThrough()
  input.end(lines.join('\n'))
  await understand(lexicon, MESSAGES, input, output)
  output.end()
  return (await text(output))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

test('answers each line with what the contract names', async () => {
  const [answer] = await answers(
    JSON.stringify({
      id: 'a',
      text: 'hola soy Ana, necesito 20 uniformes para el viernes, tengo unos 600 mil',
      context: 'open',
      country: 'CO',
      reference: '2026-03-10T23:30:00-05:00',
    }),
  )
  expect(answer).toEqual({
    id: 'a',
    budget: { min: 600_000, max: 600_000, currency: null, none: false },
    urgency: 'week',
    days: [3, 3],
    authority: null,
    yes: null,
    nps: null,
    name: 'Ana',
    intent: 'none',
    ms: expect.any(Number),
  })
})

test('a broken line is answered with its number and the next one is read', async () => {
  const [first, second, third] = await answers(
    '{"text":',
    '{"id":1}',
    JSON.stringify({
      id: 2,
      text: 'gracias',
      country: 'CO',
      reference: '2026-03-10T10:00:00-05:00',
    }),
  )
  expect(first).toEqual({
    line: 1,
    error: 'El renglón 1 no se pudo leer: se espera un objeto JSON con el mensaje en «text».',
  })
  expect(second).toEqual({
    line: 2,
    error: 'El renglón 2 no se pudo leer: se espera un objeto JSON con el mensaje en «text».',
  })
  expect(third).toMatchObject({ id: 2, intent: 'thanks' })
})

test('--explain adds the words that each thing rests on', async () => {
  const input = new PassThrough()
  const output = new PassThrough()
  input.end(JSON.stringify({ text: 'hasta 2 palos', context: 'budget', country: 'AR' }))
  await understand(lexicon, MESSAGES, input, output, { why: true })
  output.end()
  const { budget, why } = JSON.parse(await text(output))
  expect(budget.max).toBe(2_000_000)
  expect(why).toEqual([
    {
      slot: 'budget',
      value: budget,
      said: 'hasta 2 palos',
      span: [0, 13],
      confidence: expect.any(Number),
      grounds: expect.arrayContaining([
        { tag: 'limit_before', value: 'max', said: 'hasta', span: [0, 5] },
      ]),
    },
  ])
})
