import { type Box, box, fitted, type Part, text } from '../picture/draw.js'
import { ALARM, EDGE, GUAVA, INK, INK_2, INNER, LEAF, LINE } from '../picture/palette.js'
import { cardText } from './card-text.js'
import type { ReportProps } from './report.js'
import { countText, usualText } from './report-rows.js'
import { type Compared, compared, type Usual } from './usual.js'

type Step = { readonly label: string; readonly count: number; readonly usual: number | null }

/** From leads to sales, each with its bar: full in colour, and the mark where it usually ends. */
export function stepsPart(props: ReportProps, usual: Usual | null): Part {
  const { week } = props
  const list: readonly Step[] = [
    { label: 'owner.picture.leads', count: week.leads, usual: usual?.leads ?? null },
    { label: 'owner.picture.qualified', count: week.qualified, usual: usual?.qualified ?? null },
    { label: 'owner.picture.sales', count: week.sales, usual: usual?.sales ?? null },
  ]
  const gap = 22
  const width = (INNER - 2 * gap) / 3
  const weeks = usual?.weeks ?? 0
  const svg = list.map((step, at) => {
    const x = EDGE + at * (width + gap)
    return stepSvg(props, step, { x, width, weeks }) + (at === 0 ? '' : arrow(x - gap / 2, 46))
  })
  return { svg: svg.join(''), height: heightFor(weeks) }
}

/** With a bar, and a verdict below it, where there is what to compare with. */
function heightFor(weeks: number): number {
  if (weeks === 0) return 88
  return weeks === 1 ? 118 : 134
}

type Place = { readonly x: number; readonly width: number; readonly weeks: number }

function stepSvg(props: ReportProps, step: Step, { x, width, weeks }: Place): string {
  const { label, count, usual } = step
  return [
    fitted(
      countText(props, count),
      { x, y: 56, size: 40, face: 'speak', fill: INK },
      { width, least: 18 },
    ),
    text(cardText(props, label, { n: count }), { x, y: 76, size: 14, face: 'strong', fill: INK }),
    ...(usual === null ? [] : beside(props, { count, usual }, { x, width, weeks })),
  ].join('')
}

type Beside = { readonly count: number; readonly usual: number }

/** A bar and a mark mean nothing where nothing is usual yet. */
function beside(
  props: ReportProps,
  { count, usual }: Beside,
  { x, width, weeks }: Place,
): readonly string[] {
  return [
    bar({ x, y: 86, width, height: 7, fill: GUAVA }, { count, usual }),
    fitted(
      usualText(props, usual, weeks),
      { x, y: 109, size: 12.5, face: 'read', fill: INK_2 },
      { width: width + 14, least: 10 },
    ),
    verdictSvg(props, compared(count, usual, weeks), { x, y: 126, width }),
  ]
}

function bar(whole: Box, { count, usual }: Beside): string {
  const most = Math.max(1, count, usual) * 1.12
  const round = { ...whole, radius: whole.height / 2 }
  const length = (whole.width * count) / most
  const full = length === 0 ? '' : box({ ...round, width: Math.max(whole.height, length) })
  const mark = box({
    x: whole.x + (whole.width * usual) / most - 1.5,
    y: whole.y - 4,
    width: 3,
    height: whole.height + 8,
    fill: INK,
    radius: 1,
  })
  return box({ ...round, fill: LINE }) + full + mark
}

/** Never colour alone: a shape and a word go with it. */
const VERDICTS: {
  readonly [V in Exclude<Compared, 'unknown'>]: {
    readonly key: string
    readonly fill: string
    readonly shape: string
  }
} = {
  more: { key: 'owner.picture.more', fill: LEAF, shape: 'M0 0l5-8 5 8z' },
  less: { key: 'owner.picture.less', fill: ALARM, shape: 'M0-8l5 8 5-8z' },
  same: { key: 'owner.picture.same', fill: INK_2, shape: 'M0-7h10v2h-10zM0-3h10v2h-10z' },
}

function verdictSvg(
  props: ReportProps,
  verdict: Compared,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): string {
  if (verdict === 'unknown') return ''
  const { key, fill, shape } = VERDICTS[verdict]
  const sign = `<path transform="translate(${x} ${y})" d="${shape}" fill="${fill}"/>`
  const lettering = { x: x + 14, y, size: 12.5, face: 'strong', fill } as const
  return sign + fitted(cardText(props, key), lettering, { width, least: 10 })
}

function arrow(x: number, y: number): string {
  return `<path d="M${x - 6} ${y}h11m-4-4l4 4-4 4" fill="none" stroke="${INK_2}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/>`
}
