import { describe, expect, test } from 'vitest'
import { ask } from './lexicon.js'

describe('a value taken back for another of its kind', () => {
  test.each([
    ['Q2,500 y no Q250', 'budget', 'GT'],
    ['5 mil no, 3 mil', 'budget', 'MX'],
    ['un 6 no un 9', 'nps', 'CL'],
    ['no 300, 350 soles', 'budget', 'PE'],
    ['no el jueves, el viernes', 'urgency', 'ES'],
    ['no e pal viernes, e pal sábado', 'urgency', 'DO'],
    ['no para mayo, para junio', 'urgency', 'PE'],
    ['era a la noche, no a la tarde', 'open', 'UY'],
    ['Heidy, no Judith', 'name', 'GT'],
    ['no es Carolina sino Catalina', 'name', 'CO'],
  ] as const)('%s', (text, question, country) => {
    expect(ask(text, { question, country }).intents).toContain('correction')
  })
})

describe('a "no" that takes nothing back', () => {
  test.each([
    ['no más de 500, ni 600', 'budget'],
    ['no, 15 o 20', 'quantity'],
    ['el lunes no puedo, el martes sí', 'urgency'],
    ['el sábado no, el domingo sí', 'urgency'],
    ['no sé, en marzo o abril', 'urgency'],
    ['me llamo Luis, no Juan', 'name'],
    ['no antes del 15 ni después del 20', 'urgency'],
  ] as const)('%s', (text, question) => {
    expect(ask(text, { question }).intents).not.toContain('correction')
  })
})
