import { describe, expect, test } from 'vitest'
import { PLAIN_NUMBER } from '../../../src/core/business/number.js'
import { isLeftAlone } from '../../../src/core/conversation/attention.js'
import type { Phone } from '../../../src/core/types.js'
import { acts, contextOf, NOW, newChat, says, take, talk } from './_engine.js'

const personal = { ...PLAIN_NUMBER, personal: true, ignore: ['+5215512345678' as Phone] }
const { contact } = newChat().state

describe('whoever is left alone', () => {
  test.each([
    ['somebody new', {}, false],
    ['somebody known before', { knownBefore: true }, true],
    [
      'the same, whom the owner wants answered',
      { knownBefore: true, attention: 'attended' },
      false,
    ],
    ['whom the owner ignores', { attention: 'ignored' }, true],
    ['a number of the list, however it is written', { phone: '+525512345678' }, true],
    [
      'one of the list, whom the owner wants answered',
      { phone: '+525512345678', attention: 'attended' },
      false,
    ],
  ] as const)('%s', (_, change, expected) => {
    expect(isLeftAlone({ ...contact, ...change }, { number: personal })).toBe(expected)
  })

  test('is nobody of the past where the number is only the business', () => {
    const business = { number: { ...personal, personal: false } }
    expect(isLeftAlone({ ...contact, knownBefore: true }, business)).toBe(false)
  })

  test('is not answered, not counted, not told of, and not woken', () => {
    const chat = newChat(contextOf(NOW, { number: personal }))
    const family = { ...chat, state: { ...chat.state, contact: { ...contact, knownBefore: true } } }
    const said = says(family, 'hola, necesito 20 camisetas polo')
    expect(said.effects).toEqual([])
    expect(said.state).toEqual(family.state)
    const woken = take(family, {
      ...{ kind: 'timer', id: 't', name: 'recordar-charla-1', flow: 'silence', step: 'first' },
      ...{ proactiveToday: 0, proactiveThisWeek: 0, lockedUntil: null },
    } as Parameters<typeof take>[1])
    expect(woken.effects).toEqual([])
  })

  test('goes on where it was once the owner takes it back', () => {
    const ignored = acts(talk('hola, soy Ana, necesito 20 camisetas polo'), { kind: 'ignore' })
    expect(ignored.effects.map(({ kind }) => kind)).toEqual(['cancel_queued', 'cancel_timers'])
    expect(says(ignored, 'para el 15 de abril').effects).toEqual([])
    const back = acts(ignored, { kind: 'attend' })
    expect(says(back, 'para el 15 de abril').said.join(' ')).toContain('$840.000')
  })
})
