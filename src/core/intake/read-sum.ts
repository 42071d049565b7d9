/** "US$", "S/", "€", "COP", "Bs.": before a figure or after it. */
const SIGNS = /^(?:[a-z]{0,2}[$/€₡₲]\.?|[a-z]{3}|bs\.?|[ql])|(?:[a-z]{3}|[$€]|,-)$/gi

/**
 * An amount as a spreadsheet writes it ("$1.500.000", "1,500.50", "840000 COP"), rounded to whole
 * units; null for anything else, nothing or less.
 */
export function readSum(written: string): number | null {
  const text = written.replace(/[\s\u00a0\u202f']/g, '').replace(SIGNS, '')
  if (!/^\d[\d.,]*$/.test(text)) return null
  const value = Number(plainFigure(text))
  const whole = Math.round(value)
  return Number.isSafeInteger(whole) && whole > 0 ? whole : null
}

/** The last mark parts decimals when one or two digits follow it and it stands there once. */
function plainFigure(text: string): string {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
  if (last < 0) return text
  const mark = text[last] ?? ''
  const decimals = text.slice(last + 1)
  const once = text.split(mark).length === 2
  const whole = text.slice(0, last).replace(/[.,]/g, '')
  if (once && decimals.length > 0 && decimals.length <= 2) return `${whole}.${decimals}`
  return `${whole}${decimals}`
}
