import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseBusiness } from '../../../src/core/business/parse.js'
import { yamlSource } from '../../../src/project/yaml-source.js'
import { businessComplaints } from '../flow/written.js'

const GOOD = readFileSync(
  new URL('../../fixtures/flows-good/business.yaml', import.meta.url),
  'utf8',
)
const FLOWS = ['calificacion', 'recordatorio']

/** The good file with one thing changed. */
function changed(from: string, to: string): string {
  if (!GOOD.includes(from)) throw new Error(`the good file has no ${from}`)
  return GOOD.replace(from, to)
}

describe('the business file', () => {
  const source = yamlSource('business.yaml', GOOD)
  const parsed = source.ok ? parseBusiness(source.value) : source

  test('is read as a business', () => {
    expect(parsed.ok && parsed.value).toMatchObject({
      name: 'Uniformes Hilván',
      language: 'es',
      lastCallMinutes: 60,
      nextDayBy: 600,
      takeOverHours: 12,
      alertMinutes: 15,
      digest: 480,
      staff: [{ name: 'Rosalba', title: 'la dueña', role: 'owner', phone: '+573000000001' }],
      flows: { talk: 'calificacion', silence: 'recordatorio', afterSale: 'recordatorio' },
      facts: [{ id: 'entrega', passesOn: false }],
      personas: [{ id: 'cafeteria', name: 'cafetería', one: 'cafetería' }],
    })
  })

  test('keeps hours as minutes, Monday first', () => {
    const hours = parsed.ok ? parsed.value.hours : []
    expect(hours).toHaveLength(7)
    expect(hours[0]).toEqual([
      [480, 750],
      [810, 1080],
    ])
    expect(hours[5]).toEqual([[480, 780]])
    expect(hours[6]).toEqual([])
  })

  test.each([
    ['digest: off', { digest: null }],
    ['digest: 7:30', { digest: 450 }],
    ['alertMinutes: 20', { alertMinutes: 20 }],
  ])('takes %s', (line, expected) => {
    const other = yamlSource('business.yaml', changed('segment: b2c', `segment: b2c\n${line}`))
    const read = other.ok ? parseBusiness(other.value) : other
    expect(read.ok && read.value).toMatchObject(expected)
  })

  test('names things in other languages where it says how', () => {
    const yaml = changed(
      'sells: "uniformes"',
      'sells: { text: "uniformes", en: "uniforms" }',
    ).replace(
      'gender: f',
      'gender: f\n    pt: { one: "calça", many: "calças" }\n    en: { one: "x", many: "xs", gender: m }',
    )
    const other = yamlSource('business.yaml', yaml)
    const read = other.ok ? parseBusiness(other.value) : other
    expect(read.ok && read.value).toMatchObject({
      sells: 'uniformes',
      sellsIn: { en: 'uniforms' },
      place: 'taller',
      placeIn: {},
      products: [{ in: { pt: { one: 'calça' }, en: { many: 'xs', gender: 'm' } } }],
    })
    expect(businessComplaints(yaml, FLOWS)).toEqual([])
  })

  test('has nothing wrong as it stands', () => {
    expect(businessComplaints(GOOD, FLOWS)).toEqual([])
  })
})

/** The good file with these campaigns on its ninth line. */
function withCampaigns(codes: readonly string[], more = ''): string {
  const list = codes.map((code) => `{ code: ${code}, name: "Algo" }`).join(', ')
  return changed('segment: b2c', `segment: b2c\ncampaigns: [${list}]${more}`)
}

const REFERRALS = '\nreferrals: { prefix: HILO, reward: "uno", welcome: "dos", profile: "alguien" }'

