import { describe, expect, test } from 'vitest'
import { isTooFast, soundsAutomatic } from '../../../src/core/loops/signs.js'
import type { Iso } from '../../../src/core/types.js'
import { contextOf, NOW } from '../conversation/_engine.js'

const context = contextOf(NOW)

function isMachine(text: string): boolean {
  const reading = context.read(text, { question: 'open', country: 'CO', today: 20_522 })
  return soundsAutomatic({ text, reading, mentions: context.mentions(text) })
}

describe('an automatic answer', () => {
  test.each([
    'Gracias por comunicarse con Ferretería El Tornillo. En breve le atenderemos.',
    '¡Gracias por comunicarte con Panadería El Trigal! ¿Cómo podemos ayudarte?',
    'Este es un mensaje automático, por favor no responder.',
    'Hola 👋 soy el asistente virtual de Telcel',
    'Nuestro horario de atención es de lunes a viernes',
    'En este momento no estamos disponibles',
    'Digite 1 si es cliente, digite 2 si no lo es',
    'Opción no válida',
    'No entendí tu selección',
    'Uno de nuestros asesores lo contactará pronto',
    'Bienvenido:\n1. Ventas\n2. Soporte\n3. Cartera',
    '*1* - Saldos\n*2* - Pagos',
    '1️⃣ Saldos\n2️⃣ Pagos',
    'A) Reservas\nB) Domicilios',
  ])('%s', (text) => expect(isMachine(text)).toBe(true))
})

describe('a person', () => {
  test.each([
    'hola, buenas',
    'gracias por responder tan rápido',
    'muchas gracias por escribirme',
    '¿cuál es el horario de atención?',
    '¿hablo con un robot?',
    'necesito:\n1. 20 camisetas polo\n2. 30 delantales\n3. 5 camisas',
    'son 20\ny las quiero azules',
    'la opción 2',
    'en breve le confirmo',
    'mi asesora me dijo que les escribiera',
    'marque la talla en la camisa por favor, es la M',
    'no entendí su respuesta jaja, ¿me explica?',
    'tengo un menú que imprimir\npara 14 mesas',
  ])('%s', (text) => expect(isMachine(text)).toBe(false))
})

test('nobody types a menu in two seconds', () => {
  const spoke = '2026-03-10T15:00:00.000Z' as Iso
  const after = (seconds: number) =>
    new Date(Date.parse(spoke) + seconds * 1000).toISOString() as Iso
  const long = 'Le informamos que contamos con 20 camisetas polo en promoción'
  expect(isTooFast(long, after(2), spoke)).toBe(true)
  expect(isTooFast(long, after(20), spoke)).toBe(false)
  expect(isTooFast('sí, 20 camisetas', after(1), spoke)).toBe(false)
  // Where the clocks of two machines differ, or nothing was said, nothing is known.
  expect(isTooFast(long, after(-3), spoke)).toBe(false)
  expect(isTooFast(long, after(0), spoke)).toBe(false)
  // A script that plays a talk.
  expect(isTooFast(long, after(0.4), spoke)).toBe(false)
  expect(isTooFast(long, after(2), null)).toBe(false)
})
