import { expect, test } from 'vitest'
import { fromBinaryJson, toBinaryJson } from '../../../src/channels/baileys/binary-json.js'

test('bytes survive wherever they stand', () => {
  const value = { a: Buffer.from([1, 2, 255]), deep: [{ b: new Uint8Array([0]) }], text: 'ñ', n: 3 }
  expect(fromBinaryJson(toBinaryJson(value))).toEqual({
    a: Buffer.from([1, 2, 255]),
    deep: [{ b: Buffer.from([0]) }],
    text: 'ñ',
    n: 3,
  })
})

test('a part of a larger memory is only that part', () => {
  const part = new Uint8Array(new Uint8Array([9, 1, 2, 9]).buffer, 1, 2)
  expect(fromBinaryJson(toBinaryJson({ part }))).toEqual({ part: Buffer.from([1, 2]) })
})

test('an object that merely looks like a list of bytes stays what it is', () => {
  const value = { '0': 12, '1': 7 }
  expect(fromBinaryJson(toBinaryJson(value))).toEqual(value)
})
