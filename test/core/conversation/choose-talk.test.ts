import { expect, test } from 'vitest'
import type { Persona } from '../../../src/core/business/types.js'
import { type Chat, contextOf, NOW, newChat, says } from './_engine.js'

const COMPANY: Persona = {
  id: 'empresa',
  name: 'Empresas',
  one: 'una empresa',
  segment: 'b2b',
  words: ['empresa'],
  when: { kind: 'known', slot: 'organization' },
  suggests: [],
  flow: 'qualification-champ',
}
const SALON: Persona = { ...COMPANY, id: 'salon', words: ['salón'], when: null, flow: null }

function chat(personas: readonly Persona[], ...texts: readonly string[]): Chat {
  return texts.reduce(says, newChat(contextOf(NOW, { personas })))
}

function talkOf({ state }: Chat): readonly [flow: string, persona: string | null] {
  return [state.dialogue.flow, state.inquiry?.persona ?? null]
}

test.each([
  ['by their words', 'hola, escribo de una empresa'],
  ['by what is known of them', 'hola, soy Ana del restaurante La Alacena'],
])('a kind of buyer known %s gets its own talk', (_, text) => {
  expect(talkOf(chat([COMPANY], text))).toEqual(['qualification-champ', 'empresa'])
})

test('whoever is of no kind keeps the talk of the business', () => {
  expect(talkOf(chat([COMPANY], 'hola, soy Ana'))).toEqual(['qualification', null])
})

test('a kind without a talk of its own changes nothing', () => {
  expect(talkOf(chat([SALON, COMPANY], 'hola, es para un salón'))).toEqual([
    'qualification',
    'salon',
  ])
})

test('once something was asked, nobody is asked in another dialect', () => {
  const late = chat([COMPANY], 'hola', 'escribo de una empresa, 20 camisetas polo')
  expect(talkOf(late)).toEqual(['qualification', 'empresa'])
})

test('the version that the talk has now is the one they go on in', () => {
  const { state, context } = chat([COMPANY], 'hola, escribo de una empresa')
  expect(state.dialogue.hash).toBe(context.flow('qualification-champ', null).hash)
})
