import { expect, test } from 'vitest'
import { samples } from '../../../src/web/view/samples.js'
import { project } from '../../core/conversation/_engine.js'

const { business, messages } = project

test('a newcomer is offered first messages about what the shop sells', () => {
  expect(samples(business, messages)).toEqual([
    'Buenas, ¿me da precio de camisetas polo?',
    'Hola, somos el restaurante La Alacena. Necesito 20 camisas de dotación para dentro de tres semanas y tengo unos $1.160.000',
    'Buenos días, necesito uniformes para una cafetería, somos 14',
    'Hola',
  ])
})

test('a shop without a catalogue still has a hello', () => {
  expect(samples({ ...business, products: [] }, messages)).toEqual(['Hola'])
})
