import { encode } from 'uqr'
import { type Html, html } from '../../html.js'

/** Modules of white around the code, without which cameras do not find it. */
const QUIET = 4
/** Of the accent in the middle: far less than what the code can lose and still be read. */
const MARK = 4.2

/** A text as a QR code, dark on white whatever the theme: cameras expect it so. */
export function qrPicture(text: string, label: string): Html {
  const { size, data } = encode(text, { ecc: 'M', border: 0 })
  const whole = size + 2 * QUIET
  const middle = whole / 2
  return html`<svg class="code" viewBox="0 0 ${whole} ${whole}" role="img" aria-label="${label}"
 shape-rendering="crispEdges"><rect width="${whole}" height="${whole}" fill="#fff"/>
<path fill="#2b1320" d="${outline(data)}"/>
<g shape-rendering="geometricPrecision"><circle cx="${middle}" cy="${middle}" r="${MARK}" fill="#3d1027"/>
<path d="M${middle} ${middle - 0.2}v2.1" stroke="#fff1ea" stroke-width="1.1" stroke-linecap="round"/>
<path d="M${middle - 0.2} ${middle - 1.7}l.9-1.1" stroke="#ffcf4a" stroke-width="1.1" stroke-linecap="round"/></g></svg>`
}

/** Every run of dark modules in a row as one rectangle. */
function outline(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      runs(row).map(({ from, length }) => `M${from + QUIET} ${y + QUIET}h${length}v1h-${length}z`),
    )
    .join('')
}

type Run = { readonly from: number; readonly length: number }

function runs(row: readonly boolean[]): readonly Run[] {
  const found: Run[] = []
  row.forEach((dark, at) => {
    const last = found.at(-1)
    if (!dark) return
    if (last !== undefined && last.from + last.length === at) {
      found[found.length - 1] = { from: last.from, length: last.length + 1 }
    } else found.push({ from: at, length: 1 })
  })
  return found
}
