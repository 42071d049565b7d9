import { describe, expect, it, test } from 'vitest'
import type { World } from '../../../src/core/owner/types.js'
import { bogota } from '../business/hilvan.js'
import { awake, hear, lead, texts, world } from './people.js'

const ana = lead('Ana', { summary: '20 camisetas polo' })
const camilo = lead('Camilo', { summary: '15 camisas de dotación' })
const both = (rest: Partial<World> = {}): World => world([ana, camilo], rest)

describe('a question about somebody', () => {
  it.each([
    ['quién es el de las camisas', 'camilo'],
    ['cuánto le vendí a ana', 'ana'],
    ['¿ana pagó?', 'ana'],
    ['qué pasó con camilo', 'camilo'],
  ])('%s', (text, whom) => {
    const heard = hear(text, both())
    expect(heard.actions).toEqual([])
    expect(texts(heard)).toEqual([`[full card of ${whom}]`])
  })
})

const won = { kind: 'won', reason: '', at: bogota(10, '09:00') } as const

describe('what is told of somebody', () => {
  const asked = hear('camilo pasa el jueves', both())

  test('may be noted', () => {
    expect(texts(asked)).toEqual([
      'No sé qué hacer con eso. ¿Lo anoto en la historia de Camilo? *sí* o *no*',
    ])
    expect(hear('sí', both(), asked.staff).actions).toMatchObject([
      { target: 'camilo', action: { kind: 'note', text: 'camilo pasa el jueves' } },
    ])
  })

  test('is left with a no, and forgotten with another word', () => {
    expect(texts(hear('no', both(), asked.staff))).toEqual(['De acuerdo, no anoto nada.'])
    expect(hear('tomar ana', both(), asked.staff).actions).toMatchObject([
      { target: 'ana', action: { kind: 'take' } },
    ])
  })

  test.each([
    ['camilo me debe 200 mil', 'camilo'],
    ['la otra mitad me la paga el viernes', 'ana'],
    ['camilo quedó a paz y salvo con todo', 'camilo'],
  ])('is noted at once where it is of money: %s', (text, target) => {
    const sold = world([lead('Ana', { outcome: won, stage: 'customer' }), camilo])
    const heard = hear(text, sold, { ...awake, lastAbout: lead('Ana').id })
    expect(heard.actions).toMatchObject([{ target, action: { kind: 'note', text } }])
  })

  test('that nothing was paid records nothing', () => {
    expect(hear('ana no pagó', both()).actions).toEqual([])
  })
})

test('a sum after a talk about somebody is a quote or a sale, as they say', () => {
  const asked = hear('800 mil, con 10 % de descuento', both(), { ...awake, lastAbout: camilo.id })
  expect(texts(asked)).toEqual(['¿Qué son los $800.000 de Camilo? *cotización* o *venta*'])
  const oneOf = world([camilo])
  expect(hear('cotización', oneOf, asked.staff).actions).toMatchObject([
    { target: 'camilo', action: { kind: 'quote', amount: 800_000, discount: 10 } },
  ])
  expect(hear('venta', oneOf, asked.staff).actions).toMatchObject([
    { target: 'camilo', action: { kind: 'won', amount: 800_000 } },
  ])
})

test('the same sentence is not said twice in a row', () => {
  const once = hear('asdf', both())
  const twice = hear('qwer', both(), once.staff)
  expect(texts(once)).not.toEqual(texts(twice))
  expect(texts(hear('zxcv', both(), twice.staff))).not.toEqual(texts(twice))
})

describe('said as people say it', () => {
  it.each([
    ['camilo se fue con otro', { kind: 'lost', reason: 'se fue con otro' }],
    ['ana ya compró en otro lado', { kind: 'lost', reason: 'ya compró en otro lado' }],
    ['anótale a camilo que tiene 3 hijos', { kind: 'note', text: 'tiene 3 hijos' }],
    ['dile a ana que ya salió su pedido', { kind: 'respond', text: 'ya salió su pedido' }],
    ['dile a ana que qué pena la demora', { kind: 'respond', text: 'qué pena la demora' }],
    ['responder ana: que pena la demora', { kind: 'respond', text: 'que pena la demora' }],
    ['no, a ana le vendí en 1.100.000', { kind: 'won', amount: 1_100_000 }],
    ['háblale a ana y dígale que ya salió', { kind: 'respond' }],
    ['agenda cita con ana el lunes a las 9 en el taller', { kind: 'meet' }],
    ['oye vendí lo de ana por 840 mil', { kind: 'won', amount: 840_000 }],
  ])('%s', (text, action) => {
    expect(hear(text, both()).actions).toMatchObject([{ action }])
  })
})

test('whoever something was just done for is meant, though news of somebody else came before it', () => {
  const at = both({ lastCard: camilo.id, lastNews: camilo.id, spokenSince: ana.id })
  const heard = hear('cotización 840 mil', at, { ...awake, lastAbout: ana.id })
  expect(heard.actions).toMatchObject([{ target: 'ana', action: { kind: 'quote' } }])
})

test('what is to be recalled of a sale that is made is a call', () => {
  const sold = world([lead('Ana', { outcome: won })])
  for (const text of [
    'recuérdeme el viernes escribirle a ana',
    'recordar el viernes llamar a ana',
  ]) {
    expect(hear(text, sold).actions).toMatchObject([
      { target: 'ana', action: { kind: 'plan_call', why: 'reminder' } },
    ])
  }
})

test('a list of customers stays a list, and a question after it is one of its own', () => {
  const sold = world([lead('Ana', { outcome: won, stage: 'customer' })])
  const listed = hear('quién me compró', sold)
  expect(texts(hear('quién me pintó la casa', sold, listed.staff))).toEqual([
    'No conozco esa palabra. Con *ayuda* le muestro todas.',
  ])
})

test.each([
  ['cambia el precio de la polo a 45000', 'flows/business.yaml'],
  ['no me escribas más hoy', '*pausa todo*'],
])('%s is told where it is done', (text, hint) => {
  expect(texts(hear(text, both())).join()).toContain(hint)
})

test.each(['gracias mija', 'me manda el reporte', 'cuántos clientes tengo', 'apague el bot', 'oy'])(
  '%s is understood',
  (text) => {
    expect(texts(hear(text, both())).join()).not.toContain('No conozco esa palabra')
  },
)
