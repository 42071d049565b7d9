import { expect, test } from 'vitest'
import { BOGOTA } from './calendar.js'
import { judge, type Verdict } from './judge.js'
import { castOf, type Person } from './people.js'
import type { Story } from './play.js'
import type { Deed } from './stage.js'
import type { Heard } from './town.js'

const OWNER = '+573000000001'
const ANA = '+573101000000'
const EVA = '+573151000000'

/** A quiet month: Ana bought, was asked how it went, liked it, and was asked for a favour. */
const [SOMEBODY] = castOf(() => 0, '2027-01-11', 30, 1).people
const PEOPLE: readonly Person[] =
  SOMEBODY === undefined
    ? []
    : [
        { ...SOMEBODY, phone: ANA, name: 'Ana Rojas' },
        { ...SOMEBODY, phone: EVA, name: 'Eva Gil' },
      ]

const QUIET: Story = {
  owner: OWNER,
  place: BOGOTA,
  people: PEOPLE,
  told: {},
  from: '2027-01-11T05:00:00.000Z',
  until: '2027-02-10T05:00:00.000Z',
  deeds: [
    deed('2027-01-12T15:00', ANA, 'wrote'),
    deed('2027-01-12T16:00', ANA, 'bought', '1'),
    deed('2027-01-14T15:10', ANA, 'liked'),
  ],
  heard: [
    heard('2027-01-12T15:00', ANA, 'Buenos días, Ana.', ANA),
    heard('2027-01-14T15:00', ANA, '¿Llegó todo bien?'),
    heard('2027-01-22T15:00', ANA, 'comparta su código *ANA-20*'),
  ],
}

function deed(at: string, who: string, kind: Deed['kind'], about = ''): Deed {
  return { at: `${at}:00.000Z`, who, heard: 0, kind, about }
}

function heard(at: string, to: string, text: string, after: string | null = null): Heard {
  return { seq: 0, id: '', to, text, at: `${at}:00.000Z`, after }
}

function broken(more: { deeds?: readonly Deed[]; heard?: readonly Heard[] }): readonly string[] {
  const inOrder = <T extends { readonly at: string }>(all: readonly T[]): readonly T[] =>
    [...all].sort((a, b) => a.at.localeCompare(b.at))
  const verdict = judge({
    ...QUIET,
    deeds: inOrder([...QUIET.deeds, ...(more.deeds ?? [])]),
    heard: inOrder([...QUIET.heard, ...(more.heard ?? [])]),
  })
  return Object.entries(verdict)
    .filter(([, lines]) => lines.length > 0)
    .map(([rule]) => rule)
}

test('a quiet month breaks no rule', () => {
  expect(broken({})).toEqual([])
})

type Fault = Parameters<typeof broken>[0]

test.each<[string, Fault, keyof Verdict]>([
  [
    'a favour asked of somebody who had a bad experience',
    { deeds: [deed('2027-01-20T15:00', ANA, 'disliked')] },
    'askedUnhappy',
  ],
  [
    'a favour asked while something is open',
    {
      deeds: [
        deed('2027-01-21T15:00', ANA, 'complained'),
        deed('2027-01-23T15:00', ANA, 'settled'),
      ],
    },
    'askedUnhappy',
  ],
  [
    'a complaint that nobody hears of again',
    { deeds: [deed('2027-01-25T15:00', ANA, 'complained')] },
    'forgotten',
  ],
  [
    'a complaint that was said to be solved, of which the customer is never asked',
    {
      deeds: [deed('2027-01-25T15:00', ANA, 'complained'), deed('2027-01-26T15:00', ANA, 'mended')],
    },
    'forgotten',
  ],
  ['a message on a Sunday', { heard: [heard('2027-01-31T15:00', ANA, 'hola')] }, 'outsideHours'],
  ['a message at night', { heard: [heard('2027-02-03T01:00', ANA, 'hola')] }, 'outsideHours'],
  ['two occasions in a day', { heard: [heard('2027-01-22T17:00', ANA, 'hola')] }, 'aboveCaps'],
  [
    'three occasions in seven days',
    { heard: [heard('2027-01-23T15:00', ANA, 'a'), heard('2027-01-25T15:00', ANA, 'b')] },
    'aboveCaps',
  ],
  [
    'a message to somebody who left',
    { deeds: [deed('2027-01-15T15:00', ANA, 'left')] },
    'toWhoLeft',
  ],
  [
    'a benefit that falls due twice',
    {
      deeds: [
        deed('2027-01-26T15:00', EVA, 'wrote'),
        deed('2027-01-26T15:00', EVA, 'was sent', ANA),
      ],
      heard: [
        heard(
          '2027-01-27T15:00',
          OWNER,
          `*Ana* trajo a Eva, que ya cuenta. Se le debe: un vale. ${ANA} Al entregarlo: *beneficio entregado ana*`,
        ),
        heard(
          '2027-01-28T15:00',
          OWNER,
          `*Ana* trajo a Eva, que ya cuenta. Se le debe: un vale. ${ANA} Al entregarlo: *beneficio entregado ana*`,
        ),
      ],
    },
    'rewardedTwice',
  ],
  [
    'somebody who never wrote',
    { heard: [heard('2027-01-27T15:00', EVA, 'hola')] },
    'writtenToFirst',
  ],
])('%s is seen', (_, fault, rule) => {
  expect(broken(fault)).toEqual([rule])
})

test('a key account whom no list names is seen', () => {
  const story = { ...QUIET, until: '2027-03-10T05:00:00.000Z' }
  const special = { ...story, deeds: [...story.deeds, deed('2027-01-13T15:00', ANA, 'special')] }
  expect(judge(special).neverCalled).toHaveLength(1)
  const list = heard('2027-02-08T15:00', OWNER, `*Ana* ${ANA}. Hoy no se vende.`)
  expect(judge({ ...special, heard: [...special.heard, list] }).neverCalled).toEqual([])
})
