import { describe, expect, test } from 'vitest'
import { ask } from './lexicon.js'

const said = (text: string, country: string) =>
  ask(text, { question: 'yesno', country }).yes?.value ?? null

describe('yes', () => {
  test.each([
    ['no, dale, mandame', 'AR'],
    ['no no, perfecto', 'UY'],
    ['no, claro, hágale', 'CO'],
    ['ñooo, claro', 'CU'],
    ['no manches, claro que sí', 'MX'],
    ['no veo por qué no', 'ES'],
    ['claro que no hay problema, mándelo', 'MX'],
    ['ya po', 'CL'],
    ['de ley', 'EC'],
    ['sí luego', 'PY'],
    ['fíjese que sí', 'GT'],
    ['sí, cuánto vale?', 'CO'],
  ])('%s', (text, country) => {
    expect(said(text, country)).toBe(true)
  })
})

describe('no', () => {
  test.each([
    ['no, gracias', 'MX'],
    ['no, vale, así está bien', 'VE'],
    ['nananina', 'CU'],
    ['quita quita', 'ES'],
    ['paila', 'CO'],
    ['ni modo, no', 'MX'],
    ['espera, dije que sí pero siempre no', 'MX'],
    ['no, cuánto vale el otro?', 'CO'],
  ])('%s', (text, country) => {
    expect(said(text, country)).toBe(false)
  })
})

describe('neither', () => {
  test.each([
    ['ya mero le digo, ando manejando', 'MX'],
    ['y si no consigo gasolina cómo hago?', 'VE'],
    ['cachai que no me acuerdo si ya firmé?', 'CL'],
    ['no sabés el quilombo que es esto', 'AR'],
    ['déjeme lo consulto con la almohada', 'CO'],
    ['50/50', 'VE'],
    ['ya mismo llego, denme chance', 'EC'],
  ])('%s', (text, country) => {
    expect(said(text, country)).toBeNull()
  })
})
