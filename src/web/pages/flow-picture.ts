import type { Box, Layout, Line, Picture, Point } from '../../core/flow/layout.js'
import { type Messages, message } from '../../core/messages.js'
import { type Html, html } from '../html.js'

/** How round the corners of a line are. */
const BEND = 8

/**
 * A laid-out flow as inline SVG: one picture for those who see it and one sentence for those who
 * hear it. Looks come from `flow.css`, which shows the wide or the narrow one by the room there is.
 * `id` tells it from other pictures of the page.
 */
export function flowPicture(layout: Layout, title: string, id: string, messages: Messages): Html {
  const both = { title, messages }
  return html`<div class="flow-picture">${picture(layout, { ...both, size: 'wide', id })}
${picture(layout.narrow, { ...both, size: 'narrow', id: `${id}-narrow` })}</div>`
}

type Frame = {
  readonly size: 'wide' | 'narrow'
  readonly title: string
  readonly id: string
  readonly messages: Messages
}

function picture(
  { width, height, boxes, lines }: Picture,
  { size, title, id, messages }: Frame,
): Html {
  return html`<svg class="${size}" width="${width}" height="${round(height)}" viewBox="0 0 ${width} ${round(height)}" role="img"
 aria-labelledby="${id}-title ${id}-text"><title id="${id}-title">${title}</title>
<desc id="${id}-text">${inWords(boxes, messages)}</desc>
${lines.map(lineMarkup)}${boxes.map(boxMarkup)}</svg>`
}

/** "Pasado: … · Ahora: … · Después: …", or only the steps when nobody stands anywhere. */
function inWords(boxes: readonly Box[], messages: Messages): string {
  const steps = boxes.filter(({ role }) => role !== 'side')
  const part = (key: string, state: Box['state']): string | null => {
    const labels = steps.filter((box) => box.state === state).map(({ label }) => label)
    return labels.length === 0 ? null : message(messages, key, { steps: labels.join(', ') })
  }
  const somewhere = steps.some(({ state }) => state === 'current')
  return [
    part('web.flow.passed', 'passed'),
    part('web.flow.current', 'current'),
    part(somewhere ? 'web.flow.ahead' : 'web.flow.steps', 'ahead'),
  ]
    .filter((text) => text !== null)
    .join(' · ')
}

function boxMarkup({ x, y, width, height, kind, state, role, text, label }: Box): Html {
  const tip = text === label ? null : html`<title>${label}</title>`
  const corner = kind === 'branch' ? height / 2 : 7
  // The line of a frame is drawn half outside of it.
  return html`<g class="flow-box ${role} ${state} ${kind}">${tip}<rect x="${round(x + 1)}" y="${round(y + 1)}"
 width="${round(width - 2)}" height="${height - 2}" rx="${corner}"/><text x="${round(x + width / 2)}"
 y="${round(y + height / 2)}" dominant-baseline="central" text-anchor="middle">${text}</text></g>
`
}

function lineMarkup({ points, label, state, side }: Line): Html {
  const words =
    label === null
      ? null
      : html`<text class="flow-way" x="${round(label.at[0])}" y="${round(label.at[1])}"
 text-anchor="middle">${label.text}</text>`
  const kind = side ? 'side' : points.length > 2 ? 'round' : 'main'
  return html`<path class="flow-line ${kind} ${state}" d="${pathOf(points)}"/>${words}
`
}

/** Straight lines with their corners rounded. */
function pathOf(points: readonly Point[]): string {
  const [start] = points
  if (start === undefined) return ''
  const turns = points.slice(1).map((point, index) => {
    const after = points[index + 2]
    if (after === undefined) return `L${at(point)}`
    const before = points[index] ?? point
    return `L${at(towards(point, before))}Q${at(point)} ${at(towards(point, after))}`
  })
  return `M${at(start)}${turns.join('')}`
}

/** A point a bend away from a corner, or half of the way when that is shorter. */
function towards([x, y]: Point, [toX, toY]: Point): Point {
  const way = Math.hypot(toX - x, toY - y)
  if (way === 0) return [x, y]
  const part = Math.min(BEND, way / 2) / way
  return [x + (toX - x) * part, y + (toY - y) * part]
}

function at([x, y]: Point): string {
  return `${round(x)} ${round(y)}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
