const MOST = 80

/** Enough of a text to know it again by, cut at a space. */
export function firstLine(text: string): string {
  const [line = ''] = text.trim().split('\n')
  if (line.length <= MOST) return line
  const end = line.lastIndexOf(' ', MOST)
  return line.slice(0, end > 0 ? end : MOST)
}
