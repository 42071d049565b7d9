import { describe, expect, test } from 'vitest'
import { acts, type Chat, kinds, of, reply, says, take, talk, told } from './_engine.js'

const QUOTE = { kind: 'quote', id: 'q1', amount: 870_000, discount: null, sent: false } as const

function quoted(): Chat {
  return acts(
    talk('soy Camilo, 15 camisas para mediados de abril, hasta 900 mil, yo decido'),
    QUOTE,
  )
}

/** The wait that is set, over. */
function fires(chat: Chat): Chat {
  const timer = of(chat.all, 'set_timer').findLast(({ flow }) => flow === 'after-quote')
  if (timer === undefined) throw new Error('no follow-up was set')
  const { id, name, flow, step, dueAt: now } = timer
  const gate = { proactiveToday: 0, proactiveThisWeek: 0, lockedUntil: null }
  const then = { ...chat, context: { ...chat.context, now } }
  return take(then, { kind: 'timer', id, name, flow, step, ...gate })
}

describe('after a quote', () => {
  test('there are three messages, and then it is closed and told', () => {
    const asked = fires(fires(fires(quoted())))
    expect(reply(asked)).toContain('¿seguimos con el pedido, o lo dejamos por ahora?')
    const closed = fires(asked)
    expect(closed.said).toEqual([])
    expect(closed.state.inquiry?.outcome).toMatchObject({ kind: 'lost', reason: 'sin decisión' })
    expect(told(closed)).toEqual(['undecided'])
    expect(of(closed.effects, 'set_timer')).toEqual([])
  })

  test.each(['gracias', 'no, gracias', 'sí, hagámosle', 'cuánto se demoran?'])(
    '«%s» stops it',
    (text) => {
      const cancelled = of(says(quoted(), text).effects, 'cancel_timers')
      expect(cancelled.map(({ flow }) => flow)).toContain('after-quote')
    },
  )

  test('so does that it is lost', () => {
    const lost = acts(quoted(), { kind: 'lost', reason: 'precio' })
    expect(of(lost.effects, 'cancel_timers').map(({ flow }) => flow)).toContain('after-quote')
  })
})

describe('what is said against a price', () => {
  test.each([
    ['está muy caro', 'caro', 'Ese valor es por las 15 camisas'],
    ['uy no, carísimo', 'caro', 'Ese valor es por las 15 camisas'],
    ['lo voy a pensar', 'pensarlo', 'piénselo con calma'],
    ['Déjeme pensarlo', 'pensarlo', 'piénselo con calma'],
    ['es que ya tengo proveedor', 'proveedor', 'quiere comparar'],
    ['déjeme consultarlo', 'consultarlo', 'consúltelo con calma'],
    ['lo hablo con mi socia', 'consultarlo', 'consúltelo con calma'],
  ])('«%s» is %s', (text, objection, answer) => {
    const chat = says(quoted(), text)
    expect(reply(chat)).toContain(answer)
    expect(of(chat.effects, 'objection')).toMatchObject([{ objection }])
    expect(told(chat)).toContain('objection')
    const again = says(chat, text)
    expect(reply(again)).not.toContain(answer)
    expect(of(again.effects, 'objection')).toHaveLength(1)
  })

  test('counts nothing before there is a price from a person', () => {
    const chat = says(talk('soy Camilo, 15 camisas para mediados de abril'), 'está muy caro')
    expect(kinds(chat)).not.toContain('objection')
  })
})
