import { expect, test } from 'vitest'
import { ask } from './lexicon.js'

test.each([
  ['10', 10],
  ['le doy un 8', 8],
  ['nota 9', 9],
  ['uno', 1],
  ['8 de 10', 8],
  ['10 de una', 10],
  ['no un 10 pero sí un 8', 8],
  ['dudo entre 8 y 9... venga, un 9', 9],
  ['retiro el 7, le pongo un 9', 9],
  ['borre el 10, póngame 7', 7],
  ['yo dije 8 pero pensándolo bien un 9', 9],
  ['perdón, 8 no, 9', 9],
  ['les pongo 4 porque se demoraron 3 días', 4],
  ['calificación de 10', 10],
  ['nada', 0],
  ['quiero pedir 2 más', null],
  ['en casa somos 6', null],
  ['mi hija tiene 9 y el menor 6', null],
  ['fuimos 8 de la familia', null],
  ['estaba por la 9 de Octubre', null],
  ['el 10 de la Selección va en la torta', null],
  ['llamé 4 veces y nada', null],
  ['20 puntos', null],
])('%s is the mark %s', (text, mark) => {
  expect(ask(text, { question: 'nps' }).nps?.value ?? null).toBe(mark)
})
