import { describe, expect, test } from 'vitest'
import { contextOf, NOW, newChat, project, reply, says, slots, talk, told } from './_engine.js'

const POLO = 'hi, I need 20 polo shirts for my team please'

/** The workshop as somebody has it who wrote nothing in other languages. */
function onlySpanish() {
  const { products, facts } = project.business
  return newChat(
    contextOf(NOW, {
      sellsIn: {},
      products: products.map(({ in: _, ...product }) => product),
      facts: facts.map(({ text, ...fact }) => {
        const { usted, tú, vos } = text
        return { ...fact, text: { usted, tú, vos } }
      }),
    }),
  )
}

describe('whoever writes in another language', () => {
  test('hears of products, promises and dates in it, and the owner in Spanish', () => {
    const chat = talk(POLO, 'for April 15', 'about 900 thousand')
    expect(reply(chat)).toContain('write to you today before 6 p.m.')
    expect(slots(chat).need).toBe('camisetas polo')
  })

  test('is answered in Spanish, after one kind sentence, where the business has no words in theirs', () => {
    const first = says(
      onlySpanish(),
      'hi there, what is the delivery time for the polo shirts please?',
    )
    expect(reply(first)).toMatch(
      /This part I only have in Spanish: La entrega toma 8 días hábiles desde que se aprueba la muestra\./,
    )
    const second = says(first, 'and how much are the polo shirts that you have?')
    expect(reply(second)).toContain('La camiseta polo vale $42.000 con el logo bordado')
    expect(reply(second)).not.toContain('only have in Spanish')
  })

  test('hears no half of a sentence in each', () => {
    const chat = says(onlySpanish(), POLO)
    expect(reply(chat)).not.toMatch(/camisetas.*come to|The.*camisetas/)
  })

  test('is understood by what the business sells in their language', () => {
    const chat = talk('hi, do you make uniforms?')
    expect(slots(chat).need).toBe('uniformes')
    expect(told(chat)).not.toContain('unknown_question')
    expect(reply(chat)).not.toContain('Spanish')
  })
})

describe('a budget in another currency', () => {
  test.each([
    [
      'hola, necesito 20 camisetas polo para mediados de abril',
      'tengo unos 300 dólares',
      'Rosalba',
    ],
    [`${POLO}, for mid April`, 'about 300 dollars', 'Rosalba will see it with you'],
  ])('after %s goes to a person as it was said', (order, budget, said) => {
    const chat = talk(order, budget)
    expect(reply(chat)).toContain('US$300')
    expect(reply(chat)).toContain(said)
    expect(reply(chat)).not.toMatch(/alcanza|enough|more than you had/)
    expect(chat.state.inquiry).toMatchObject({ outcome: null, told: true, qualified: false })
    expect(chat.state.inquiry?.reasons.map(({ id }) => id)).not.toContain('presupuesto')
  })

  test('corrected in pesos compares again', () => {
    const order = 'hola, necesito 20 camisetas polo para mediados de abril'
    const chat = talk(order, 'tengo unos 300 dólares', 'perdón, tengo 900 mil pesos')
    expect(slots(chat).budget).toMatchObject({ max: 900_000, currency: 'COP' })
  })
})

describe('a thank-you while something is asked', () => {
  test('brings the question back once, and not a third time', () => {
    const once = talk('hola, necesito 20 camisetas polo', 'gracias')
    expect(reply(once)).toBe('Con gusto. ¿Más o menos para cuándo serían?')
    expect(reply(says(once, 'mil gracias'))).toBe('Con mucho gusto.')
  })

  test('leaves it open all the same', () => {
    const chat = talk('hola, necesito 20 camisetas polo', 'gracias', 'gracias', 'en un mes')
    expect(slots(chat).urgency).toMatchObject({ days: [31, 31] })
  })
})
