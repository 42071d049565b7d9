import type { Box, Item, Line, Point, Side } from './layout.js'
import { fitText, textWidth } from './text-width.js'

/** Sizes in units of the picture, chosen for letters 12 high. */
const TEXT = 12
const SMALL = 11
const BOX = 28
const SIDE_BOX = 24
const PAD = 9
const GAP = 14
const ROW_GAP = 19
/** What words on the line between two rows take besides. */
const LABEL_ROOM = 10
const SIDE_GAP = 8
/** From the edge of a box to the line that comes in from above or leaves it downwards. */
const TRUNK = 14
const STUB = 12
/** Kept free at the right for the line that goes round to the next row. */
const MARGIN = 14
/** As much of a row as words on a line may take. */
const LABEL_SHARE = 0.42

export type Placed = {
  readonly height: number
  readonly boxes: readonly Box[]
  readonly lines: readonly Line[]
}

type Row = { readonly top: number; bottom: number; right: number; sidesRight: number }

type Shelf = {
  readonly width: number
  readonly boxes: Box[]
  readonly lines: Line[]
  row: Row
  last: Box | null
}

/** Gives every item its place, left to right, in rows one under the other. */
export function placeRows(items: readonly Item[], width: number): Placed {
  const row: Row = { top: 0, bottom: 0, right: 0, sidesRight: 0 }
  const shelf: Shelf = { width, boxes: [], lines: [], row, last: null }
  for (const item of items) put(shelf, item)
  return { height: shelf.row.bottom + 2, boxes: shelf.boxes, lines: shelf.lines }
}

function put(shelf: Shelf, item: Item): void {
  const room = shelf.width - MARGIN
  const arrival = item.arrival === null ? null : fitText(item.arrival, SMALL, room * LABEL_SHARE)
  const boxWidth = Math.min(room, textWidth(item.node.label, TEXT) + 2 * PAD)
  const gap = arrival === null ? GAP : Math.max(GAP, textWidth(arrival, SMALL) + 12)
  const { last, row } = shelf
  const x = last === null ? 0 : row.right + gap
  const broken = last !== null && !fits(shelf, item, x, boxWidth)
  if (broken) {
    const between = ROW_GAP + (arrival === null ? 0 : LABEL_ROOM)
    shelf.row = { top: row.bottom + between, bottom: 0, right: 0, sidesRight: 0 }
  }
  const box: Box = {
    ...boxOf(item, broken ? 0 : x, shelf.row.top, boxWidth),
    height: BOX,
    text: fitText(item.node.label, TEXT, boxWidth - 2 * PAD + 2),
  }
  if (last !== null) shelf.lines.push(lineTo(shelf, last, box, arrival, row.bottom))
  shelf.boxes.push(box)
  shelf.last = box
  shelf.row.right = box.x + box.width
  shelf.row.bottom = Math.max(shelf.row.bottom, box.y + BOX)
  putSides(shelf, box, item.sides)
}

/** Whether a box may stand in this row, with the boxes beside it clear of those of others. */
function fits({ width, row }: Shelf, { sides }: Item, x: number, boxWidth: number): boolean {
  if (x + boxWidth > width - MARGIN) return false
  if (sides.length === 0) return true
  if (row.sidesRight > 0 && x < row.sidesRight + SIDE_GAP) return false
  return sides.every((side) => {
    return (
      trunkOf(x, boxWidth) + STUB + labelRoom(side.label, width) + sideWidth(side) <= width - MARGIN
    )
  })
}

function boxOf({ node, state, role }: Item, x: number, y: number, width: number) {
  return { id: node.id, kind: node.kind, label: node.label, state, role, x, y, width }
}

/** Along the row, or round its end to the next one. */
function lineTo({ width }: Shelf, from: Box, to: Box, label: string | null, bottom: number): Line {
  const state = to.state === 'ahead' ? 'ahead' : 'passed'
  const [start, middle] = [from.x + from.width, from.y + from.height / 2]
  if (from.y === to.y) {
    const at: Point = [(start + to.x) / 2, middle - 5]
    const points: readonly Point[] = [
      [start, middle],
      [to.x, middle],
    ]
    return { points, label: label === null ? null : { text: label, at }, state, side: false }
  }
  const under = bottom + ROW_GAP / 2 + (label === null ? 0 : LABEL_ROOM)
  const [edge, inlet] = [width - 3, to.x + TRUNK]
  const points: readonly Point[] = [
    [start, middle],
    [edge, middle],
    [edge, under],
    [inlet, under],
    [inlet, to.y],
  ]
  // Where it begins, beside the choice it belongs to.
  const at: Point = [edge - 10 - (label === null ? 0 : textWidth(label, SMALL) / 2), under - 4]
  return { points, label: label === null ? null : { text: label, at }, state, side: false }
}

/** One under the other, below the box they belong to. */
function putSides(shelf: Shelf, box: Box, sides: readonly Side[]): void {
  const { width, row } = shelf
  const trunk = trunkFor(box, sides, width)
  const label = Math.max(0, ...sides.map((side) => labelRoom(side.label, width)))
  const x = trunk + STUB + label
  for (const side of sides) {
    const y = row.top + BOX + 12 + sides.indexOf(side) * (SIDE_BOX + SIDE_GAP)
    const boxWidth = Math.min(width - MARGIN - x, sideWidth(side))
    const text = fitText(side.node.label, TEXT, boxWidth - 2 * PAD + 2)
    const { id, kind, label: whole } = side.node
    const at = { id, kind, label: whole, text, x, y, width: boxWidth, height: SIDE_BOX }
    shelf.boxes.push({ ...at, state: 'ahead', role: 'side' })
    shelf.lines.push(sideLine({ from: box, trunk, to: at, width }, side))
    row.sidesRight = Math.max(row.sidesRight, x + boxWidth)
    row.bottom = Math.max(row.bottom, y + SIDE_BOX)
  }
}

type Branch = {
  readonly from: Box
  /** Where the line leaves it downwards. */
  readonly trunk: number
  readonly to: Pick<Box, 'x' | 'y'>
  readonly width: number
}

function sideLine({ from, trunk, to, width }: Branch, { label }: Side): Line {
  const middle = to.y + SIDE_BOX / 2
  const points: readonly Point[] = [
    [trunk, from.y + BOX],
    [trunk, middle],
    [to.x, middle],
  ]
  if (label === null) return { points, label: null, state: 'ahead', side: true }
  const text = fitText(label, SMALL, (width - MARGIN) * LABEL_SHARE)
  const at: Point = [trunk + STUB / 2 + textWidth(text, SMALL) / 2, middle - 4]
  return { points, label: { text, at }, state: 'ahead', side: true }
}

/** The other ways leave a choice at its right end, as the way on does. */
function trunkOf(x: number, boxWidth: number): number {
  return x + Math.max(TRUNK, boxWidth - 2 * TRUNK)
}

/** On a narrow picture they leave it at the left, where there is more room. */
function trunkFor(box: Box, sides: readonly Side[], width: number): number {
  const trunk = trunkOf(box.x, box.width)
  const fit = sides.every(
    (side) => trunk + STUB + labelRoom(side.label, width) + sideWidth(side) <= width - MARGIN,
  )
  return fit ? trunk : box.x + TRUNK
}

function sideWidth({ node }: Side): number {
  return textWidth(node.label, TEXT) + 2 * PAD
}

function labelRoom(label: string | null, width: number): number {
  if (label === null) return 0
  return textWidth(fitText(label, SMALL, (width - MARGIN) * LABEL_SHARE), SMALL)
}
