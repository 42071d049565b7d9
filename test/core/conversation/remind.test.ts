import { describe, expect, test } from 'vitest'
import { acts, type Chat, kinds, later, NOW, of, reply, says, take, talk } from './_engine.js'

/** The reminder that is set, fired at the moment it is due. */
function fires(chat: Chat, proactive = { day: 0, week: 0 }): Chat {
  const timer = of(chat.all, 'set_timer').at(-1)
  if (timer === undefined) throw new Error('no reminder was set')
  const then = { ...chat, context: { ...chat.context, now: timer.dueAt } }
  const { id, name, flow, step } = timer
  const [proactiveToday, proactiveThisWeek] = [proactive.day, proactive.week]
  const lockedUntil = null
  return take(then, {
    ...{ kind: 'timer', id, name, flow, step, proactiveToday, proactiveThisWeek, lockedUntil },
  })
}

const ASKED = talk('soy Camilo, necesito 15 camisas')

describe('the reminder', () => {
  test('is set for a day after each question', () => {
    expect(of(ASKED.effects, 'set_timer')).toMatchObject([
      {
        name: 'primer-recordatorio',
        flow: 'silence',
        dueAt: '2026-03-11T15:01:00.000Z',
        held: null,
      },
    ])
  })

  test('is moved and not doubled when they answer and are asked again', () => {
    const [first, second] = of(says(ASKED, 'en un mes').all, 'set_timer')
    expect(second?.id).toBe(first?.id)
    expect(Date.parse(second?.dueAt ?? '')).toBeGreaterThan(Date.parse(first?.dueAt ?? ''))
  })

  test('is cancelled when nothing is asked any more', () => {
    const chat = says(ASKED, 'quiero hablar con una persona')
    expect(of(chat.effects, 'cancel_timers')).toMatchObject([{ flow: 'silence' }])
    expect(kinds(says(chat, 'gracias'))).not.toContain('cancel_timers')
  })

  test('falls inside contact hours: Saturday afternoon becomes Monday morning', () => {
    const friday = later(talk(), 'P3DT6H')
    const [timer] = of(says(friday, 'necesito 15 camisas').effects, 'set_timer')
    expect(timer?.dueAt).toBe('2026-03-16T13:00:00.000Z')
  })

  test('says what is kept, without a question or a reproach', () => {
    const chat = fires(ASKED)
    expect(reply(chat)).toContain('Hola, Camilo. Le guardo la cuenta de las 15 camisas de dotación')
    expect(reply(chat)).not.toContain('?')
    expect(of(chat.effects, 'say')).toMatchObject([{ occasion: 'proactive' }])
  })

  test('leaves the question open and spends none', () => {
    const chat = fires(ASKED)
    expect(chat.state.dialogue.pending).toEqual(ASKED.state.dialogue.pending)
    expect(chat.state.dialogue.questions).toBe(ASKED.state.dialogue.questions)
    expect(says(chat, 'para el 15 de abril').state.dialogue.pending).toMatchObject({
      step: 'presupuesto',
    })
  })

  test('comes twice and then never again', () => {
    const second = fires(fires(ASKED))
    expect(reply(second)).toContain('mi último mensaje')
    expect(of(second.effects, 'set_timer')).toEqual([])
    expect(second.said).toHaveLength(1)
  })

  test("the second of the shop's week skips Sunday and the holiday after it", () => {
    const thursday = says(later(talk(), 'P9DT5H'), 'necesito 15 camisas')
    const first = fires(thursday)
    expect(first.context.now).toBe('2026-03-20T20:01:00.000Z')
    expect(of(first.effects, 'set_timer')).toMatchObject([{ dueAt: '2026-03-24T13:00:00.000Z' }])
  })
})

describe('the gate', () => {
  test('never lets anything through to somebody who opted out', () => {
    const chat = fires(says(ASKED, 'no me escriban más'))
    expect(chat.said).toEqual([])
    expect(kinds(chat)).toEqual(['drop_timer'])
  })

  test('waits while a person is talking in the chat', () => {
    const chat = fires(acts(later(ASKED, 'PT23H'), { kind: 'pause' }))
    expect(chat.said).toEqual([])
    const [timer] = of(chat.effects, 'set_timer')
    expect(timer).toMatchObject({ name: 'primer-recordatorio', held: 'held.person' })
    expect(Date.parse(timer?.dueAt ?? '')).toBeGreaterThan(Date.parse(chat.context.now))
  })

  test('waits for the next day when they already got something today', () => {
    const chat = fires(ASKED, { day: 1, week: 1 })
    expect(chat.said).toEqual([])
    expect(of(chat.effects, 'set_timer')).toMatchObject([
      { held: 'held.day_cap', dueAt: '2026-03-12T13:00:00.000Z' },
    ])
  })

  test('waits when they got two in seven days', () => {
    expect(of(fires(ASKED, { day: 0, week: 2 }).effects, 'set_timer')).toMatchObject([
      { held: 'held.week_cap' },
    ])
  })

  test('what waited is the same occurrence and is said when it may be', () => {
    const held = fires(ASKED, { day: 1, week: 1 })
    const [timer] = of(held.effects, 'set_timer')
    expect(timer?.id).toBe(of(ASKED.effects, 'set_timer')[0]?.id)
    expect(reply(fires(held))).toContain('Le guardo la cuenta')
  })

  test('answers to a person pass at any hour', () => {
    const night = later(ASKED, 'PT15H')
    expect(night.context.now > NOW).toBe(true)
    expect(reply(says(night, 'cuánto vale el delantal?'))).toContain('$29.000')
  })
})
