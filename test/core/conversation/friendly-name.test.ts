import { expect, test } from 'vitest'
import { friendlyName } from '../../../src/core/conversation/friendly-name.js'
import type { Slot } from '../../../src/core/types.js'
import { NOW, newChat } from './_engine.js'

const { contact } = newChat().state

test.each([
  ['Ana María López', 'Ana'],
  ['ana', 'Ana'],
  ['álvaro', 'Álvaro'],
  ["D'Angelo Ruiz", "D'Angelo"],
  ['Jean-Luc', 'Jean-Luc'],
  ['💃', null],
  ['Ventas24h', null],
  ['24 horas', null],
  ['J', null],
  ['Supercalifragilisticoespialidoso', null],
  ['', null],
  [null, null],
])('a profile called %j is spoken to as %j', (profileName, name) => {
  expect(friendlyName({ ...contact, profileName })).toBe(name)
})

test('the name they said goes before the one of their profile', () => {
  const name: Slot = {
    status: 'known',
    value: 'Lucía Gómez',
    said: 'soy Lucía Gómez',
    confidence: 1,
    message: null,
    at: NOW,
  }
  expect(friendlyName({ ...contact, profileName: 'Ventas', slots: { name } })).toBe('Lucía')
})
