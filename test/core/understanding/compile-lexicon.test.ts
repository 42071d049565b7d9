import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compileLexicon } from '../../../bin/compile-lexicon.mjs'

function folder(common: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'lexicon-'))
  mkdirSync(join(dir, 'es'))
  writeFileSync(join(dir, 'es', 'common.yaml'), common)
  return dir
}

test('a phrase that stands twice is refused with its file and line', () => {
  const dir = folder('phrases:\n  thanks: |\n    gracias\n    mil gracias\n    Grácias\n')
  expect(() => compileLexicon(dir)).toThrow(/common\.yaml:5: "Grácias" stands here twice/)
})

test('an unknown section and an open bracket are refused', () => {
  const dir = folder('words: a\nphrases:\n  thanks: |\n    (gracias\n')
  expect(() => compileLexicon(dir)).toThrow(/common\.yaml:1: unknown section "words"/)
  expect(() => compileLexicon(dir)).toThrow(/common\.yaml:4: unbalanced brackets/)
})

test('a good file becomes plain data', () => {
  const dir = folder('numbers:\n  dos: 2\nphrases:\n  answer:\n    yes: |\n      Sí\n')
  expect(compileLexicon(dir).languages).toEqual({
    es: { common: { numbers: { dos: 2 }, phrases: { answer: { yes: ['si'] } } }, countries: {} },
  })
})