const BROKEN: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a product named in another language, but not many of it, and a language nobody here speaks',
    changed('gender: f', 'gender: f\n    en: { one: "shirt" }').replace(
      'sells: "uniformes"',
      'sells: { text: "uniformes", fr: "uniformes" }',
    ),
    ['2: «fr» no se conoce aquí. Hay: text, pt, en.', '24: falta «many». Agregarlo.'],
  ],
  [
    'two campaigns of one code, and one that is a slip of the pen away',
    withCampaigns(['FERIA', 'FERIA', 'FERIAS']),
    [
      '9: «FERIA» ya está en la línea 9. Cambiar uno de los dos nombres.',
      '9: «FERIAS» y «FERIA» se parecen demasiado: con una letra mal escrita sería el otro. Cambiar uno de los dos.',
    ],
  ],
  [
    'a campaign that looks like a friend’s code, and one that is a word of the shop',
    withCampaigns(['HILO-2026', 'CAMISA'], REFERRALS),
    [
      '9: «HILO-2026» empieza como los códigos de recomendación («HILO»). Cambiar uno de los dos.',
      '9: «CAMISA» también es una palabra de «products»: quien la escriba sola parecería venir de la campaña. Usar otro código.',
    ],
  ],
  [
    'a code in small letters',
    withCampaigns(['feria']),
    [
      '9: «feria» no sirve como código. Son de 3 a 20 letras mayúsculas, números o guiones, como FERIA o FERIA-26.',
    ],
  ],
  [
    'a product in a persona that is not sold',
    changed('suggests: [camisa]', 'suggests: [camsa]'),
    ['38: el producto «camsa» no está en business.yaml. ¿Será «camisa»?'],
  ],
  [
    'a talk and a slot of a kind of buyer that do not exist',
    changed(
      'suggests: [camisa]',
      'suggests: [camisa], when: { known: organizacion }, flow: calificacoin',
    ),
    [
      '38: el dato «organizacion» no existe. ¿Será «organization»? Si es nuevo, declararlo en «slots».',
      '38: el flujo «calificacoin» no existe. ¿Será «calificacion»? Hay: calificacion, recordatorio.',
    ],
  ],
  [
    'the price of a product that is not sold',
    changed('{precio:camisa}', '{precio:pantalon}'),
    ['35: el producto «pantalon» no está en business.yaml. Agregarlo o quitarlo de aquí.'],
  ],
  [
    'a fact that is not written',
    changed('"Calzado no hacemos."', '"{dato:entrga}"'),
    ['30: la respuesta «entrga» no está en business.yaml. ¿Será «entrega»?'],
  ],
  [
    'a flow that does not exist',
    changed('silence: recordatorio', 'silence: recordatorios'),
    [
      '39: el flujo «recordatorios» no existe. ¿Será «recordatorio»? Hay: calificacion, recordatorio.',
    ],
  ],
  [
    'a telephone without its country',
    changed('+573000000001', '300 000 0001'),
    [
      '10: «300 000 0001» no es un teléfono completo. Se escribe con el país y entre comillas: "+573000000001".',
    ],
  ],
  [
    'an interval that is none, one that ends first and two that cross',
    changed('["8:00-12:30", "13:30-18:00"]', '["8 a 12"]')
      .replace('martes: ["8:00-18:00"]', 'martes: ["18:00-8:00"]')
      .replace('jueves: ["8:00-18:00"]', 'jueves: ["8:00-13:00", "12:00-18:00"]'),
    ['12: «8 a 12» no es un horario. Se escribe "8:00-12:30".'],
  ],
  [
    'an interval that ends before it begins and two that cross',
    changed('martes: ["8:00-18:00"]', 'martes: ["18:00-8:00"]').replace(
      'jueves: ["8:00-18:00"]',
      'jueves: ["8:00-13:00", "12:00-18:00"]',
    ),
    [
      '13: el horario «18:00-8:00» termina antes de empezar o se cruza con el anterior.',
      '15: el horario «12:00-18:00» termina antes de empezar o se cruza con el anterior.',
    ],
  ],
  [
    'a day that is not there and one without its accent',
    changed('miércoles', 'miercoles'),
    [
      '11: falta «miércoles». Agregarlo.',
      '14: «miercoles» no se conoce aquí. ¿Será «miércoles»? Hay: lunes, martes, miércoles, jueves, viernes, sábado, domingo.',
    ],
  ],
  [
    'an hour of the digest that is none, and no minutes to wait',
    changed('segment: b2c', 'segment: b2c\ndigest: "a las 8"\nalertMinutes: 0'),
    [
      '9: «a las 8» no es una hora. Se escribe "8:00", u off para no recibir el resumen.',
      '10: «alertMinutes» tiene que ser mayor que cero.',
    ],
  ],
  [
    'a digest that is a number',
    changed('segment: b2c', 'segment: b2c\ndigest: 8'),
    ['9: «digest» tiene que ser un texto entre comillas.'],
  ],
  [
    'nobody who receives the alerts',
    changed('role: owner', 'role: seller'),
    ['9: falta una persona con «role: owner», que reciba los avisos.'],
  ],
  [
    'a country, a zone, a currency, a treatment and a price that are none',
    changed('country: CO', 'country: Colombia')
      .replace('America/Bogota', 'America/Bogotá')
      .replace('currency: COP', 'currency: pesos')
      .replace('treatment: usted', 'treatment: ud')
      .replace('price: 58000', 'price: "58.000"'),
    [
      '4: «Colombia» no es un país. Son dos letras mayúsculas: CO, MX, AR.',
      '5: «America/Bogotá» no es una zona horaria. Por ejemplo: America/Bogota.',
      '6: «pesos» no es una moneda. Son tres letras mayúsculas: COP, MXN, ARS.',
      '7: «ud» no vale en «treatment». Hay: usted, tú, vos.',
      '25: «price» tiene que ser un número, sin comillas ni puntos de miles.',
    ],
  ],
  [
    'a fact of the same name as another',
    changed('personas:', '  - { id: entrega, words: ["x"], text: "Y." }\npersonas:'),
    ['37: «entrega» ya está en la línea 33. Cambiar uno de los dos nombres.'],
  ],
  [
    'pieces for whoever is not ready, and what they name',
    changed(
      'personas:',
      `nurture:
  flow: acompañar
  most: 0
  pieces:
    - { id: uno, topic: "tela", stage: ready, text: "Uno." }
personas:`,
    ),
    [
      '39: «most» tiene que ser mayor que cero.',
      '41: «ready» no vale en «stage». Hay: awareness, consideration, decision.',
    ],
  ],
  [
    'pieces for products, people and a flow that nobody has',
    changed(
      'personas:',
      `nurture:
  flow: recordatorioo
  pieces:
    - { id: uno, topic: "tela", stage: awareness, products: [camisas], text: "Uno. {nadie}" }
    - { id: dos, topic: "tela", stage: decision, personas: [bares], text: "Dos." }
personas:`,
    ),
    [
      '38: el flujo «recordatorioo» no existe. ¿Será «recordatorio»? Hay: calificacion, recordatorio.',
      '40: {nadie} no está en business.yaml ni la pregunta ningún paso. Agregarla o quitarla.',
      '40: el producto «camisas» no está en business.yaml. ¿Será «camisa»?',
      '41: el tipo de comprador «bares» no está en business.yaml. Agregarlo o quitarlo de aquí.',
    ],
  ],
  [
    'a form that is missing',
    changed(', vos: "con tu logo bordado"', ''),
    ['27: a «includes» le falta la forma «vos».'],
  ],
]

describe('a broken business file', () => {
  test.each(BROKEN)('says %s', (_, yaml, expected) => {
    expect(businessComplaints(yaml, FLOWS)).toEqual(expected)
  })
})
