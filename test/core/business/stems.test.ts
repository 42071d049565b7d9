import { describe, expect, test } from 'vitest'
import { readWords } from '../../../src/core/business/words.js'
import { MESSAGES } from '../flow/written.js'

const stemsOf = (text: string): ReadonlySet<string> =>
  new Set(readWords(text, MESSAGES).map(({ stem }) => stem))

describe('have one stem', () => {
  test.each([
    'bordan bordado bordar bordarlas bordados bordando',
    'abren abierto abrimos apertura abierta',
    'cierran cerrar cierre cerramos cerrado',
    'pago pagar pagan pague pagamos pagos',
    'cuesta costar costaría cuestan',
    'garantía garantías',
    'estacionar estacionamiento estacionado',
    'facturan factura facturación facturar',
    'tarjeta tarjetas',
    'luz luces',
    'envían envío enviarme envíos',
    'quitármela quitar quitan',
    'devuelven devolver devolución',
    'teñirse tinte teñido',
    'color colores',
  ])('%s', (words) => {
    expect(stemsOf(words).size).toBe(1)
  })
})

describe('have two', () => {
  test.each([
    'tener teñir',
    'como comer',
    'esta estación',
    'pelo pelado',
    'recibo recibimos',
    'casa casco',
  ])('%s', (words) => {
    expect(stemsOf(words).size).toBe(2)
  })
})
