import type { Referral } from '../types.js'

/** Where nobody knows they came from. */
export const DIRECT = 'direct'
/** Whom a customer sent. */
export const REFERRED = 'referred'
/** Advertisements and posts of Facebook and Instagram, which WhatsApp tells from nothing else. */
export const META = 'meta'

const OF_META: readonly string[] = ['ad', 'post', 'facebook', 'instagram', 'meta']

/** The name under which what is spent and who came of it are counted together. */
export function sourceName(source: Referral | null, isReferred: boolean): string {
  if (isReferred) return REFERRED
  const told = (source?.sourceType ?? '').trim().toLowerCase()
  if (told === '') return DIRECT
  return OF_META.includes(told) ? META : told
}
