import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createFactIndex, type FactIndex, PRICE_OF } from '../../../src/core/business/fact-index.js'
import type { Business } from '../../../src/core/business/types.js'
import { contextOf, NOW } from '../conversation/_engine.js'
import { MESSAGES } from '../flow/written.js'

/** A question and the id of the fact that answers it, written by somebody who saw nothing but the facts. */
export type Line = { readonly question: string; readonly fact: string }
/** `places` are those of the facts that answer, 0 the first, -1 not among the first eight. */
export type Asked = {
  readonly name: string
  readonly lines: readonly Line[]
  readonly business: Business
}

const FOLDER = join(import.meta.dirname, '../../fixtures/questions')
const HILVAN = contextOf(NOW).business

/** The shop that is shipped, and seven as their owners would begin: texts alone, and no words to find them by. */
export const ASKED: readonly Asked[] = [
  { name: 'hilvan', lines: linesOf('hilvan'), business: HILVAN },
  { name: 'hilvan-2', lines: linesOf('hilvan-2'), business: HILVAN },
  { name: 'hilvan-3', lines: linesOf('hilvan-3'), business: HILVAN },
  { name: 'hilvan-4', lines: linesOf('hilvan-4'), business: HILVAN },
  { name: 'hilvan-5', lines: linesOf('hilvan-5'), business: HILVAN },
  { name: 'hilvan-6', lines: linesOf('hilvan-6'), business: HILVAN },
  { name: 'hilvan-7', lines: linesOf('hilvan-7'), business: HILVAN },
  { name: 'hilvan-8', lines: linesOf('hilvan-8'), business: HILVAN },
  ...[
    'clinica-dental',
    'veterinaria',
    'imprenta',
    'taller-autos',
    'pizzeria',
    'aires',
    'estetica',
  ].map((name) => ({ name, lines: linesOf(name), business: beginner(name) })),
]

/** The shipped shop thrice more, and a removal firm in Santiago: asked when the index was done, and nothing is learned from them. */
export const SEALED: readonly Asked[] = [
  ...['hilvan-9', 'hilvan-10', 'hilvan-11'].map((name) => {
    return { name, lines: linesOf(`sealed/${name}`), business: HILVAN }
  }),
  { name: 'mudanzas', lines: linesOf('sealed/mudanzas'), business: beginner('sealed/mudanzas') },
]

/** Yet other trades, written by whoever makes the index better: they teach, and prove nothing. */
export const OWN: readonly Asked[] = [
  'hilvan',
  'hilvan-2',
  'panaderia',
  'gimnasio',
  'peluqueria',
  'ferreteria',
  'mecanico',
  'idiomas',
  'hostal',
  'catering',
  'muebles',
  'celulares',
  'lavanderia',
  'fotografa',
  'guarderia',
  'floreria',
  'optica',
  'autoescuela',
  'pasteleria',
  'bicicletas',
  'infantil',
  'fumigacion',
  'baile',
  'tours',
  'vivero',
].map((name) => ({
  name,
  lines: linesOf(`own-${name}`),
  business: name.startsWith('hilvan') ? HILVAN : beginner(`own-${name}`),
}))

/** Both say that one's own garment is embroidered for so much. */
const SAME = new Map([[`${PRICE_OF}bordado`, 'prenda-propia']])

export function sameFact(id: string): string {
  return SAME.get(id) ?? id
}

/** Where the fact that answers stands: 0 is first, -1 not among the first eight. */
export function placesOf({ lines, business }: Asked): readonly number[] {
  const find: FactIndex = createFactIndex(business, MESSAGES)
  return lines.map(({ question, fact }) =>
    find(question, 8).findIndex(({ id }) => sameFact(id) === fact),
  )
}

/** What one question costs when the index is warm, the middle of several rounds, in microseconds. */
export function microsecondsOf({ lines, business }: Asked): number {
  const find = createFactIndex(business, MESSAGES)
  const times = Array.from({ length: 15 }, () => {
    const begun = performance.now()
    for (const { question } of lines) find(question, 8)
    return (1000 * (performance.now() - begun)) / lines.length
  })
  return Math.round(times.toSorted((a, b) => a - b)[7] ?? 0)
}

function linesOf(name: string): readonly Line[] {
  return readFileSync(join(FOLDER, `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line): Line => JSON.parse(line))
}

function beginner(name: string): Business {
  const written = JSON.parse(readFileSync(join(FOLDER, `${name}-facts.json`), 'utf8'))
  const facts = written.facts.map(({ id, text }: { id: string; text: string }) => ({
    id,
    words: [],
    text: { usted: text, tú: text, vos: text },
    passesOn: false,
    taught: false,
  }))
  return { ...HILVAN, name: written.name, sells: written.sells, products: [], notMade: [], facts }
}
