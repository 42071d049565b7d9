const PHONE = /^\+[1-9]\d{6,14}$/

/** A phone in a query; a `+` that nobody escaped arrives as a blank. Null when it is none. */
export function queryPhone(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const phone = value.replace(/^ /, '+')
  return PHONE.test(phone) ? phone : null
}

/** A sequence number; 0 when absent, null when it is no whole number. */
export function querySeq(value: unknown): number | null {
  if (value === undefined) return 0
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : null
}

/** A plain text, null when absent or empty. */
export function queryText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
