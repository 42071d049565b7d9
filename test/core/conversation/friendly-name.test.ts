import { expect, test } from 'vitest'
import { friendlyName } from '../../../src/core/conversation/friendly-name.js'
import { newContact } from '../../../src/core/conversation/new-contact.js'
import type { ContactId, Iso, Slot } from '../../../src/core/types.js'

const CONTACT = newContact({
  id: 'c' as ContactId,
  phone: null,
  profileName: null,
  consent: 'none',
})

test.each([
  ['Ana María López', 'Ana'],
  ['ana', 'Ana'],
  ['álvaro', 'Álvaro'],
  ["D'Angelo Ruiz", "D'Angelo"],
  ['Jean-Luc', 'Jean-Luc'],
  ['  Ana  ', 'Ana'],
  ['💃', null],
  ['Ventas24h', null],
  ['24 horas', null],
  ['J', null],
  ['Supercalifragilisticoespialidoso', null],
  ['', null],
  [null, null],
])('a profile called %j is spoken to as %j', (profileName, name) => {
  expect(friendlyName({ ...CONTACT, profileName })).toBe(name)
})

test('the name they said goes before the one of their profile', () => {
  const name: Slot = {
    status: 'known',
    value: 'Lucía Gómez',
    said: 'soy Lucía Gómez',
    confidence: 1,
    message: null,
    at: '2026-03-10T15:00:00.000Z' as Iso,
  }
  expect(friendlyName({ ...CONTACT, profileName: 'Ventas', slots: { name } })).toBe('Lucía')
})
