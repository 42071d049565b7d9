import { type Check, check, sum } from './check.js'
import { ageOf, countPeople } from './count.js'
import { type Inquiry, inquiriesOf, RUNGS, type Rung } from './inquiries.js'
import type { Story } from './play.js'

/** By points, as the owner is told them. */
const BANDS = [
  { name: 'menos de 40 puntos', from: 0, to: 39 },
  { name: 'de 40 a 59 puntos', from: 40, to: 59 },
  { name: 'de 60 a 79 puntos', from: 60, to: 79 },
  { name: '80 puntos o más', from: 80, to: 100 },
] as const

const SHOWN: { readonly [R in Rung]: string } = {
  lead: 'Lead',
  qualified: 'Lead calificado',
  opportunity: 'Cliente potencial',
}

type Line = {
  readonly title: string
  readonly won: number
  readonly cases: number
  /** Whole per cent. */
  readonly chance: number
  readonly open: number
  readonly worth: number
  readonly expected: number
}

/** Days after which whoever has not said yes did not buy. */
const PATIENCE = 90

type Counted = { readonly lines: readonly Line[]; readonly average: number | null }

/** As `docs/figures.md` defines it. */
function countForecast(story: Story): Counted {
  const all = inquiriesOf(story)
  const isOpen = ({ end, opened }: Inquiry): boolean =>
    end === null && ageOf(story, opened) <= PATIENCE
  const isWon = ({ end }: Inquiry): boolean => end === 'won'
  const isClosed = (each: Inquiry): boolean =>
    each.end === 'won' || each.end === 'lost' || (each.end === null && !isOpen(each))
  const sums = countPeople(story).flatMap((person) => person.sums)
  const average = sums.length === 0 ? null : Math.round(sum(sums, (each) => each) / sums.length)
  const share = (of: readonly Inquiry[], leansOn: number): number =>
    (of.filter(isWon).length + 4 * leansOn) / (of.filter(isClosed).length + 4)
  const ever = all.filter((each) => isClosed(each) || isOpen(each))
  const soFar = (all.filter(isWon).length + 1) / (ever.length + 2)
  const lines = RUNGS.flatMap((rung) => {
    const stage = all.filter((each) => each.rung === rung)
    const ofStage = share(stage, soFar)
    return BANDS.map(({ name, from, to }): Line => {
      const own = stage.filter(({ points }) => points >= from && points <= to)
      const chance = Math.round(100 * share(own, ofStage))
      const open = own.filter(isOpen)
      const worth = sum(open, ({ quoted }) => quoted ?? average ?? 0)
      return {
        title: `${SHOWN[rung]}, ${name}`,
        won: own.filter(isWon).length,
        cases: own.filter(isClosed).length,
        chance,
        open: open.length,
        worth,
        expected: Math.round((worth * chance) / 100),
      }
    })
  })
  return { lines, average }
}

/** What is open, what it is expected to bring, and on how many cases that rests. */
export function expectedIn(story: Story) {
  const { lines } = countForecast(story)
  return {
    open: sum(lines, ({ open }) => open),
    expected: sum(lines, ({ expected }) => expected),
    cases: sum(lines, ({ cases }) => cases),
  }
}

/** The sentence that `mis cifras` and `pronóstico` share. */
export function sentenceOf(story: Story, text: string, where: string): readonly Check[] {
  const { open, expected, cases } = expectedIn(story)
  if (open === 0 && !text.includes('*Por cerrar:*')) return []
  return [
    check(`open, in ${where}`, text, 'abiertas: (#);', open),
    check(`expected, in ${where}`, text, 'se esperan (#)[ ,]', expected),
    check(`cases, in ${where}`, text, '(?:las |cerrados \\()(#)(?: anteriores|\\))', cases),
  ]
}

/** The odds of every stage and score, what is open there, and what that comes to. */
export function forecastOf(story: Story, text: string): readonly Check[] {
  const { lines, average } = countForecast(story)
  return [
    ...sentenceOf(story, text, 'pronóstico'),
    ...(average === null ? [] : [check('average sale', text, 'de las ventas: (#)\\.$', average)]),
    ...lines.flatMap((line) => lineChecks(line, text)),
  ]
}

function lineChecks(line: Line, text: string): readonly Check[] {
  const { title, won, cases, chance, open, worth, expected } = line
  const told = text.split('\n').find((each) => each.startsWith(`*${title}:*`))
  if (told === undefined) {
    return [{ name: `${title}, cases and open`, told: 0, counted: cases + open }]
  }
  const ended: readonly Check[] = told.includes('nadie ha decidido')
    ? [{ name: `${title}, cases`, told: 0, counted: cases }]
    : [
        check(`${title}, won`, told, 'compr(?:ó|aron) (#) de', won),
        check(`${title}, cases`, told, 'compr(?:ó|aron) # de (#);', cases),
      ]
  const opened: readonly Check[] = told.includes('abiertas')
    ? [
        check(`${title}, open`, told, 'abiertas: (#),', open),
        check(`${title}, worth`, told, 'por (#) →', worth),
        check(`${title}, expected`, told, '→ (#)$', expected),
      ]
    : [{ name: `${title}, open`, told: 0, counted: open }]
  return [...ended, check(`${title}, chance`, told, 'se cuenta (#) %', chance), ...opened]
}
