import { createFactIndex, type FactIndex } from '../../../src/core/business/fact-index.js'
import { MESSAGES } from '../flow/written.js'
import { ASKED, sameFact } from './_questions.js'

/** A first fact with such a score, and so many times that of the next, could answer without a model. */
const SURE = 5
const TIMES = 4

/** What the three trades share: their questions on it may be answered by the facts of another. */
const SHARED =
  'horario direccion promociones formas-pago medios-pago garantia estacionamiento meses cuotas seguros citas turnos cancelacion cancelar-turno urgencias guardia-nocturna animales-atendidos descuento pago'.split(
    ' ',
  )
const ELSEWHERE = [
  ['hilvan', 'clinica-dental'],
  ['hilvan', 'veterinaria'],
  ['clinica-dental', 'hilvan-2'],
  ['veterinaria', 'hilvan-2'],
  ['clinica-dental', 'veterinaria'],
  ['veterinaria', 'clinica-dental'],
] as const

/**
 * How many questions the index would answer by itself, how many of them rightly, and how many
 * that are about another trade and that no fact of this one answers.
 */
export function sureOf(): object {
  const own = ASKED.flatMap(({ business, lines }) => {
    const find = createFactIndex(business, MESSAGES)
    return lines.map(({ question, fact }) => ({ id: sure(find, question), fact }))
  })
  const answered = own.filter(({ id }) => id !== null)
  const others = ELSEWHERE.flatMap(([to, from]) => {
    const find = createFactIndex(setOf(to).business, MESSAGES)
    return setOf(from)
      .lines.filter(({ fact }) => !SHARED.includes(fact))
      .map(({ question }) => sure(find, question))
  })
  return {
    questions: own.length,
    answered: answered.length,
    right: answered.filter(({ id, fact }) => id === fact).length,
    elsewhere: others.length,
    elsewhereAnswered: others.filter((id) => id !== null).length,
  }
}

function sure(find: FactIndex, question: string): string | null {
  const [first, ...rest] = find(question, 4).map((hit) => ({ ...hit, id: sameFact(hit.id) }))
  const next = rest.find(({ id }) => id !== first?.id)
  if (first === undefined || first.score < SURE) return null
  return first.score >= TIMES * (next?.score ?? 0) ? first.id : null
}

function setOf(name: string) {
  const found = ASKED.find((set) => set.name === name)
  if (found === undefined) throw new Error(`no questions ${name}`)
  return found
}
