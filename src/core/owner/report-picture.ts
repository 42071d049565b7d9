import { block, box, fitted, type Part, type Picture, stacked, text } from '../picture/draw.js'
import {
  ACCENT,
  ALARM,
  EDGE,
  GROUND,
  INK,
  INK_2,
  INNER,
  LINE,
  ON_WINE,
  ON_WINE_2,
  SUNK,
  WIDTH,
  WINE,
} from '../picture/palette.js'
import { cardText } from './card-text.js'
import { signAdvice, signFact } from './diagnosis.js'
import { isQuiet, type ReportProps, TOO_FEW, waitingText, worstSign } from './report.js'
import { datesText, type ReportRow, reportRows } from './report-rows.js'
import { stepsPart } from './report-steps.js'
import { type Usual, usualOf } from './usual.js'
import { amountOf } from './wording.js'

/**
 * The week in one look: what came in and what was sold beside what is usual, what it costs and what waits,
 * and the one thing to do. Null when nothing ever happened, or today for the first time.
 */
export function reportPicture(props: ReportProps): Picture | null {
  const { figures, week, isFirstDay } = props
  if (isFirstDay || (figures.all.sums.people === 0 && week.sales === 0)) return null
  const usual = usualOf(props.earlier)
  const rows = reportRows(props)
  const parts = [
    head(props),
    stepsPart(props, usual),
    sold(props, usual),
    ...rows.map((row) => rowPart(row)),
    todo(props),
    foot(props, usual),
  ]
  return stacked(parts, WIDTH, GROUND)
}

function head(props: ReportProps): Part {
  const { business } = props
  const height = 92
  const svg = [
    box({ x: 0, y: 0, width: WIDTH, height, fill: WINE }),
    BRAND,
    fitted(
      business.name,
      { x: WIDTH - EDGE, y: 28, size: 13, face: 'read', fill: ON_WINE_2, anchor: 'end' },
      { width: INNER - 90, least: 13 },
    ),
    text(cardText(props, 'owner.picture.title'), {
      x: EDGE,
      y: 70,
      size: 27,
      face: 'speak',
      fill: ON_WINE,
    }),
    fitted(
      datesText(props),
      { x: WIDTH - EDGE, y: 69, size: 13, face: 'strong', fill: ON_WINE, anchor: 'end' },
      { width: INNER - 150, least: 10.5 },
    ),
  ]
  return { svg: svg.join(''), height }
}

/** With the accent of the house, as on its pages. */
const BRAND = `<text x="${EDGE}" y="28" font-size="15" font-family="Bricolage Grotesque" font-weight="700" fill="${ON_WINE}">Porques<tspan fill="${ACCENT}">&#237;</tspan></text>`

function sold(props: ReportProps, usual: Usual | null): Part {
  const amount = amountOf(props, props.week.revenue)
  const beside =
    usual === null
      ? cardText(props, 'owner.picture.first')
      : cardText(
          props,
          usual.weeks === 1 ? 'owner.picture.sold_before' : 'owner.picture.sold_usual',
          { amount: amountOf(props, Math.round(usual.revenue)) },
        )
  const height = 106
  const svg = [
    box({ x: EDGE - 8, y: 12, width: INNER + 16, height: height - 22, fill: SUNK, radius: 14 }),
    text(cardText(props, 'owner.picture.sold'), {
      x: EDGE + 6,
      y: 34,
      size: 13,
      face: 'strong',
      fill: INK_2,
    }),
    fitted(
      amount,
      { x: EDGE + 6, y: 65, size: 31, face: 'speak', fill: INK },
      { width: INNER - 12, least: 16 },
    ),
    fitted(
      beside,
      { x: EDGE + 6, y: 85, size: 12.5, face: 'read', fill: INK_2 },
      { width: INNER - 12, least: 10.5 },
    ),
  ]
  return { svg: svg.join(''), height }
}

const VALUE = 138
const TONES: { readonly [T in ReportRow['tone']]: string } = {
  plain: INK,
  faint: INK_2,
  alarm: ALARM,
}

function rowPart({ label, value, detail, tone, isFirst }: ReportRow): Part {
  const height = 50
  const svg = [
    isFirst ? '' : box({ x: EDGE, y: 0, width: INNER, height: 1, fill: LINE }),
    text(label, { x: EDGE, y: 22, size: 14.5, face: 'strong', fill: INK }),
    fitted(
      value,
      {
        x: WIDTH - EDGE,
        y: 24,
        size: 18,
        face: 'speak',
        anchor: 'end',
        fill: TONES[tone],
      },
      { width: VALUE, least: 12 },
    ),
    fitted(
      detail,
      { x: EDGE, y: 40, size: 12.5, face: 'read', fill: tone === 'alarm' ? ALARM : INK_2 },
      { width: INNER, least: 10.5 },
    ),
  ]
  return { svg: svg.join(''), height }
}

const MOST_LINES = 6

/** The sign that is furthest beyond its limit, and the one thing to do about it. */
function todo(props: ReportProps): Part {
  const [what, why] = adviceOf(props)
  const x = EDGE + 6
  const width = INNER - 12
  const words = block(
    what,
    { x, y: 51, size: 14.5, face: 'strong', fill: INK },
    { width, most: MOST_LINES },
  )
  const below = 51 + words.height + 4
  const reason =
    why === null
      ? { svg: '', height: 0 }
      : block(why, { x, y: below, size: 12.5, face: 'read', fill: INK_2 }, { width, most: 3 })
  const height = why === null ? below - 14 : below + reason.height - 4
  const svg = [
    box({ x: EDGE - 8, y: 8, width: INNER + 16, height, fill: '#fff3cf', radius: 14 }),
    text(cardText(props, 'owner.picture.todo'), {
      x,
      y: 30,
      size: 13,
      face: 'strong',
      fill: INK_2,
    }),
    words.svg,
    reason.svg,
  ]
  return { svg: svg.join(''), height: height + 12 }
}

/** What to do, and why. */
function adviceOf(props: ReportProps): readonly [string, string | null] {
  if (props.waiting > 0) return [waitingText(props), null]
  const worst = worstSign(props.signs)
  if (worst !== null) {
    return [capital(signAdvice(worst.kind, props)), signFact(worst, props).replaceAll('*', '')]
  }
  return [cardText(props, isQuiet(props.signs) ? TOO_FEW : 'owner.report.no_sign'), null]
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

function foot(props: ReportProps, usual: Usual | null): Part {
  const y = 18
  if (usual === null || usual.weeks === 1) return { svg: '', height: 10 }
  const words = cardText(props, 'owner.picture.usual_is', { n: usual.weeks })
  return {
    svg: fitted(
      words,
      { x: EDGE, y, size: 12, face: 'read', fill: INK_2 },
      { width: INNER, least: 10 },
    ),
    height: 32,
  }
}
