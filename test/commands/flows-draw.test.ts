import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { flowsDraw } from '../../src/commands/flows-draw.js'
import { MESSAGES } from '../core/flow/written.js'
import { createTerminal } from './terminal.js'

const SHIPPED = fileURLToPath(new URL('../../flows', import.meta.url))
const EMPTY = mkdtempSync(join(tmpdir(), 'draw-'))
afterAll(() => rmSync(EMPTY, { recursive: true }))

async function draw(args: readonly string[], flowsDir = SHIPPED) {
  const { io, printed } = createTerminal(MESSAGES)
  const code = await flowsDraw(args, { flowsDir }, io)
  return { code, ...printed() }
}

test('draws every flow in a fenced block under its title', async () => {
  const { code, out } = await draw([])
  expect(code).toBe(0)
  expect(out).toContain('### Calificar un pedido\n\n```mermaid\nflowchart TD\n')
  expect(out.match(/^```mermaid$/gm)?.length).toBe(out.match(/^```$/gm)?.length)
  expect(out).toContain('### Recordar lo que quedó pendiente')
})

test.each([
  [['silence']],
  [['silence', '--format', 'mermaid']],
  [['--format', 'mermaid', 'silence']],
  [['--format=mermaid', 'silence']],
])('draws only the one named: %s', async (args) => {
  const { code, out } = await draw(args)
  expect(code).toBe(0)
  expect(out.match(/^### .*$/gm)).toEqual(['### Recordar lo que quedó pendiente'])
})

test.each([
  [['silense'], /^el flujo «silense» no existe\. ¿Será «silence»\?/],
  [['--format', 'svg'], /^«--format svg» no sirve aquí/],
  [['--svg'], /^«--svg» no sirve aquí/],
])('refuses %s with what there is', async (args, sentence) => {
  const { code, out, err } = await draw(args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(sentence)
})

test('says what is wrong in the flows instead of drawing them', async () => {
  const { code, out, err } = await draw([], EMPTY)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain('business.yaml: no existe.')
})
