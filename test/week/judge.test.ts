import { expect, test } from 'vitest'
import type { Cast } from './cast.js'
import { judge, type Verdict } from './judge.js'
import { type Deed, OWNER } from './stage.js'
import type { Heard } from './town.js'

const ANA = '+573101000000'
const MOTHER = '+573202000000'
const MENU = '+573303000001'
const FLOODER = '+573304000001'

const CAST: Cast = {
  ...{ from: '2027-01-18', days: 7, quietDays: 5, machines: [{ phone: MENU, kind: 'menu' }] },
  people: [{ phone: ANA, plan: 'greets', day: '2027-01-18', hour: '10:00', owner: 'nothing' }],
  family: [{ phone: MOTHER, how: 'earlier', attended: false }],
  flooder: { phone: FLOODER, messages: 500 },
  restricted: { day: '2027-01-21', hours: 24 },
}

/** Ana greets, is answered, reminded after a restriction; a machine and a flood are told of. */
const DEEDS: readonly Deed[] = [
  deed('2027-01-20T15:00', ANA, 'asked'),
  deed('2027-01-21T13:00', '', 'restricted', '2027-01-22T13:00:00.000Z'),
]
const HEARD: readonly Heard[] = [
  heard('2027-01-20T15:00', ANA, '¿Qué uniformes necesita?', ANA),
  heard('2027-01-20T16:00', OWNER, `Dejé de responder en el chat de ${MENU}`, MENU),
  heard('2027-01-20T16:30', OWNER, `Dejé de responder en el chat de ${FLOODER}`, FLOODER),
  heard('2027-01-21T13:00', OWNER, 'WhatsApp limitó este número hasta mañana'),
  heard('2027-01-22T13:00', OWNER, 'WhatsApp ya no limita este número'),
  heard('2027-01-22T13:00', ANA, 'Hola, Ana.'),
]

function deed(at: string, who: string, kind: Deed['kind'], about = ''): Deed {
  return { at: `${at}:00.000Z`, who, kind, about }
}

function heard(at: string, to: string, text: string, after: string | null = null): Heard {
  return { at: `${at}:00.000Z`, to, text, after }
}

function broken(deeds: readonly Deed[], lines: readonly Heard[]): readonly string[] {
  const inOrder = <T extends { readonly at: string }>(all: readonly T[]): readonly T[] =>
    all.toSorted((a, b) => a.at.localeCompare(b.at))
  const verdict = judge({
    ...{ cast: CAST, from: '2027-01-18T10:00:00.000Z', until: '2027-01-30T10:00:00.000Z' },
    ...{ deeds: inOrder(deeds), heard: inOrder(lines) },
  })
  return Object.entries(verdict).flatMap(([rule, all]) => (all.length > 0 ? [rule] : []))
}

test('a quiet week breaks no rule', () => {
  expect(broken(DEEDS, HEARD)).toEqual([])
})

const many = (n: number, make: (minute: string) => Heard): readonly Heard[] =>
  Array.from({ length: n }, (_, at) => make(String(at).padStart(2, '0')))

test.each<[string, keyof Verdict, readonly Deed[], readonly Heard[]]>([
  ['an answer to a relative', 'toIgnored', [], [heard('2027-01-19T15:00', MOTHER, 'hola', MOTHER)]],
  [
    'the thirteenth in an hour',
    'aboveBudget',
    [],
    many(13, (minute) => heard(`2027-01-19T15:${minute}`, ANA, 'hola')),
  ],
  ['a message on a Sunday', 'outsideHours', [], [heard('2027-01-24T15:00', ANA, 'hola')]],
  [
    'a word while a person talks',
    'whileHuman',
    [deed('2027-01-19T15:00', ANA, 'typed')],
    [heard('2027-01-20T02:00', ANA, 'hola', ANA)],
  ],
  ['a question without an answer', 'unanswered', [deed('2027-01-19T15:00', ANA, 'asked')], []],
  [
    'a talk with a machine',
    'toMachines',
    [],
    many(8, (minute) => heard(`2027-01-19T15:${minute}`, MENU, 'hola', MENU)),
  ],
  [
    'answers to a flood',
    'toFlooder',
    [],
    many(3, (minute) => heard(`2027-01-19T15:${minute}`, FLOODER, 'hola', FLOODER)),
  ],
  [
    'a message to somebody who left',
    'toWhoLeft',
    [deed('2027-01-19T15:00', ANA, 'left')],
    [heard('2027-01-19T17:00', ANA, 'hola')],
  ],
  ['a reminder meanwhile', 'whileRestricted', [], [heard('2027-01-21T15:00', ANA, 'hola')]],
  [
    'the same news twice in an hour',
    'notToldOnce',
    [],
    [heard('2027-01-20T17:00', OWNER, `Dejé de responder en el chat de ${FLOODER}`)],
  ],
])('%s is seen', (_, rule, deeds, lines) => {
  expect(broken([...DEEDS, ...deeds], [...HEARD, ...lines])).toEqual([rule])
})

test('what was held and never sent is seen, and so is an end that nobody is told of', () => {
  const late = (line: Heard): boolean => line.at >= '2027-01-22' && line.to === ANA
  expect(
    broken(
      DEEDS,
      HEARD.filter((line) => !late(line)),
    ),
  ).toEqual(['neverSent'])
  const end = (line: Heard): boolean => line.text.includes('ya no limita')
  expect(
    broken(
      DEEDS,
      HEARD.filter((line) => !end(line)),
    ),
  ).toEqual(['notToldOnce'])
})
