import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ASKED, type Asked, microsecondsOf, placesOf, SEALED } from '../core/business/_questions.js'
import { sureOf } from '../core/business/_sure.js'
import { type Chat, contextOf, kinds, NOW, newChat, says } from '../core/conversation/_engine.js'

type Line = {
  readonly text: string
  readonly context: string
  readonly tags?: readonly string[]
}

const FOLDER = join(import.meta.dirname, '../fixtures/utterances')

/** What people wrote in twenty countries, labelled by others than those who wrote the reader. */
const LINES = readdirSync(FOLDER)
  .filter((name) => name.startsWith('blind'))
  .flatMap((name) => readFileSync(join(FOLDER, name), 'utf8').trim().split('\n'))
  .map((line): Line => JSON.parse(line))

const start = newChat({ ...contextOf(NOW), model: 'on' })
const talk = (...texts: readonly string[]): Chat => texts.reduce(says, start)

/** Where a talk stands when the question of that context waits for its answer; the shop asks for no name. */
const STANDS: { readonly [context: string]: Chat } = {
  open: start,
  need: talk('hola'),
  urgency: talk('soy Ana, necesito 20 delantales'),
  budget: talk('necesito uniformes para 14 personas', 'para mediados de abril'),
  yesno: talk('soy Ana, necesito 20 delantales', 'para mediados de abril'),
  authority: talk('necesito uniformes para 14 personas', 'para mediados de abril', 'un millón'),
}

/** All of them under `npm run bench -- share`, one in four otherwise. */
const EACH = process.env.SHARE_REPORT === undefined ? 4 : 1

type Share = { readonly turns: number; readonly needed: number; readonly share: number }

function shareOf(lines: readonly Line[]): Share {
  const turns = lines
    .filter((_, at) => at % EACH === 0)
    .flatMap(({ text, context }) => {
      const stands = STANDS[context]
      return stands === undefined ? [] : [kinds(says(stands, text))]
    })
  const needed = turns.filter((effects) => effects.includes('ask_llm')).length
  const share = Math.round(1000 * (1 - needed / turns.length)) / 1000
  return { turns: turns.length, needed, share }
}

const isTempting = ({ tags = [] }: Line) => tags.includes('hard_negative')

/** How often the facts' index finds the right fact first, and among the first eight. */
function factsOf(set: Asked): object {
  const places = placesOf(set)
  const rate = (of: readonly number[], most: number): number =>
    Math.round((1000 * of.filter((at) => at >= 0 && at < most).length) / of.length) / 1000
  const [first, eight] = [rate(places, 1), rate(places, 8)]
  const microseconds = microsecondsOf(set)
  return {
    questions: places.length,
    first,
    eight,
    microseconds,
  }
}

/*
 * A quarter of the lines was written to tempt a reader: figures, dates and names beside the question that was asked. Few
 * people write so, and what answers nothing is what a model is for; they are told apart.
 */
test('at least 90 in 100 turns need no model', { timeout: 300_000 }, () => {
  const plain = shareOf(LINES.filter((line) => !isTempting(line)))
  const tempting = shareOf(LINES.filter(isTempting))
  const path = process.env.SHARE_REPORT
  if (path !== undefined) {
    const facts = Object.fromEntries([...ASKED, ...SEALED].map((set) => [set.name, factsOf(set)]))
    appendFileSync(
      path,
      `${JSON.stringify({ bench: 'share', ...plain, tempting, facts, sure: sureOf() })}\n`,
    )
  }
  expect(plain.turns).toBeGreaterThan(2_000 / EACH)
  expect(plain.share).toBeGreaterThanOrEqual(0.9)
  expect(tempting.share).toBeGreaterThanOrEqual(0.5)
})
