import { describe, expect, it } from 'vitest'
import type { Alert } from '../../../src/core/conversation/effects.js'
import { newDialogue } from '../../../src/core/conversation/new-dialogue.js'
import type { Case } from '../../../src/core/conversation/types.js'
import { alertOf, isUrgent, nextInLine } from '../../../src/core/owner/alert.js'
import type { FlowHash, LineId, Outcome } from '../../../src/core/types.js'
import { bogota } from '../business/hilvan.js'
import { anasCard } from './anas-card.js'
import { fabian } from './people.js'

const now = bogota(10, '10:15')
const opening = { chat: '+57', flow: 'talk', hash: 'h' as FlowHash }
const ana: Case = {
  contact: anasCard.contact,
  inquiry: anasCard.inquiry,
  dialogue: newDialogue('sim' as LineId, opening),
}
const won: Outcome = { kind: 'won', reason: '', at: now }

function withInquiry(change: Partial<NonNullable<Case['inquiry']>>): Case {
  return { ...ana, inquiry: { ...anasCard.inquiry, ...change } }
}

function paused(until: Case['dialogue']['paused']): Case {
  return { ...ana, dialogue: { ...ana.dialogue, paused: until } }
}

const card: Alert = { kind: 'card' }
const complaint: Alert = { kind: 'complaint', said: 'mal' }

describe('an alert', () => {
  it.each<[string, Alert, Case, boolean]>([
    ['a card that nobody took', card, ana, true],
    ['a card that somebody took', card, withInquiry({ assignedTo: fabian }), false],
    [
      'a card that somebody put off',
      card,
      withInquiry({ postponed: { until: bogota(12, '08:00'), by: fabian } }),
      false,
    ],
    [
      'a card whose day has come',
      card,
      withInquiry({ postponed: { until: bogota(10, '08:00'), by: fabian } }),
      true,
    ],
    ['a card of a sale', card, withInquiry({ outcome: won }), false],
    ['a card of a lost lead', card, withInquiry({ outcome: { ...won, kind: 'lost' } }), false],
    [
      'a card of somebody turned down, who asked for a person',
      card,
      withInquiry({ outcome: { ...won, kind: 'disqualified' } }),
      true,
    ],
    [
      'a person asked for again',
      { kind: 'asked_person' },
      withInquiry({ assignedTo: fabian }),
      true,
    ],
    [
      'a complaint after the sale',
      complaint,
      withInquiry({ outcome: won, assignedTo: fabian }),
      true,
    ],
    [
      'a chat that a person is in',
      complaint,
      paused({ until: bogota(10, '12:00'), by: 'x' }),
      false,
    ],
    ['a chat that a person was in', card, paused({ until: bogota(10, '09:00'), by: 'x' }), true],
    [
      'somebody who wants no more messages',
      card,
      { ...ana, contact: { ...ana.contact, consent: 'opted_out' } },
      false,
    ],
  ])('about %s', (_, alert, state, urgent) => {
    expect(isUrgent(alert, state, now)).toBe(urgent)
  })

  it('is still the same one when it was handed on; other news is none', () => {
    expect(alertOf({ kind: 'handed_on', of: complaint, from: 'Rosalba' })).toBe(complaint)
    expect(alertOf({ kind: 'reminder', of: complaint })).toBeNull()
    expect(alertOf({ kind: 'opted_out' })).toBeNull()
  })
})

describe('the line of those who are told', () => {
  const staff = [
    { name: 'Rosalba', role: 'owner' },
    { name: 'Fabián', role: 'seller' },
    { name: 'Teresa', role: 'owner' },
  ] as const

  it.each([
    ['Rosalba', 'Teresa'],
    ['Teresa', 'Fabián'],
    ['Fabián', 'Rosalba'],
    ['somebody who left', 'Rosalba'],
  ])('goes from %s to %s', (last, next) => {
    expect(nextInLine(staff, ({ name }) => name === last)?.name).toBe(next)
  })

  it('ends with the only one', () => {
    expect(nextInLine(staff.slice(0, 1), ({ name }) => name === 'Rosalba')).toBeNull()
    expect(nextInLine([], () => true)).toBeNull()
  })
})
