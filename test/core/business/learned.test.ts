import { describe, expect, it } from 'vitest'
import { sentenceOf, withLearned, withLearnedMentions } from '../../../src/core/business/learned.js'
import { createMentions } from '../../../src/core/business/mentions.js'
import { fold } from '../../../src/core/understanding/normalise.js'
import { spanish } from '../schedule/spanish.js'
import { hilvan } from './hilvan.js'

const base = createMentions(hilvan)

function answers(fact: string, question: string): boolean {
  const find = withLearnedMentions(base, [{ id: 'f1', text: fact }], spanish)
  return find(fold(question)).facts.some(({ id }) => id === 'f1')
}

describe('what an owner taught', () => {
  it.each([
    ['sí hacemos envíos a Pasto, cuestan 15.000', '¿hacen envíos a pasto?'],
    ['sí hacemos envíos a Pasto, cuestan 15.000', 'cuánto cuesta el envío?'],
    ['enviamos a todo el país por 15.000', 'hacen envíos a Villavicencio?'],
    ['recibimos tarjetas débito y crédito', 'aceptan tarjeta?'],
    ['recibimos tarjetas débito y crédito', 'puedo pagar con tarjeta de crédito?'],
    ['la factura electrónica la mandamos al correo', 'dan factura electrónica?'],
    ['el parqueadero es gratis', 'buenas, una pregunta, tienen parqueadero?'],
    ['los sábados abrimos hasta las 3', 'hasta qué hora abren los sabados?'],
    ['tallas desde XS hasta 3XL', 'qué tallas manejan'],
    ['la tela de las camisas es algodón', 'de qué tela son las camisas?'],
  ])('«%s» answers «%s»', (fact, question) => {
    expect(answers(fact, question)).toBe(true)
  })

  it.each([
    ['sí hacemos envíos a Pasto, cuestan 15.000', 'hacen envíos a Cali?'],
    ['sí hacemos envíos a Pasto, cuestan 15.000', 'tienen local en Cali?'],
    ['la tela de las camisas es algodón', 'de qué tela son los pantalones?'],
    ['recibimos tarjetas débito y crédito', 'a qué hora abren?'],
    ['el parqueadero es gratis', 'hola'],
    ['el parqueadero es gratis', 'necesito 20 camisetas polo para el viernes'],
  ])('«%s» does not answer «%s»', (fact, question) => {
    expect(answers(fact, question)).toBe(false)
  })

  it('stands in place of what the file says', () => {
    const find = withLearnedMentions(
      base,
      [{ id: 'f1', text: 'el horario cambió: de 9 a 5' }],
      spanish,
    )
    expect(find('cual es el horario?').facts.map(({ id }) => id)).toEqual(['f1'])
    expect(base('cual es el horario?').facts.map(({ id }) => id)).toEqual(['horario'])
  })

  it('is said as a sentence of its own', () => {
    expect(sentenceOf(' sí, hay envíos')).toBe('Sí, hay envíos.')
    expect(sentenceOf('¡claro!')).toBe('¡claro!')
    const { facts } = withLearned(hilvan, [{ id: 'f1', text: 'sí hay' }])
    expect(facts.at(-1)?.text.vos).toBe('Sí hay.')
  })
})
