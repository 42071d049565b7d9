import { describe, expect, test } from 'vitest'
import { knownView } from '../../../src/web/view/known-view.js'
import { business, messages } from '../_house.js'

const contact = {
  stage: 'qualified',
  outcome: null,
  score: 80,
  reasons: [{ id: 'n', points: 20, text: 'sabe qué necesita', said: '20 delantales' }],
  slots: {
    need: { value: 'delantales', said: '20 delantales', confidence: 1 },
    place: { value: null, declined: true },
  },
  stageChanges: [
    { from: null, to: 'visitor', reason: 'primer mensaje', at: '2026-03-10T15:00:00.000Z' },
    { from: 'visitor', to: 'lead', reason: 'contó qué quiere', at: '2026-03-10T15:00:00.000Z' },
    { from: 'lead', to: 'qualified', reason: '', at: '2026-03-10T15:06:00.000Z' },
  ],
  timers: [
    { name: 'ultimo-recordatorio', dueAt: '2026-03-13T15:00:00.000Z' },
    { name: 'primer-recordatorio', dueAt: '2026-03-11T15:00:00.000Z' },
  ],
  consents: [],
  paused: null,
}

describe('what the bot knows', () => {
  test('is ready to show: path, score, facts with their words, what comes next in order', () => {
    expect(knownView(contact, messages, business)).toEqual({
      stage: 3,
      reached: [
        '',
        'mar 10 mar 10:00, primer mensaje',
        'mar 10 mar 10:00, contó qué quiere',
        'mar 10 mar 10:06',
        '',
        '',
        '',
        '',
      ],
      score: 80,
      reasons: [{ text: 'sabe qué necesita', points: 20 }],
      facts: [
        { label: 'Necesidad', value: 'delantales', said: '20 delantales' },
        { label: 'Lugar', value: 'Prefirió no decir', said: '' },
      ],
      timers: [
        { name: 'Primer recordatorio', at: 'mié 11 mar 10:00' },
        { name: 'Ultimo recordatorio', at: 'vie 13 mar 10:00' },
      ],
      notes: [],
    })
  })

  test('says when a person has the chat, how it ended, and that nobody may write', () => {
    const ended = {
      ...contact,
      paused: { until: '2026-03-11T03:00:00.000Z', by: 'Rosalba' },
      outcome: {
        kind: 'disqualified',
        reason: 'menos de $500.000',
        at: '2026-03-10T15:00:00.000Z',
      },
      consents: [{ kind: 'messages', state: 'opted_out', at: '2026-03-10T15:00:00.000Z' }],
    }
    expect(knownView(ended, messages, business)?.notes).toEqual([
      'Una persona tiene este chat; el bot espera hasta mar 10 mar 22:00.',
      'No califica: menos de $500.000.',
      'Pidió no recibir más mensajes.',
    ])
  })

  test('keeps the rest when one part cannot be read', () => {
    const odd = { ...contact, stage: 'martian', timers: 'soon', reasons: [{ text: 1 }] }
    expect(knownView(odd, messages, business)).toMatchObject({
      stage: -1,
      score: 80,
      timers: [],
      reasons: [],
      facts: [{ label: 'Necesidad' }, { label: 'Lugar' }],
    })
  })

  test('is nothing for somebody unknown', () => {
    expect(knownView(null, messages, business)).toBeNull()
  })
})
