import { expect, test } from 'vitest'
import { isStrayRejection } from '../src/stray-rejection.js'

function errorFrom(file: string): Error {
  const error = new Error('Connection Closed')
  error.stack = `Error: Connection Closed\n    at sendRawMessage (${file}:10:5)`
  return error
}

test('what the client of WhatsApp left behind takes nobody down', () => {
  const inside = '/srv/bot/node_modules/@whiskeysockets/baileys/lib/Socket/socket.js'
  expect(isStrayRejection(errorFrom(inside))).toBe(true)
  expect(isStrayRejection(Object.assign(new Error('Timed Out'), { isBoom: true }))).toBe(true)
})

test('anything else is a bug', () => {
  expect(isStrayRejection(errorFrom('/srv/bot/dist/main.js'))).toBe(false)
  expect(isStrayRejection('a text')).toBe(false)
})
