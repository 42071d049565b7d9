import type { Identity } from './types.js'

/** What the rules below need to know about a country whose mobiles are written in two ways. */
type Variant = { readonly long: RegExp; readonly short: (digits: string) => string }

/**
 * Hand-written rather than libphonenumber-js: its metadata costs 80 ms at start and knows none of
 * these three.
 */
const VARIANTS: readonly Variant[] = [
  // Mexico dialled mobiles with a 1 until 2019, and WhatsApp still does: +52 1 55… is +52 55….
  { long: /^521\d{10}$/, short: (digits) => `52${digits.slice(3)}` },
  // Argentina puts a 9 before a mobile's area code when dialled from abroad.
  { long: /^549\d{10}$/, short: (digits) => `54${digits.slice(3)}` },
  // Brazil added a ninth digit to mobiles, which began with 6 to 9. A 9 before 2 to 5 is no such
  // variant: without it, it would be somebody else's landline.
  {
    long: /^55[1-9]\d9[6-9]\d{7}$/,
    short: (digits) => `55${digits.slice(2, 4)}${digits.slice(5)}`,
  },
]

/**
 * The key under which a phone is looked up: equal for every way of writing the same number, never
 * stored in place of the number itself.
 */
export function matchKey(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  const variant = VARIANTS.find(({ long }) => long.test(digits))
  return variant === undefined ? digits : variant.short(digits)
}

/** The key of any identity; unique together with its kind. */
export function identityKey(identity: Identity): string {
  if (identity.kind === 'phone') return matchKey(identity.value)
  return identity.kind === 'username' ? identity.value.toLowerCase() : identity.value
}

/** E.164 as the contracts write it: a plus, a country code, 8 to 15 digits in all. */
export function isPhone(text: string): boolean {
  return /^\+[1-9]\d{7,14}$/.test(text)
}
