import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { complaints } from './written.js'

const GOOD = readFileSync(
  new URL('../../fixtures/flows-good/calificacion.yaml', import.meta.url),
  'utf8',
)
const SCRAPS = [
  '"',
  "'",
  '\t',
  ':',
  '{',
  '}',
  '[',
  ']',
  '*',
  '&',
  '\n',
  '- ',
  'null',
  '12',
  'ask: ',
]

test('a file damaged in any place is answered with problems in words or accepted', () => {
  const damage = fc.tuple(fc.nat(GOOD.length), fc.nat(40), fc.constantFrom('', ...SCRAPS))
  fc.assert(
    fc.property(damage, ([at, length, scrap]) => {
      const damaged = GOOD.slice(0, at) + scrap + GOOD.slice(at + length)
      for (const line of complaints(damaged)) expect(line).toMatch(/^\d+: \S/)
    }),
    { numRuns: 300 },
  )
})
