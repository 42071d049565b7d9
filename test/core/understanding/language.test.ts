import { describe, expect, test } from 'vitest'
import { ask } from './lexicon.js'

describe('the language of a message', () => {
  test.each([
    ['hola, quiero 20 camisas para el viernes', 'es'],
    ['necesito uniformes y no sé cuánto cuestan', 'es'],
    ['oi, boa tarde, eu preciso de uniformes para a minha equipe', 'pt'],
    ['vc pode me dizer quanto custa?', 'pt'],
    ['hi there, I need uniforms for my team', 'en'],
    ['how much is it?', 'en'],
  ])('%s', (text, language) => {
    expect(ask(text).language?.value).toBe(language)
  })

  test.each([
    'ok',
    'polo',
    '20',
    'sí',
    'no',
    'Rosalba',
    'uniformes',
    '',
    'hola, I need 20 camisas para my team',
  ])('is not told by «%s»', (text) => {
    expect(ask(text).language).toBeNull()
  })

  test('a shop of Bogotá reads Portuguese where Portuguese is written', () => {
    expect(ask('posso gastar até dois milhões, eu e minha sócia decidimos').budget?.value).toEqual({
      min: null,
      max: 2_000_000,
      currency: null,
      none: false,
    })
    expect(ask('não sei', { question: 'yesno' }).yes).toBeNull()
    expect(ask('não sei', { question: 'yesno', language: 'pt' }).yes?.value).toBeNull()
    expect(ask('não', { question: 'yesno', language: 'pt' }).yes?.value).toBe(false)
  })
})
