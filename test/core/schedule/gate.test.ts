import { describe, expect, it } from 'vitest'
import { nextAllowed } from '../../../src/core/schedule/contact-hours.js'
import { type GateQuestion, gate } from '../../../src/core/schedule/gate.js'
import { heldText } from '../../../src/core/schedule/held-text.js'
import { bogota, colombianHolidays, colombianPolicy, hilvan } from '../business/hilvan.js'
import { spanish } from './spanish.js'

const calm: GateQuestion = {
  now: bogota(10, '10:00'),
  consent: 'none',
  paused: null,
  postponedUntil: null,
  silence: null,
  rehearsal: null,
  lockedUntil: null,
  proactive: { day: 0, week: 0 },
  policy: colombianPolicy,
  business: hilvan,
  holidays: colombianHolidays,
}

describe('the gate', () => {
  it('lets a message go on a working morning', () => {
    expect(gate(calm)).toEqual({ kind: 'go' })
  })

  it.each([
    ['before the shop opens', bogota(10, '07:30'), bogota(10, '08:00'), 'held.hours'],
    ['after it closes', bogota(10, '18:00'), bogota(11, '08:00'), 'held.hours'],
    ['on a Saturday afternoon', bogota(14, '13:30'), bogota(16, '08:00'), 'held.hours'],
    ['on a Sunday', bogota(15, '10:00'), bogota(16, '08:00'), 'held.rest_day'],
    ['on a Sunday before a holiday', bogota(22, '15:00'), bogota(24, '08:00'), 'held.rest_day'],
  ] as const)('waits %s', (_, now, until, reason) => {
    expect(gate({ ...calm, now })).toEqual({ kind: 'wait', until, reason })
  })

  it('never writes to somebody who asked not to be written to', () => {
    const answer = gate({ ...calm, consent: 'opted_out' })
    expect(answer).toEqual({ kind: 'never', reason: 'held.opted_out' })
  })

  it('waits while a person is talking in the chat, and then for opening time', () => {
    const paused = { until: bogota(10, '22:40'), by: 'Rosalba' }
    expect(gate({ ...calm, paused })).toEqual({
      kind: 'wait',
      until: bogota(11, '08:00'),
      reason: 'held.person',
    })
    expect(gate({ ...calm, paused: { until: bogota(10, '10:00'), by: 'Rosalba' } }).kind).toBe('go')
  })

  it('waits while WhatsApp keeps the number from opening chats', () => {
    expect(gate({ ...calm, lockedUntil: bogota(10, '22:40') })).toEqual({
      kind: 'wait',
      until: bogota(11, '08:00'),
      reason: 'held.locked',
    })
    expect(gate({ ...calm, lockedUntil: bogota(10, '10:00') }).kind).toBe('go')
  })

  it('waits for another day after one message today or two in the week', () => {
    const tomorrow = bogota(11, '08:00')
    expect(gate({ ...calm, proactive: { day: 1, week: 1 } })).toEqual({
      kind: 'wait',
      until: tomorrow,
      reason: 'held.day_cap',
    })
    expect(gate({ ...calm, proactive: { day: 0, week: 2 } })).toEqual({
      kind: 'wait',
      until: tomorrow,
      reason: 'held.week_cap',
    })
    expect(gate({ ...calm, proactive: { day: 0, week: 1 } }).kind).toBe('go')
  })

  it('says never where shop and country share no hour', () => {
    const nights = { ...hilvan, hours: hilvan.hours.map(() => [[1200, 1380] as const]) }
    expect(gate({ ...calm, business: nights })).toEqual({ kind: 'never', reason: 'held.no_hours' })
  })

  it('writes through the lunch break, because only the ends of the day count', () => {
    const split = {
      ...hilvan,
      hours: hilvan.hours.map(
        () =>
          [
            [480, 720],
            [840, 1080],
          ] as const,
      ),
    }
    expect(gate({ ...calm, now: bogota(10, '13:00'), business: split }).kind).toBe('go')
  })

  it('lets holidays be where the country allows them', () => {
    const policy = { ...colombianPolicy, onHolidays: true }
    expect(gate({ ...calm, now: bogota(23, '10:00'), policy }).kind).toBe('go')
  })

  it.each([
    [bogota(22, '15:00'), 'Espera al martes 24, 8 a. m.: domingo y festivo no se escribe.'],
    [bogota(10, '19:00'), 'Espera al miércoles 11, 8 a. m.: a esta hora no se escribe.'],
  ])('says why it waits at %s', (now, sentence) => {
    const answer = gate({ ...calm, now })
    if (answer.kind === 'go') throw new Error('expected to wait')
    expect(heldText(answer, hilvan, spanish)).toBe(sentence)
  })

  it('names the hour until which a person has the chat', () => {
    const paused = { until: bogota(11, '10:40'), by: 'Rosalba' }
    const answer = gate({ ...calm, paused })
    if (answer.kind === 'go') throw new Error('expected to wait')
    expect(heldText(answer, hilvan, spanish)).toBe(
      'Espera: una persona está hablando en ese chat (hasta las 10:40 a. m.).',
    )
  })
})

describe('moving into contact hours', () => {
  it('leaves an allowed instant as it is, to the millisecond', () => {
    const at = bogota(10, '10:00').replace('00.000Z', '12.345Z') as typeof calm.now
    expect(nextAllowed(calm, at)).toBe(at)
  })
})
