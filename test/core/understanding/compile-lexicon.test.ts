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
      /common\.yaml:6: «dale» dice «answer › no» y en la línea 4 dice «answer › yes»/,
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
      /hn\.yaml:2: «mil: muchos» haría que «mil» ya no se entienda como una palabra de cantidad/,
    ],
    [
      'leads to another short spelling',
      'aliases:\n  xk: xq\n  xq: porque\n',
      '',
      /common\.yaml:2: «xk: xq» lleva a otra abreviatura .*escribir «xk: porque»/,
    ],
    [
      'makes a chain of a line for all countries',
      'aliases:\n  lun: lunes\n',
      'aliases:\n  lunes: martes\n',
      /hn\.yaml:2: «lunes: martes» cambia también lo que dice «lun: lunes» .*quite esta línea/,
    ],
    [
      'makes a scale of a currency',
      NUMBERS,
      'phrases:\n  currency:\n    HNL: |\n      bolas\nscales:\n  100 home: bolas\n',
      /hn\.yaml:6: «bolas» ya es una moneda \(.*hn\.yaml:4\).*quite una de las dos/,
    ],
    [
      'turns a yes into something else',
      YES,
      'aliases:\n  dale: no\n',
      /hn\.yaml:2: «dale» ya es un sí o un no \(.*common\.yaml:4\)/,
    ],
    [
      'hides a person',
      'groups:\n  person: mujer\n  decider: jefe\n',
      'aliases:\n  mujer: pisto\n',
      /hn\.yaml:2: «mujer» ya es una persona \(.*common\.yaml:2\)/,
    ],
    [
      'stands twice in a folded group',
      'groups:\n  person: >-\n    jefa\n    socio\n    jefa\n',
      '',
      /common\.yaml:5: «jefa» está dos veces \(línea 3\)/,
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

describe('what would silently do nothing is refused', () => {
  const ALL = `${YES}groups:\n  person: esposa\n`
  test.each<[name: string, hn: string, problem: RegExp]>([
    [
      'a section twice',
      `known: a\nknown: b\n`,
      /hn\.yaml:2: «known» ya empieza en la línea 1; pase/,
    ],
    [
      'a topic twice',
      'phrases:\n  answer:\n    no: |\n      nel\n  answer:\n    no: |\n      nop\n',
      /hn\.yaml:5: «answer» ya empieza en la línea 2/,
    ],
    [
      'a value twice',
      'phrases:\n  answer:\n    no: |\n      nel\n    no: |\n      nop\n',
      /hn\.yaml:5: «no» ya empieza en la línea 3/,
    ],
    ['a scale twice', 'scales:\n  1000: luca\n  1000: palo\n', /hn\.yaml:3: «1000» ya empieza/],
    [
      'lines without a bar',
      'phrases:\n  answer:\n    no:\n      nel\n      nop\n',
      /hn\.yaml:\d: falta «\|»/,
    ],
    [
      'a folded block',
      'phrases:\n  answer:\n    no: >-\n      nel\n      nop\n',
      /hn\.yaml:3: falta/,
    ],
    [
      'an unknown topic',
      'phrases:\n  anser: |\n    nel\n',
      /«anser» no es un asunto; ¿quiso decir «answer»/,
    ],
    [
      'an unknown value',
      'phrases:\n  answer:\n    si: |\n      nel\n',
      /«si» no va debajo de «answer»\. Hay: yes/,
    ],
    [
      'an unknown group',
      'groups:\n  persona: jefa\n',
      /«persona» no es un grupo; ¿quiso decir «person»/,
    ],
    [
      'a group in a phrase',
      'phrases:\n  answer:\n    no: |\n      <persn> no\n',
      /«<persn>» no es un grupo; ¿quiso decir «person»/,
    ],
    [
      'a dash',
      'phrases:\n  answer:\n    no: |\n      - nel\n',
      /hn\.yaml:4: «- nel»: quite el guion/,
    ],
    [
      'quotes',
      'phrases:\n  answer:\n    no: |\n      «nel»\n',
      /hn\.yaml:4: «nel»: quite las comillas/,
    ],
    [
      'a note',
      'phrases:\n  answer:\n    no: |\n      nel # no\n',
      /hn\.yaml:4: .*una nota va en su propia/,
    ],
    ['any word', 'phrases:\n  answer:\n    no: |\n      *\n', /hn\.yaml:4: «\*» sola/],
    ['a scale the wrong way', 'scales:\n  tuza: 100\n', /hn\.yaml:2: «tuza» no es un número/],
    [
      'a scale with a comma',
      'scales:\n  100,5 home: tuza\n',
      /hn\.yaml:2: «100,5 home» no es un número/,
    ],
    ['a tab', 'phrases:\n\tanswer: a\n', /hn\.yaml:\d: .*línea 2 empieza con un tabulador/],
    [
      'a broken line',
      'phrases:\n  answer:\n    no: |\n      a\n   b\n',
      /hn\.yaml:\d: aquí no se puede leer/,
    ],
  ])('%s', (_name, hn, problem) => {
    const dir = folder(ALL, { hn })
    expect(() => compileLexicon(dir)).toThrow(problem)
  })
})
