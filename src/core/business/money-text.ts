/** Where thousands are parted by a comma and decimals by a point. */
const COMMA_THOUSANDS: ReadonlySet<string> = new Set([
  ...['MX', 'US', 'PR', 'PE', 'DO', 'GT', 'HN', 'NI', 'SV', 'CR', 'PA'],
])

/** The sign each country writes before its own money. */
const OWN_SIGNS: { readonly [country: string]: readonly [currency: string, sign: string] } = {
  AR: ['ARS', '$'],
  BO: ['BOB', 'Bs '],
  BR: ['BRL', 'R$ '],
  CL: ['CLP', '$'],
  CO: ['COP', '$'],
  CR: ['CRC', '₡'],
  CU: ['CUP', '$'],
  DO: ['DOP', 'RD$'],
  EC: ['USD', '$'],
  GT: ['GTQ', 'Q'],
  HN: ['HNL', 'L '],
  MX: ['MXN', '$'],
  NI: ['NIO', 'C$'],
  PA: ['USD', '$'],
  PE: ['PEN', 'S/ '],
  PR: ['USD', '$'],
  PY: ['PYG', '₲'],
  SV: ['USD', '$'],
  US: ['USD', '$'],
  UY: ['UYU', '$'],
  VE: ['USD', '$'],
}

/**
 * An amount as the country writes it: "$1.000.000" in Colombia, "$3,360" in Mexico, "336 €".
 * Foreign money carries its code; decimals show only when there are any.
 */
export function money(amount: number, currency: string, country: string): string {
  const figure = amountText(amount, country)
  const own = OWN_SIGNS[country]
  if (own?.[0] === currency) return `${own[1]}${figure}`
  if (currency === 'EUR') return `${figure} €`
  if (currency === 'USD') return `US$${figure}`
  return `${figure} ${currency}`
}

/** The figure alone, with the country's separators: "1.500". */
export function amountText(amount: number, country: string): string {
  const [thousands, point] = COMMA_THOUSANDS.has(country) ? [',', '.'] : ['.', ',']
  const cents = Math.round(Math.abs(amount) * 100)
  const whole = inThousands(String(Math.floor(cents / 100)), thousands)
  const rest = cents % 100
  const sign = amount < 0 ? '-' : ''
  return rest === 0 ? `${sign}${whole}` : `${sign}${whole}${point}${String(rest).padStart(2, '0')}`
}

function inThousands(digits: string, mark: string): string {
  if (digits.length <= 3) return digits
  return `${inThousands(digits.slice(0, -3), mark)}${mark}${digits.slice(-3)}`
}
