import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ask, linesOf } from './lexicon.js'

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

  test.each([
    'me puedes hacer un pastel igual a este de la foto?',
    'toda la mesa igual, y me lo pueden mandar a la cinco',
  ])('no Portuguese is heard in «%s»', (text) => {
    expect(ask(text).language?.value ?? 'es').toBe('es')
  })

  test('no question of the Spanish fixtures is taken for Portuguese', () => {
    const folder = 'test/fixtures/questions'
    const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
    const texts = files.flatMap((name) =>
      linesOf(`${folder}/${name}`).map(
        (line) => (line as unknown as { question: string }).question,
      ),
    )
    expect(texts.length).toBeGreaterThan(1000)
    expect(texts.filter((text) => ask(text).language?.value === 'pt')).toEqual([])
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
