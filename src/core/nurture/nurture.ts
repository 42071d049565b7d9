import type { Journey, NurtureRules, Piece } from '../business/nurture-rules.js'
import type { Draft } from '../conversation/draft.js'
import type { Case } from '../conversation/types.js'
import type { Iso } from '../types.js'

/** How one person is accompanied who wants to buy, and not yet. */
export type Nurture = {
  readonly since: Iso
  /** In their own words. */
  readonly said: string
  /** They asked to be written to then; else nobody agreed on anything. */
  readonly agreed: boolean
  /** The day on which they are written to first; null: at the business's own rhythm. */
  readonly back: Iso | null
  /** How often they were written to. */
  readonly times: number
  /** What they are sent now; null for nothing but a greeting. */
  readonly piece: string | null
  /** When they are written to next; null when nothing is left. */
  readonly nextAt: Iso | null
}

/** How near they are, by what they said and what they were told. */
export function journeyOf({ inquiry }: Pick<Case, 'inquiry'>): Journey {
  if (inquiry === null) return 'awareness'
  if (inquiry.quote !== null) return 'decision'
  return inquiry.asked.price || inquiry.items.length > 0 ? 'consideration' : 'awareness'
}

/** What they get next: of their stage, for what they want and for their kind, and never twice. */
export function nextPiece(
  rules: NurtureRules,
  { inquiry, dialogue }: Pick<Case, 'inquiry' | 'dialogue'>,
): Piece | null {
  const stage = journeyOf({ inquiry })
  const wanted = (inquiry?.items ?? []).map(({ product }) => product)
  const fits = ({ products, personas }: Piece): boolean =>
    (products.length === 0 || products.some((id) => wanted.includes(id))) &&
    (personas.length === 0 || personas.some((id) => id === inquiry?.persona))
  const left = rules.pieces.filter(
    (piece) =>
      piece.stage === stage && dialogue.said[pieceKey(piece.id)] === undefined && fits(piece),
  )
  // What is meant for few says more to them than what is meant for all.
  return (
    left.find(({ products, personas }) => products.length + personas.length > 0) ?? left[0] ?? null
  )
}

/** Under which name it is kept that they were sent it, whatever they wanted to buy then. */
export function pieceKey(id: string): string {
  return `nurture piece ${id}`
}

/** What a text may name of it. */
export function pieceText({ inquiry, spoken }: Draft): string | null {
  const { nurture: rules, treatment } = spoken
  const found = rules?.pieces.find(({ id }) => id === inquiry?.nurture?.piece)
  return found === undefined || found.text[treatment] === '' ? null : found.text[treatment]
}

/** Whether they are written to for the first time, on the day they said. */
export function isAgreedDay({ inquiry }: Pick<Draft, 'inquiry'>): boolean {
  return inquiry?.nurture?.agreed === true && inquiry.nurture.times === 1
}
