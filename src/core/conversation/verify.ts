/** Runs of digits with their separators: "1.420.000", "8", "50". */
const FIGURE = /\d[\d.,]*/g

/** Whether a text holds a figure that stands in none of the sources it claims to come from. */
export function inventsFigures(text: string, sources: readonly string[]): boolean {
  const known = new Set(sources.flatMap(figuresOf))
  return figuresOf(text).some((figure) => !known.has(figure))
}

function figuresOf(text: string): readonly string[] {
  return [...text.matchAll(FIGURE)].map(([figure]) => figure.replace(/[.,]/g, ''))
}
