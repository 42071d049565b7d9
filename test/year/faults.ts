import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Verdict } from './judge.js'

/** A bot that does one thing wrong; `rule` is where the judge has to see it. */
export type Fault = {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly rule: keyof Verdict
}

/**
 * In the code as it was built, so that they are planted in the very program that is judged. Where two
 * layers keep a rule (a timer is cancelled, and the gate would hold it), a fault in one of them shows nowhere.
 */
export const FAULTS: readonly Fault[] = [
  {
    name: 'any hour is good to write',
    from: 'if(opening===null||closing===null)return[];',
    to: 'return [[0,1440]];',
    rule: 'outsideHours',
  },
  {
    name: 'holidays are days like any other',
    from: 'const holidays=policy.onHolidays?NONE:rules.holidays;',
    to: 'const holidays=NONE;',
    rule: 'outsideHours',
  },
  {
    name: 'nobody is reminded of a ticket',
    from: 'function setReminder(draft,ticket){',
    to: 'function setReminder(draft,ticket){return;',
    rule: 'forgotten',
  },
  {
    name: 'a complaint is taken for an answer',
    from: 'function complainsInstead(draft,{asked}){',
    to: 'function complainsInstead(draft,{asked}){return false;',
    rule: 'forgotten',
  },
  {
    name: 'nobody is a key account',
    from: 'function isKeyAccount(account,now,{calls,timeZone}){',
    to: 'function isKeyAccount(account,now,{calls,timeZone}){return false;',
    rule: 'neverCalled',
  },
]

const ROOT = join(import.meta.dirname, '../..')

/**
 * A copy of the built program with that fault in it: the path of what starts it. Throws where the code
 * no longer looks like that, so that no fault is believed to be planted that is not.
 */
export function plant({ name, from, to }: Fault): string {
  const folder = join(ROOT, 'node_modules/.cache/porquesi', `fault-${process.pid}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(join(ROOT, 'dist'), folder, { recursive: true })
  const paths = readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .map((file) => join(folder, file))
    .filter((path) => readFileSync(path, 'utf8').includes(from))
  const [path, ...others] = paths
  if (path === undefined || others.length > 0) throw new Error(`cannot plant: ${name}`)
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(from, () => to),
  )
  return join(folder, 'main.js')
}

export function uproot(program: string): void {
  rmSync(join(program, '..'), { recursive: true, force: true })
}
