import { expect, test } from 'vitest'
import { findCode, mayHoldCode, newCode, withoutCode } from '../../../src/core/referral/codes.js'
import type { ReferralCode } from '../../../src/core/referral/types.js'
import type { ContactId } from '../../../src/core/types.js'

function given(count: number): readonly ReferralCode[] {
  const codes: ReferralCode[] = []
  for (let nth = 0; nth < count; nth++) {
    codes.push({ code: newCode('HILO', codes), owner: `c${nth}` as ContactId })
  }
  return codes
}

const CODES = given(300)
const [FIRST] = CODES
const CODE = FIRST?.code ?? ''
const TAIL = CODE.slice(5)

test('codes are told apart by more than one sign', () => {
  expect(new Set(CODES.map(({ code }) => code)).size).toBe(300)
  for (const { code } of CODES) {
    const others = CODES.filter(
      (other) =>
        other.code !== code && [...other.code].filter((sign, at) => sign !== code[at]).length < 2,
    )
    expect(others).toEqual([])
  }
})

test.each([
  `Hola, vengo con el código ${CODE}`,
  CODE.toLowerCase(),
  `hola!! ${CODE.replace('-', '')} de parte de yolanda`,
  `codigo ${CODE.replace('-', ' - ')}.`,
  `hilo ${TAIL}`,
  `HILO_${TAIL} quiero 20 camisas`,
  `mi codigo es ${CODE.slice(0, -1)}Z`,
  `HLO-${TAIL} buenas`,
  `${CODE} ${CODE}`,
])('«%s» holds the code', (text) => {
  expect(mayHoldCode(text, 'HILO')).toBe(true)
  expect(findCode(text, CODES)).toMatchObject({ code: CODE, owner: 'c0' })
})

test.each(['hola', 'necesito 20 camisas con hilo azul', 'HILO', 'hilo 12', 'código de descuento'])(
  '«%s» holds none',
  (text) => {
    expect(findCode(text, CODES)).toBeNull()
  },
)

test('what is left to read has everything else in its place', () => {
  const text = `tengo ${CODE} y 20 camisas`
  const left = withoutCode(text, findCode(text, CODES))
  expect(left).toHaveLength(text.length)
  expect(left.replace(/\s+/g, ' ')).toBe('tengo y 20 camisas')
})
