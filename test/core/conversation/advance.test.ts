import { describe, expect, test } from 'vitest'
import {
  acts,
  type Chat,
  messageOf,
  newChat,
  of,
  reply,
  says,
  sends,
  take,
  talk,
  told,
} from './_engine.js'

const FITS = 'necesito 20 camisetas polo para el 15 de abril, tengo un millón'

function rows({ all }: Chat): readonly string[] {
  return of(all, 'stage').map(({ from, to }) => `${from} → ${to}`)
}

describe('stages', () => {
  test.each([
    [['hola'], ['null → visitor']],
    [
      ['hola', 'soy Ana'],
      ['null → visitor', 'visitor → lead'],
    ],
    [['necesito 20 camisetas polo'], ['null → visitor', 'visitor → lead']],
    [[FITS], ['null → visitor', 'visitor → lead', 'lead → qualified']],
    [
      [`hola, cuánto valen? ${FITS}`],
      ['null → visitor', 'visitor → lead', 'lead → qualified', 'qualified → opportunity'],
    ],
    [
      ['cuánto valen las camisas', '15', 'para el 15 de abril', 'sí'],
      ['null → visitor', 'visitor → lead', 'lead → qualified', 'qualified → opportunity'],
    ],
    [
      [FITS, 'quiero hablar con una persona'],
      ['null → visitor', 'visitor → lead', 'lead → qualified', 'qualified → opportunity'],
    ],
    [['quiero hablar con una persona'], ['null → visitor']],
  ])('%j: each gets its row, in order', (texts, expected) => {
    expect(rows(talk(...texts))).toEqual(expected)
  })

  test('every row has its reason, its actor and the message that proves it', () => {
    const chat = talk(FITS)
    expect(of(chat.all, 'stage')).toMatchObject([
      { to: 'visitor', actor: { kind: 'contact' }, evidence: 'm0.0' },
      { to: 'lead', actor: { kind: 'contact' }, evidence: 'm0.0' },
      { to: 'qualified', actor: { kind: 'bot' }, evidence: 'm0.0' },
    ])
    for (const { reason } of of(chat.all, 'stage')) expect(reason).not.toBe('')
  })

  test('a stage is never passed twice', () => {
    const chat = talk(FITS, 'perdón, tengo 200 mil', 'perdón, son 2 millones')
    expect(new Set(rows(chat)).size).toBe(rows(chat).length)
    expect(chat.state.contact.stage).toBe('qualified')
  })

  test('who came from an ad keeps the first one', () => {
    const ad = { sourceType: 'ad', sourceId: '1', clickId: 'a', headline: 'Uniformes' }
    const first = messageOf(newChat(), [{ kind: 'text', text: 'hola' }])
    const chat = take(newChat(), { ...first, referral: ad })
    const second = messageOf(chat, [{ kind: 'text', text: 'hola' }])
    const later = take(chat, { ...second, referral: { ...ad, sourceId: '2' } })
    expect(later.state.contact.source).toEqual(ad)
  })
})

describe('the card', () => {
  test('is given once, the moment they qualify', () => {
    const chat = talk('hola', FITS, 'yo decido', 'quiero hablar con una persona', 'gracias')
    const cards = of(chat.all, 'tell').filter(({ notice }) => notice.kind === 'card')
    expect(cards).toHaveLength(1)
    expect(told(talk('hola', FITS))).toEqual(['card'])
  })

  test('comes after the stage rows of the same step', () => {
    const order = talk(FITS).effects.map(({ kind }) => kind)
    expect(order.indexOf('tell')).toBeGreaterThan(order.lastIndexOf('stage'))
  })

  test('is not given for a disqualified inquiry', () => {
    expect(told(talk('necesito 12 camisas para el 15 de abril, tengo 200 mil'))).toEqual([])
  })

  test('the next inquiry has a card of its own', () => {
    const won = acts(talk(FITS), { kind: 'won', amount: 840_000, saleId: 's1' })
    const back = says(won, 'necesito 30 delantales para el 20 de mayo, tengo 2 millones')
    expect(told(back)).toEqual(['card'])
    expect(back.state.inquiry?.id).toBe('ana.2')
  })

  test('the promise said to the person is kept for the owner', () => {
    const chat = talk(FITS)
    expect(chat.state.inquiry?.promise).toBe('hoy antes de las 6')
    expect(reply(chat)).toContain(chat.state.inquiry?.promise)
  })
})

describe('a rule that fails', () => {
  test('says no kindly, with something useful, and spends at most one question', () => {
    const chat = talk('necesito 12 camisas, tengo 200 mil')
    expect(chat.state.inquiry?.outcome).toMatchObject({
      kind: 'disqualified',
      reason: 'menos de $500.000',
    })
    expect(reply(chat)).toContain('$696.000')
    expect(reply(chat)).toContain('$108.000')
    expect(chat.state.dialogue.questions).toBe(1)
  })

  test('a thing the shop does not make is a no with a way on', () => {
    const chat = talk('necesito zapatos')
    expect(chat.state.inquiry?.outcome).toMatchObject({ kind: 'disqualified' })
    expect(reply(chat)).toContain('Calzado no hacemos')
  })

  test('ends when they ask for something the shop makes', () => {
    const chat = talk('necesito zapatos', 'entonces necesito 20 camisetas polo')
    expect(chat.state.inquiry?.outcome).toBeNull()
    expect(reply(chat)).toContain('$840.000')
  })

  test.each(['necesito 3 camisas', 'necesito 20 camisas para mañana'])(
    '%j only lowers the score',
    (text) => {
      expect(talk(text).state.inquiry?.outcome).toBeNull()
    },
  )
})

describe('questions', () => {
  test.each([
    [
      [
        'hola',
        'es para una cafetería, somos 14',
        'como en un mes',
        'unos 900 mil',
        'mi socia y yo',
      ],
    ],
    [['hola', '12 pantalones y 12 camisas', 'en mayo', 'prefiero no decir', 'yo', 'bueno']],
    [['hola', 'asdf', 'necesito 15 camisas', 'qwer', 'en un mes', 'zxcv', 'unos 900 mil', 'yo']],
    [
      [
        'hola',
        'camisas',
        'dónde quedan?',
        '15',
        'hay descuento?',
        'en un mes',
        'paso',
        'paso',
        'no',
      ],
    ],
  ])('%j: never more than four', (texts) => {
    const chat = talk(...texts)
    expect(chat.state.dialogue.questions).toBeLessThanOrEqual(4)
    expect(chat.state.dialogue.status).not.toBe('talking')
  })

  test('the greeting of a bare "hola" spends the first', () => {
    expect(talk('hola').state.dialogue.questions).toBe(1)
  })

  test('what is asked again in other words is not counted', () => {
    const texts = ['necesito 15 camisas', 'dónde quedan?', 'hacen envíos a Cali?', 'asdf'] as const
    expect(talk(...texts).state.dialogue.questions).toBe(1)
  })
})

test('a burst with a picture and words is answered for both', () => {
  const chat = sends(newChat(), { kind: 'image', caption: 'necesito 20 camisetas polo' })
  expect(reply(chat)).toContain('$840.000')
  expect(told(chat)).toContain('media')
})
