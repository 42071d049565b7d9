import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { BOGOTA, MADRID, type Place } from './calendar.js'
import type { Verdict } from './judge.js'
import { type Cast, castOf, type Person } from './people.js'

/** A bot that does one thing wrong; `rule` is where the judge has to see it. */
export type Fault = {
  readonly name: string
  /** Every place where the built code keeps that rule: two layers often do. */
  readonly code: readonly Edit[]
  /** The same in the flow files. */
  readonly flows: readonly (Edit & { readonly file: string })[]
  readonly rule: keyof Verdict
  readonly place: Place
  /** How many come within so many days, and what they are all like where only such people give it occasion. */
  readonly people: number
  readonly within: number
  readonly all: Partial<Person>
  /** By then it has shown; the story ends once it did. */
  readonly days: number
}

export type Edit = { readonly from: string; readonly to: string }

const USUAL = { flows: [], place: BOGOTA, days: 60, people: 100, within: 12, all: {} } as const

/** Twenty who buy for themselves, within a week. */
const BUYERS = { ...USUAL, people: 20, within: 7 } as const
const BUYER: Partial<Person> = {
  ...{ plan: 'buys', organization: null, complainsAfter: null, leavesAfter: null },
}

/** In the code as it was built, so that they are planted in the very program that is judged. */
export const FAULTS: readonly Fault[] = [
  {
    ...USUAL,
    name: 'any hour is good to write',
    code: [edit('if(opening===null||closing===null)return[];', 'return [[0,1440]];')],
    rule: 'outsideHours',
  },
  {
    ...USUAL,
    name: 'holidays are days like any other',
    code: [edit('const holidays=policy.onHolidays?', 'const holidays=true?')],
    rule: 'outsideHours',
  },
  {
    ...USUAL,
    name: 'it is summer all year',
    code: [
      edit(
        'function measureOffset(format,instant){',
        'function measureOffset(format,instant){instant=Date.UTC(new Date(instant).getUTCFullYear(),6,1);',
      ),
    ],
    rule: 'outsideHours',
    place: MADRID,
  },
  {
    ...USUAL,
    name: 'the gate is open',
    code: [edit('function gate(question){', 'function gate(question){return{kind:`go`};')],
    rule: 'aboveCaps',
  },
  {
    ...USUAL,
    name: 'nobody counts how often somebody was written to',
    code: [
      edit('if(proactive.day>=policy.perDay)', 'if(false)'),
      edit('if(proactive.week>=policy.perWeek)', 'if(false)'),
    ],
    rule: 'aboveCaps',
  },
  {
    ...USUAL,
    name: 'whoever wants to be left alone is not',
    code: [
      edit('if(question.consent===`opted_out`)', 'if(false)'),
      edit('{kind:`cancel_timers`,flow:null,reason:`held.opted_out`},', ''),
    ],
    rule: 'toWhoLeft',
  },
  {
    ...BUYERS,
    name: 'nobody is reminded of a ticket',
    code: [
      edit('function setReminder(draft,ticket){', 'function setReminder(draft,ticket){return;'),
    ],
    rule: 'forgotten',
    all: { ...BUYER, mood: 'cross' },
  },
  {
    ...BUYERS,
    name: 'a complaint is taken for an answer',
    code: [
      edit(
        'function complainsInstead(draft,{asked}){',
        'function complainsInstead(draft,{asked}){return false;',
      ),
    ],
    rule: 'forgotten',
    // While the question how it was against what they expected stands open.
    all: { ...BUYER, mood: 'silent', complainsAfter: 12 },
  },
  {
    ...BUYERS,
    name: 'the mark that was given is not looked at',
    code: [edit('function isContent({satisfaction},{isBusiness}){', '$&return true;')],
    flows: [
      { file: 'nps.yaml', ...edit('of: nps, below: 7', 'of: nps, below: 0') },
      { file: 'nps.yaml', ...edit('of: nps, atLeast: 9', 'of: nps, atLeast: 0') },
    ],
    rule: 'askedUnhappy',
    // Whoever is asked for a favour while all is well is not asked again when they give a bad mark.
    all: { ...BUYER, mood: 'cross' },
  },
  {
    ...BUYERS,
    name: 'a benefit falls due whenever there is news of the friend',
    code: [edit('const earned=due&&reward===`pending`&&!isCapped(', 'const earned=!isCapped(')],
    rule: 'rewardedTwice',
    all: { ...BUYER, mood: 'happy' },
    days: 90,
  },
  {
    ...BUYERS,
    name: 'nobody is a key account',
    code: [
      edit(
        'function isKeyAccount(account,now,{calls,timeZone}){',
        'function isKeyAccount(account,now,{calls,timeZone}){return false;',
      ),
    ],
    rule: 'neverCalled',
    all: { ...BUYER, mood: 'happy', special: true },
    days: 80,
  },
  {
    ...USUAL,
    name: 'a contact that was given is written to',
    code: [
      edit(
        'draft.effects.push({kind:`referred`,by,code,status:`given`,name})',
        '$&;patchDialogue(draft,{chat:contact.phone});' +
          'draft.effects.push({kind:`say`,message:{kind:`text`,text:`hola`},occasion:`reply`,replyTo:null})',
      ),
    ],
    rule: 'writtenToFirst',
  },
]

/** Nobody comes in the last days of a cast. */
const LAST_DAYS = 8

/** The town in which it is played. */
export function castWith(
  { people, within, all, days }: Fault,
  random: () => number,
  from: string,
): Cast {
  const cast = castOf(random, from, within + LAST_DAYS, people)
  return { ...cast, people: cast.people.map((person) => ({ ...person, ...all })), days }
}

/** `$&` in `to` is what was there. */
function edit(from: string, to: string): Edit {
  return { from, to: to.replace('$&', () => from) }
}

const ROOT = join(import.meta.dirname, '../..')

/**
 * A copy of the built program with that fault in it: the path of what starts it. Throws where the code
 * no longer looks like that, so that no fault is believed to be planted that is not.
 */
export function plant({ name, code }: Fault): string {
  const cache = join(ROOT, 'node_modules/.cache/porquesi')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'fault-'))
  cpSync(join(ROOT, 'dist'), folder, { recursive: true })
  const files = readdirSync(folder).filter((file) => file.endsWith('.js'))
  for (const each of code) {
    const paths = files
      .map((file) => join(folder, file))
      .filter((path) => readFileSync(path, 'utf8').includes(each.from))
    const [path, ...others] = paths
    if (path === undefined || others.length > 0) throw new Error(`cannot plant: ${name}`)
    rewrite(path, each)
  }
  return join(folder, 'main.js')
}

/** Throws where the file does not hold it. */
export function rewrite(path: string, { from, to }: Edit): void {
  const text = readFileSync(path, 'utf8')
  if (!text.includes(from)) throw new Error(`${path} holds no "${from}"`)
  writeFileSync(
    path,
    text.replace(from, () => to),
  )
}

export function uproot(program: string): void {
  rmSync(join(program, '..'), { recursive: true, force: true })
}
