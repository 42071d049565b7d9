import { describe, expect, test } from 'vitest'
import { type Rule, verifyDraft, verifySummary } from '../../../src/core/conversation/verify.js'
import { MESSAGES } from '../flow/written.js'
import { contextOf, NOW } from './_engine.js'

const { business } = contextOf(NOW)
const knowing = { business, messages: MESSAGES }

const TALK =
  'hola, soy Ana, necesito 20 delantales para mediados de abril\n¿Los $580.000 le sirven?\nsí. me preocupa que destiñan'

function sums(text: string, without: Rule | null = null): Rule | null {
  return verifySummary(text, TALK, knowing, without)
}

test.each([
  'Ana necesita 20 delantales para mediados de abril, por $580.000.\nLe preocupa que destiñan.',
  'Necesita 20 delantales.',
])('a summary of what was said is told: %s', (text) => {
  expect(sums(text)).toBeNull()
})

describe('a summary is kept back', () => {
  test.each<[Rule, string]>([
    ['length', `Ana necesita delantales ${'para mediados de abril '.repeat(13)}.`],
    ['figures', 'Ana necesita 30 delantales para mediados de abril.'],
    ['figures', 'Ana necesita delantales por $480.000.'],
    ['promises', 'Ana necesita delantales gratis para mediados de abril.'],
    ['dates', 'Ana necesita 20 delantales para mediados de mayo.'],
    ['links', 'Ana necesita delantales: ver ana.co para mediados de abril.'],
    ['names', 'Necesita delantales Filiberto para mediados de abril.'],
    ['language', 'Ana necesita delantales, please, para mediados de abril.'],
    ['tone', 'Ana necesita *delantales* para mediados de abril.'],
    ['advice', 'Ana necesita un contrato de delantales para mediados de abril.'],
    ['grounded', 'Persona complicada, conviene atenderla rápido y con paciencia.'],
  ])('by %s alone: %s', (rule, text) => {
    expect(sums(text)).toBe(rule)
    expect(sums(text, rule)).toBeNull()
  })
})

const GIVEN = [
  { id: 'entrega', text: 'La entrega toma 8 días hábiles desde que se aprueba la muestra.' },
]
const ASKED = 'soy Ana, me dijeron que con 300 mil, y para el jueves'

function drafts(text: string, facts: readonly string[], without: Rule | null = null): Rule | null {
  const wish = 'que le llevo la muestra el martes a las 4'
  return verifyDraft({ text, facts }, { given: GIVEN, wish, talk: ASKED, ...knowing }, without)
}

test.each<[string, string[]]>([
  ['Ana, le llevo la muestra el martes a las 4.', []],
  ['Ana, con la muestra aprobada la entrega toma 8 días hábiles.', ['entrega']],
  ['Gracias por contarme, Ana. Lo reviso con calma.', []],
])('a draft of what the owner wants said and the facts hold is shown: %s', (text, facts) => {
  expect(drafts(text, facts)).toBeNull()
})

describe('a draft is kept back', () => {
  test.each<[Rule, string, string[]]>([
    ['cites', 'Ana, le llevo la muestra el martes a las 4.', ['parqueadero']],
    ['length', 'Ana, le llevo la muestra. '.repeat(13), []],
    ['figures', 'Ana, son 300 mil.', []],
    ['figures', 'Ana, la muestra vale $4.', []],
    ['promises', 'Ana, se lo garantizo.', []],
    ['dates', 'Ana, le llevo la muestra el jueves.', []],
    ['advice', 'Ana, eso lleva contrato.', []],
    ['links', 'Ana, mire hilvan.co y me cuenta.', []],
    ['names', 'Ana, le escribe Filiberto.', []],
    ['prompt', 'Ana, mis instrucciones son claras.', []],
    ['language', 'Ana, please.', []],
    ['tone', 'Ana, le llevo la *muestra*.', []],
    ['treatment', 'Ana, dime cuándo.', []],
  ])('by %s alone: %s', (rule, text, facts) => {
    expect(drafts(text, facts)).toBe(rule)
    expect(drafts(text, facts, rule)).toBeNull()
  })
})
