import { buildNumber, type NumberRules } from '../../src/core/business/number.js'
import type { Business } from '../../src/core/business/types.js'
import { buildLoops } from '../../src/core/loops/rules.js'
import type { Phone } from '../../src/core/types.js'
import type { Cast } from './cast.js'
import type { Verdict } from './judge.js'

/** A manner switched off; `rule` is where the judge has to see it. */
export type Fault = {
  readonly name: string
  readonly number?: Partial<NumberRules>
  readonly business?: Partial<Business>
  readonly rule: keyof Verdict
}

const MANY = 100_000

export const FAULTS: readonly Fault[] = [
  {
    name: 'whoever had a chat before is answered',
    number: { personal: false },
    rule: 'toIgnored',
  },
  {
    name: 'a person who types is talked over',
    business: { takeOverHours: 0.01 },
    rule: 'whileHuman',
  },
  {
    name: 'machines are answered for ever',
    business: {
      loops: buildLoops({
        ...{ answersInMinute: MANY, sameText: MANY, automaticTexts: MANY },
        ...{ messagesInMinute: MANY, ownAnswersInHour: 12 },
      }),
    },
    rule: 'toMachines',
  },
  {
    name: 'nothing that nobody asked for is counted',
    number: { unaskedPerHour: MANY, unaskedPerDay: MANY },
    rule: 'aboveBudget',
  },
]

/** The shop with a personal number and the list of this town, and with these faults. */
export function shopWith(faults: readonly Fault[], { family }: Cast): Partial<Business> {
  const ignore = family.filter(({ how }) => how === 'listed').map(({ phone }) => phone as Phone)
  const number = { ...buildNumber({ personal: true }), ignore }
  return {
    ...Object.assign({}, ...faults.map(({ business }) => business ?? {})),
    number: Object.assign(number, ...faults.map((fault) => fault.number ?? {})),
  }
}
