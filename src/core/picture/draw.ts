import { type Face, isDrawn, widthOf } from './letters.js'

/** A drawing as SVG, and its size in the pixels of a phone. */
export type Picture = { readonly svg: string; readonly width: number; readonly height: number }

/** A part of a picture: its elements, drawn from its own upper edge, and how high it is. */
export type Part = { readonly svg: string; readonly height: number }

type Lettering = {
  readonly x: number
  /** Of the line that letters stand on. */
  readonly y: number
  readonly size: number
  readonly face: Face
  readonly fill: string
  readonly anchor?: 'start' | 'middle' | 'end'
}

const FAMILIES: { readonly [F in Face]: string } = {
  read: 'font-family="Figtree" font-weight="400"',
  strong: 'font-family="Figtree" font-weight="600"',
  speak: 'font-family="Bricolage Grotesque" font-weight="700"',
}
/** Longer lines grow more than shorter ones. */
const GAP = 1.35

/** One line of text. */
export function text(content: string, lettering: Lettering): string {
  const { x, y, size, face, fill, anchor = 'start' } = lettering
  const at = `x="${round(x)}" y="${round(y)}" text-anchor="${anchor}"`
  return `<text ${at} font-size="${round(size)}" ${FAMILIES[face]} fill="${fill}">${escaped(drawable(content))}</text>`
}

/** One line in as small letters as `width` asks for, and cut short where even the smallest are too wide. */
export function fitted(
  content: string,
  lettering: Lettering,
  { width, least }: { readonly width: number; readonly least: number },
): string {
  const line = drawable(content)
  const { face, size } = lettering
  // A hair less: what just fits is not to be cut for a rounding.
  const fits = (0.995 * width * size) / Math.max(1, widthOf(line, face, size))
  const small = Math.max(least, Math.min(size, fits))
  return text(cut(line, face, small, width), { ...lettering, size: small })
}

/** Text over several lines, the last one cut short where there is more; `y` is the first line's. */
export function block(
  content: string,
  lettering: Lettering,
  { width, most }: { readonly width: number; readonly most: number },
): Part {
  const { face, size, y } = lettering
  const all = wrapped(drawable(content), face, size, width)
  const lines = all.slice(0, most)
  const rest = all.slice(most - 1).join(' ')
  if (all.length > most) lines[most - 1] = cut(`${rest}…`, face, size, width)
  const svg = lines.map((line, at) => text(line, { ...lettering, y: y + at * size * GAP })).join('')
  return { svg, height: lines.length * size * GAP }
}

export type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly fill: string
  readonly radius?: number
}

export function box({ x, y, width, height, fill, radius = 0 }: Box): string {
  const at = `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`
  return `<rect ${at} rx="${radius}" fill="${fill}"/>`
}

/** Moves a part down. */
function lowered(svg: string, by: number): string {
  return `<g transform="translate(0 ${round(by)})">${svg}</g>`
}

/** Parts below one another, on one ground. */
export function stacked(parts: readonly Part[], width: number, ground: string): Picture {
  let y = 0
  const drawn = parts.map(({ svg, height }) => {
    const here = lowered(svg, y)
    y += height
    return here
  })
  const height = Math.ceil(y)
  const size = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`
  const back = box({ x: 0, y: 0, width, height, fill: ground })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${back}${drawn.join('')}</svg>`
  return { svg, width, height }
}

function wrapped(content: string, face: Face, size: number, width: number): string[] {
  const lines: string[] = []
  for (const word of content.split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (lines.length > 0 && widthOf(longer, face, size) <= width) lines[lines.length - 1] = longer
    else lines.push(cut(word, face, size, width))
  }
  return lines
}

function cut(line: string, face: Face, size: number, width: number): string {
  if (widthOf(line, face, size) <= width) return line
  const letters = [...line]
  const said = (): string => `${letters.join('').trimEnd()}…`
  while (letters.length > 1 && widthOf(said(), face, size) > width) letters.pop()
  return said()
}

/** Without what no face has, such as emoji. */
function drawable(content: string): string {
  const kept = [...content.normalize('NFC')].filter(isDrawn).join('')
  return kept.replace(/\s+/g, ' ').trim()
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
