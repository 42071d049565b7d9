/** A run of digits read by its shape. */
type Digits = {
  readonly value: number
  /** Has thousands separators. */
  readonly grouped: boolean
  readonly decimal: boolean
}

/**
 * Reads "1.800.000", "1,500.00", "1'500.000", "2,5". Three trailing digits are thousands, except before
 * "millones" (`large`), where "1.500" is one and a half. Null when the shape is no number (a date, an id).
 */
export function readDigits(raw: string, large = false): Digits | null {
  if (raw.length > 20) return null
  const groups: string[] = []
  let separators = ''
  let start = 0
  for (let i = 0; i <= raw.length; i += 1) {
    const code = raw.charCodeAt(i)
    if (code >= 48 && code <= 57) continue
    groups.push(raw.slice(start, i))
    if (i < raw.length) separators += raw[i]
    start = i + 1
  }
  const last = groups.at(-1) ?? ''
  const whole = groups.join('')
  if (separators === '') return { value: Number(whole), grouped: false, decimal: false }
  if (areThousands(groups) && !(large && separators.length === 1)) {
    return { value: Number(whole), grouped: true, decimal: false }
  }
  const rest = groups.slice(0, -1)
  const point = separators.at(-1) ?? ''
  const single = separators.length === 1
  const fits = single ? last.length < 4 || large : areThousands(rest) && last.length < 3
  if (!fits || separators.indexOf(point) < separators.length - 1) return null
  const value = Number(`${rest.join('')}.${last}`)
  return { value, grouped: !single, decimal: true }
}

function areThousands(groups: readonly string[]): boolean {
  const first = groups[0] ?? ''
  if (first.length === 0 || first.length > 3 || first === '0') return false
  return groups.slice(1).every((group) => group.length === 3)
}
