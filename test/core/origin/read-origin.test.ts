import { describe, expect, test } from 'vitest'
import { originAnswered, originToldIn } from '../../../src/core/origin/read-origin.js'
import { project } from '../conversation/_engine.js'
import { linesOf } from '../understanding/lexicon.js'

const known = {
  campaigns: project.business.campaigns,
  rules: { options: [{ id: 'cuadra', label: 'Del barrio', words: ['del barrio'] }] },
  messages: project.messages,
}

describe('what they answer to the question', () => {
  test.each([
    ['por instagram', 'instagram'],
    ['Insta', 'instagram'],
    ['me recomendó Ana', 'friend'],
    ['un amigo', 'friend'],
    ['vi el local', 'street'],
    ['pasé por el local', 'street'],
    ['google', 'google'],
    ['Google Maps', 'google'],
    ['los busqué en internet', 'web'],
    ['un volante', 'flyer'],
    ['en la feria del hogar', 'feria'],
    ['soy del barrio', 'cuadra'],
    ['ya les había comprado', 'before'],
    ['por la iglesia', 'other'],
  ])('«%s» is %s', (text, way) => {
    expect(originAnswered(text, known)?.way).toBe(way)
  })

  test.each([
    'gracias',
    'listo',
    'está carísimo',
    'lo hablo con mi esposo y mañana le aviso',
    'ok',
  ])('«%s» is no answer', (text) => {
    expect(originAnswered(text, known)).toBeNull()
  })
})

describe('what they say without being asked', () => {
  test.each([
    ['hola, los vi en Instagram, necesito 20 polos', 'instagram'],
    ['buenas, me recomendó Ana Torres', 'friend'],
    ['vengo de parte de don Jairo', 'friend'],
    ['los encontré en google, ¿hacen delantales?', 'google'],
    ['vi un anuncio de ustedes', 'publicity'],
    ['vi el letrero y me animé a escribir', 'street'],
  ])('«%s» is %s', (text, way) => {
    expect(originToldIn(text, known)?.way).toBe(way)
  })

  test.each([
    '¿tienen instagram?',
    '¿qué me recomienda para cafetería?',
    'es para un amigo que abre un local',
    'necesito uniformes para la tienda',
    'mi jefe decide',
  ])('«%s» tells nothing of it', (text) => {
    expect(originToldIn(text, known)).toBeNull()
  })

  test('lines about other things are left alone', () => {
    const lines = ['dev', 'own', 'sayings'].flatMap((name) =>
      linesOf(`test/fixtures/utterances/${name}.jsonl`),
    )
    const read = lines.filter(({ text }) => originToldIn(text, known) !== null)
    // These do tell it.
    expect(read.map(({ text }) => text).sort()).toEqual([
      'Buenas tardes, Lorena Aguilar, me pasaron su número',
      'Pedro me recomendó con ustedes',
      'de parte de Ximena',
      'el dueño de la casa del frente me dio su número',
      'el ingeniero Ramos me pasó su contacto',
      'el jefe de mi hermana me recomendó su tienda',
      'me pasaron el dato de ustedes en el club',
      'me pasó el contacto Marcela',
      'mi comadre me pasó su número',
      'mi socio me recomendó con ustedes',
      'my husband saw your ad on Facebook',
      'vengo de parte de Antonio',
    ])
  })
})

test('who recommended is what stands after the words', () => {
  expect(originAnswered('me recomendó Ana Torres', known)?.by).toBe('Ana Torres')
  expect(originAnswered('un amigo', known)?.by).toBeNull()
})
