import { dayText } from '../business/date-text.js'
import type { Campaign } from '../business/origin-rules.js'
import { wordList } from '../business/word-list.js'
import { META } from '../funnel/source-name.js'
import { instantOf, localTime } from '../schedule/local-time.js'
import { answer, changeHouse } from './answer.js'
import { wordsOf } from './command-words.js'
import type { Command } from './commands.js'
import { readPastDay } from './read-past-day.js'
import { amountDoubt } from './sale-amount.js'
import { sourceText } from './source-text.js'
import type { Obeyed, StaffState, World } from './types.js'
import { amountOf, figureOf, say, undoable } from './wording.js'

type Spend = Extract<Command, { kind: 'spend' }>

const NOON = 12 * 60

/** `gasté 50000 en meta [ayer]`: what was spent to be found, for the cost of each lead. */
export function noteSpend(command: Spend, staff: StaffState, world: World): Obeyed {
  const { amount, written } = command
  if (amount === null || amount.value <= 0) return answer(staff, say(world, 'owner.ask.spent'))
  const { business, messages, now } = world
  const doubt = amountDoubt(amount, business.currency)
  if (doubt !== null) {
    const [small, large] = [figureOf(world, doubt[0]), figureOf(world, doubt[1])]
    return answer(staff, say(world, 'owner.ask.spent_doubt', { small, large }))
  }
  const today = localTime(now, business.timeZone).day
  const { day, rest } = readPastDay(written, { today, country: business.country, messages })
  const source = sourceIn(rest, world)
  const sum = amountOf(world, amount.value)
  if (source === null) return answer(staff, say(world, 'owner.ask.spent_on', { amount: sum }))
  const at = day === today ? now : instantOf(day, NOON, business.timeZone)
  const when = dayOf(day, today, world)
  const params = { amount: sum, source: sourceText(source, world), when }
  const action = { kind: 'spend', id: world.recordId, amount: amount.value, source, at } as const
  return changeHouse(staff, action, undoable(world, say(world, 'owner.done.spent', params)))
}

function dayOf(day: number, today: number, world: World): string {
  if (day === today - 1) return say(world, 'owner.figures.yesterday')
  return dayText(day, today, world.messages)
}

/** What is left of the words; names of one and the same are one. */
function sourceIn(text: string, { business, messages }: World): string | null {
  const skipped = new Set(
    ['owner.words.filler', 'owner.words.spent_beside'].flatMap((key) => wordList(messages, key)),
  )
  const words = wordsOf(text).map((word) => word.text)
  const name = words.filter((word) => !skipped.has(word)).join(' ')
  if (name === '') return null
  const campaign = business.campaigns.find((each) => isNamed(each, name, skipped))
  if (campaign !== undefined) return campaign.source
  const isMeta = wordList(messages, 'owner.words.source_meta').includes(name)
  return isMeta ? META : name
}

/** By its code, its name or what it counts under, the small words between left out. */
function isNamed(
  { code, name, source }: Campaign,
  written: string,
  skipped: ReadonlySet<string>,
): boolean {
  return [code, name, source].some((each) => {
    const words = wordsOf(each).map(({ text }) => text)
    return words.filter((word) => !skipped.has(word)).join(' ') === written
  })
}
