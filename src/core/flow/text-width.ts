const NARROW = /[ijlIftr.,:;'’!¡|()·-]/u
const WIDE = /[mwMW@%—]|\p{Lu}/u
/** What a bold letter takes besides. */
const SLACK = 1.08

/**
 * About how wide a text is, in the unit of `size` (the height of its letters): nobody measures fonts
 * here, so it errs on the wide side.
 */
export function textWidth(text: string, size: number): number {
  const ems = [...text].reduce((sum, sign) => sum + emsOf(sign), 0)
  return Math.ceil(ems * size * SLACK)
}

/** The text, or as much of it as fits within `width` with an ellipsis. */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text
  const signs = [...text]
  while (signs.length > 1 && textWidth(`${signs.join('').trimEnd()}…`, size) > width) signs.pop()
  return `${signs.join('').trimEnd()}…`
}

function emsOf(sign: string): number {
  if (NARROW.test(sign)) return 0.34
  if (WIDE.test(sign)) return 0.72
  // Emoji and scripts written in squares.
  if ((sign.codePointAt(0) ?? 0) > 0x2fff) return 1.2
  return 0.56
}
