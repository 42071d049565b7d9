import { expect, test } from 'vitest'
import { pathView } from '../../../src/web/view/path-view.js'
import { newChat, says, talk } from '../../core/conversation/_engine.js'
import { insightOf, wallOf } from '../_insight.js'

const chat = talk(
  'necesito 20 camisetas polo',
  'para dentro de dos meses',
  'un millón',
  'yo decido',
)

test('before the first word every stage says what leads to it', () => {
  const path = pathView(insightOf(newChat()), wallOf(newChat()))
  expect(path.every(({ state }) => state === 'ahead')).toBe(true)
  expect(path.map(({ label, note }) => [label, note])).toEqual([
    ['Desconocido', ''],
    ['Visitante', 'con su primer mensaje'],
    ['Lead', 'cuando diga qué necesita'],
    ['Lead calificado', 'con 60 puntos o más'],
    ['Cliente potencial', 'cuando pida cotización'],
    ['Cliente', 'cuando haya venta'],
    ['Cliente recurrente', 'con la segunda venta'],
    ['Cliente recomendador', 'con su primer referido'],
  ])
})

test('a stage that was reached says when and why; who wrote first was no stranger', () => {
  const path = pathView(insightOf(chat), wallOf(chat))
  expect(path.map(({ state }) => state)).toEqual([
    'skipped',
    'done',
    'done',
    'now',
    ...['ahead', 'ahead', 'ahead', 'ahead'],
  ])
  expect(path[0]?.note).toBe('escribió primero')
  expect(path[1]?.note).toBe('10:04, primer mensaje')
})

test('another day is named instead of the hour', () => {
  const wall = { ...wallOf(chat), now: new Date('2026-03-14T15:00:00.000Z') }
  expect(pathView(insightOf(chat), wall)[1]?.note).toBe('10 mar, primer mensaje')
})

test('of three things that lead to an opportunity it says which it was', () => {
  const asked = (words: string) => {
    const more = says(chat, words)
    return pathView(insightOf(more), wallOf(more)).find(({ state }) => state === 'now')
  }
  expect(asked('quiero hablar con una persona')?.note).toMatch(/, pidió una persona$/)
  expect(asked('¿podemos cuadrar una cita?')?.note).toMatch(/, pidió cita$/)
})
