import { describe, expect, test } from 'vitest'
import { alikeQuestions } from '../../../src/core/business/alike.js'
import type { ContactId, Iso } from '../../../src/core/types.js'
import { MESSAGES } from '../flow/written.js'

/** Each text by somebody else, one after the other. */
function groups(...texts: readonly string[]) {
  const questions = texts.map((text, n) => ({
    contact: `c${n}` as ContactId,
    text,
    at: `2026-03-10T15:0${n}:00.000Z` as Iso,
  }))
  return alikeQuestions(questions, MESSAGES)
}

describe('questions are one', () => {
  test.each([
    ['word for word', 'hacen envíos a Pasto?', 'hacen envíos a Pasto?'],
    ['with other endings', 'hacen envíos a Pasto?', 'me lo pueden enviar a pasto'],
    ['with words that mean the same', 'hacen envíos a Pasto?', 'mandan a Pasto por favor?'],
    ['with what everybody asks with', 'tienen parqueadero?', 'hola buenas, hay parqueadero?'],
  ])('%s: «%s» and «%s»', (_, a, b) => {
    expect(groups(a, b)).toHaveLength(1)
  })
})

describe('questions are two', () => {
  test.each([
    ['of another place', 'hacen envíos a Pasto?', 'hacen envíos a Cali?'],
    ['of another thing', 'tienen parqueadero?', 'hacen envíos a Pasto?'],
    ['one of which says nothing', 'y eso cómo es?', 'y eso cuánto?'],
  ])('%s: «%s» and «%s»', (_, a, b) => {
    expect(groups(a, b)).toHaveLength(2)
  })
})

test('the most asked comes first, with what it is about as somebody said it', () => {
  const [first, second] = groups(
    'tienen parqueadero?',
    'buenas tardes, quisiera saber si hacen envíos a Pasto',
    'hacen envíos a Pasto?',
    'a Pasto envían?',
  )
  expect(first?.contacts).toEqual(['c1', 'c2', 'c3'])
  expect(first?.topic).toMatch(/^(Pasto envían|envíos a Pasto)$/)
  expect(second).toMatchObject({ contacts: ['c0'], topic: 'parqueadero' })
})

test('whoever asks twice is one', () => {
  const contact = 'c' as ContactId
  const at = '2026-03-10T15:00:00.000Z' as Iso
  const [group] = alikeQuestions(
    ['hacen envíos a Pasto?', 'y a Pasto mandan?'].map((text) => ({ contact, text, at })),
    MESSAGES,
  )
  expect(group?.contacts).toEqual([contact])
})
