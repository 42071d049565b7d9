/** How far an inquiry has come, whatever became of it. */
export type Rung = 'lead' | 'qualified' | 'opportunity'
export const RUNGS: readonly Rung[] = ['lead', 'qualified', 'opportunity']

/** By score: below 40, 60, 80, and above. */
export type Band = 0 | 1 | 2 | 3
export const BANDS: readonly Band[] = [0, 1, 2, 3]

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

export type Odds = {
  readonly rung: Rung
  readonly band: Band
  /** 0 to 1. */
  readonly chance: number
  /** How many closed ones it rests on. */
  readonly cases: number
}

export type Forecast = {
  readonly open: number
  /** Whole units: each open one at its odds, with what was quoted or an average sale. */
  readonly expected: number
  /** Closed inquiries that the odds rest on. */
  readonly cases: number
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
 * ended. Few cases lean on those of the same stage, and these on all: one sale is no certainty.
 */
export function oddsOf(rows: readonly OddsRow[]): readonly Odds[] {
  const all = chanceOf(rows, 0.5, 2)
  return RUNGS.flatMap((rung) => {
    const ofRung = rows.filter((row) => row.rung === rung)
    const stage = chanceOf(ofRung, all, PRIOR)
    return BANDS.map((band) => {
      const own = ofRung.filter((row) => row.band === band)
      return { rung, band, chance: chanceOf(own, stage, PRIOR), cases: casesIn(own) }
    })
  })
}

/** What is open, weighed by the odds. Null averages mean that nothing was sold yet. */
export function forecastOf(rows: readonly OddsRow[], averageSale: number | null): Forecast {
  const odds = oddsOf(rows)
  const chance = (row: OddsRow): number =>
    odds.find(({ rung, band }) => rung === row.rung && band === row.band)?.chance ?? 0
  const expected = rows.reduce((sum, row) => {
    const unquoted = (row.open - row.quotes) * (averageSale ?? 0)
    return sum + (row.quoted + unquoted) * chance(row)
  }, 0)
  return {
    open: rows.reduce((sum, row) => sum + row.open, 0),
    expected: Math.round(expected),
    cases: casesIn(rows),
  }
}

function chanceOf(rows: readonly OddsRow[], prior: number, weight: number): number {
  const won = rows.reduce((sum, row) => sum + row.won, 0)
  return (won + prior * weight) / (casesIn(rows) + weight)
}

function casesIn(rows: readonly OddsRow[]): number {
  return rows.reduce((sum, { won, lost }) => sum + won + lost, 0)
}
