import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compileLexicon } from '../../../bin/compile-lexicon.mjs'

function folder(common: string, countries: { readonly [name: string]: string } = {}): string {
  const dir = mkdtempSync(join(tmpdir(), 'lexicon-'))
  mkdirSync(join(dir, 'es'))
  for (const [name, text] of Object.entries({ common, ...countries })) {
    writeFileSync(join(dir, 'es', `${name}.yaml`), text)
  }
  return dir
}

const NUMBERS = 'numbers:\n  dos: 2\nscales:\n  1000: mil\n'
const YES = 'phrases:\n  answer:\n    yes: |\n      dale\n'

describe('a word that clashes is refused with its file, its line and what to do', () => {
  test.each<[name: string, common: string, hn: string, problem: RegExp]>([
    [
      'stands twice',
      'phrases:\n  thanks: |\n    gracias\n    mil gracias\n    Grácias\n',
      '',
      /common\.yaml:5: «gracias» está dos veces \(línea 3\); una sobra/,
    ],
    [
      'says two things',
      `${YES}    no: |\n      dale\n`,
      '',
      /common\.yaml:6: «dale» dice «answer\.no» y en la línea 4 dice «answer\.yes»/,
    ],
    [
      'is known to all countries',
      YES,
      YES,
      /hn\.yaml:4: «dale» ya está en .*common\.yaml:4 para todos los países; aquí sobra/,
    ],
    [
      'counts twice',
      `${NUMBERS}  1000000: mil\n`,
      '',
      /common\.yaml:5: «mil» dice «1000000» y en la línea 4 dice «1000»/,
    ],
    [
      'hides a number',
      `${NUMBERS}`,
      'aliases:\n  mil: muchos\n',
      /hn\.yaml:2: «mil: muchos» taparía «mil», que es una palabra de cantidad/,
    ],
    [
      'leads to another short spelling',
      'aliases:\n  xk: xq\n  xq: porque\n',
      '',
      /common\.yaml:2: «xk: xq» lleva a otra abreviatura .*escribir «xk: porque»/,
    ],
    [
      'changes nothing',
      'aliases:\n  dia: día\n',
      '',
      /common\.yaml:2: «dia» es lo mismo sin tilde/,
    ],
    ['belongs nowhere', 'words: a\n', '', /common\.yaml:1: «words» no es una sección\. Hay: only/],
    [
      'opens a bracket',
      'phrases:\n  thanks: |\n    (gracias\n',
      '',
      /common\.yaml:3: en «\(gracias» falta abrir o cerrar un paréntesis/,
    ],
  ])('%s', (_name, common, hn, problem) => {
    const dir = folder(common, hn === '' ? {} : { hn })
    expect(() => compileLexicon(dir)).toThrow(problem)
  })
})

test('a country may say otherwise than all of them do, and may play on one word in two parts', () => {
  const dir = folder(
    `${YES}groups:\n  the: el\n  day_article: el\naliases:\n  k: que\n${NUMBERS}`,
    {
      hn: 'phrases:\n  answer:\n    no: |\n      dale\nscales:\n  1000: k\n',
    },
  )
  expect(Object.keys(compileLexicon(dir).languages.es?.countries ?? {})).toEqual(['HN'])
})

test('a good file becomes plain data', () => {
  const dir = folder('numbers:\n  dos: 2\nphrases:\n  answer:\n    yes: |\n      Sí\n')
  expect(compileLexicon(dir).languages).toEqual({
    es: { common: { numbers: { dos: 2 }, phrases: { answer: { yes: ['si'] } } }, countries: {} },
  })
})
