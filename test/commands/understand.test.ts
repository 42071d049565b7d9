import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { compileLexicon } from '../../bin/compile-lexicon.mjs'
import { understand } from '../../src/commands/understand.js'

const lexicon = compileLexicon('data/lexicon')

async function answers(...lines: string[]): Promise<Record<string, unknown>[]> {
  const input = new PassThrough()
  const output = new PassThrough()
  input.end(lines.join('\n'))
  await understand(lexicon, input, output)
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
  expect(first).toMatchObject({ line: 1, error: expect.stringContaining('line 1') })
  expect(second).toMatchObject({ line: 2, error: expect.stringContaining('line 2') })
  expect(third).toMatchObject({ id: 2, intent: 'thanks' })
})
