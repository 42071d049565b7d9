/** A country's calling code, and how its numbers are written at home: digits, by how they begin. */
type Plan = { readonly code: string; readonly home: RegExp }

const PLANS: { readonly [country: string]: Plan } = {
  AR: { code: '54', home: /^(?:9?\d{10})$/ },
  BO: { code: '591', home: /^\d{8}$/ },
  BR: { code: '55', home: /^\d{10,11}$/ },
  CL: { code: '56', home: /^\d{9}$/ },
  CO: { code: '57', home: /^\d{10}$/ },
  CR: { code: '506', home: /^\d{8}$/ },
  CU: { code: '53', home: /^\d{8}$/ },
  DO: { code: '1', home: /^(?:809|829|849)\d{7}$/ },
  EC: { code: '593', home: /^\d{8,9}$/ },
  ES: { code: '34', home: /^[6-9]\d{8}$/ },
  GT: { code: '502', home: /^\d{8}$/ },
  HN: { code: '504', home: /^\d{8}$/ },
  MX: { code: '52', home: /^1?\d{10}$/ },
  NI: { code: '505', home: /^\d{8}$/ },
  PA: { code: '507', home: /^\d{7,8}$/ },
  PE: { code: '51', home: /^\d{8,9}$/ },
  PR: { code: '1', home: /^(?:787|939)\d{7}$/ },
  PY: { code: '595', home: /^\d{9}$/ },
  SV: { code: '503', home: /^\d{8}$/ },
  US: { code: '1', home: /^[2-9]\d{9}$/ },
  UY: { code: '598', home: /^\d{8}$/ },
  VE: { code: '58', home: /^\d{10}$/ },
}

/**
 * A phone as people and spreadsheets write it, in E.164, or null: with or without its country, with
 * spaces, dashes, a leading 00 or 0. A number without a country is one of `country`.
 */
export function readPhone(written: string, country: string): string | null {
  const text = written.trim().replace(/^'/, '').replace(/\.0$/, '')
  if (!/^[+\d\s().\u00a0\u202f/-]+$/.test(text)) return null
  const digits = text.replace(/\D/g, '')
  if (/^\s*\+/.test(text)) return asPhone(digits)
  if (digits.startsWith('00')) return asPhone(digits.slice(2))
  const plan = PLANS[country]
  if (plan === undefined) return asPhone(digits)
  const home = digits.replace(/^0/, '')
  if (plan.home.test(home)) return asPhone(`${plan.code}${home}`)
  const rest = digits.slice(plan.code.length)
  if (digits.startsWith(plan.code) && plan.home.test(rest)) return asPhone(digits)
  return digits.length >= 11 ? asPhone(digits) : null
}

/** "5,73001E+11": a spreadsheet has cut the digits short, and they are lost. */
export function isCutShort(written: string): boolean {
  return /^\s*\d+(?:[.,]\d+)?e\+?\d+\s*$/i.test(written)
}

function asPhone(digits: string): string | null {
  return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : null
}
