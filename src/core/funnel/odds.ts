/** How far an inquiry has come, whatever became of it. */
export type Rung = 'lead' | 'qualified' | 'opportunity'
const RUNGS: readonly Rung[] = ['lead', 'qualified', 'opportunity']

/** By score: below 40, 60, 80, and above. */
export type Band = 0 | 1 | 2 | 3
const BANDS: readonly Band[] = [0, 1, 2, 3]

/** Inquiries that came so far with such a score: how they ended, and what is still open. */
export type OddsRow = {
  readonly rung: Rung
  readonly band: Band
  readonly won: number
  readonly lost: number
  readonly open: number
  /** What was quoted to the open ones, and how many those are. */
  readonly quoted: number
  readonly quotes: number
}

type Odds = {
  readonly rung: Rung
  readonly band: Band
  /** 0 to 1, in whole hundredths: what is told is what is counted with. */
  readonly chance: number
  /** The closed ones that it rests on, and how many of them bought. */
  readonly cases: number
  readonly won: number
}

/** How the open ones of a stage and score are weighed. */
export type ForecastLine = Odds & {
  readonly open: number
  /** What was quoted to them, or an average sale: whole units. */
  readonly worth: number
  /** That at its odds, in whole units. */
  readonly expected: number
}

export type Forecast = {
  readonly open: number
  /** Whole units: what the lines come to. */
  readonly expected: number
  /** Closed inquiries that the odds rest on. */
  readonly cases: number
  /** Whole units; null where nothing was sold yet. */
  readonly averageSale: number | null
  /** Where anything closed or is open, the furthest first. */
  readonly lines: readonly ForecastLine[]
}

/** As much as so many cases weigh what is known of the others. */
const PRIOR = 4
/** Fewer say little. */
export const FEW = 10

export function bandOf(score: number): Band {
  if (score >= 80) return 3
  if (score >= 60) return 2
  return score >= 40 ? 1 : 0
}

/**
 * The odds of closing by how far inquiries came and by their score, learned from how the business's own
 * ended. Few cases lean on those of the same stage, and these on how many of all have bought so far, those
 * still open among them: one sale is no certainty, and whoever decides first is not like the others.
 */
export function oddsOf(rows: readonly OddsRow[]): readonly Odds[] {
  const all = shareSoFar(rows)
  return RUNGS.flatMap((rung) => {
    const ofRung = rows.filter((row) => row.rung === rung)
    const stage = chanceOf(ofRung, all, PRIOR)
    return BANDS.map((band) => {
      const own = ofRung.filter((row) => row.band === band)
      const chance = Math.round(chanceOf(own, stage, PRIOR) * 100) / 100
      return { rung, band, chance, cases: casesIn(own), won: wonIn(own) }
    })
  })
}

/** What is open, weighed by the odds, so that whoever reads it can work it out again. */
export function forecastOf(rows: readonly OddsRow[], averageSale: number | null): Forecast {
  const average = averageSale === null ? null : Math.round(averageSale)
  const lines = oddsOf(rows)
    .map((odds): ForecastLine => {
      const own = rows.filter(({ rung, band }) => rung === odds.rung && band === odds.band)
      const worth = sum(own, (row) => row.quoted + (row.open - row.quotes) * (average ?? 0))
      const expected = Math.round(worth * odds.chance)
      return { ...odds, open: sum(own, ({ open }) => open), worth, expected }
    })
    .filter(({ cases, open }) => cases > 0 || open > 0)
    .toReversed()
  return {
    open: sum(lines, ({ open }) => open),
    expected: sum(lines, ({ expected }) => expected),
    cases: casesIn(rows),
    averageSale: average,
    lines,
  }
}

function shareSoFar(rows: readonly OddsRow[]): number {
  return (wonIn(rows) + 1) / (casesIn(rows) + sum(rows, ({ open }) => open) + 2)
}

function chanceOf(rows: readonly OddsRow[], prior: number, weight: number): number {
  return (wonIn(rows) + prior * weight) / (casesIn(rows) + weight)
}

function casesIn(rows: readonly OddsRow[]): number {
  return sum(rows, ({ won, lost }) => won + lost)
}

function wonIn(rows: readonly OddsRow[]): number {
  return sum(rows, ({ won }) => won)
}

function sum<T>(all: readonly T[], of: (each: T) => number): number {
  return all.reduce((total, each) => total + of(each), 0)
}
