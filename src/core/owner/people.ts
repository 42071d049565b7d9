import type { Account } from '../aftersale/call-list.js'
import type { ContactId } from '../types.js'
import type { OpenLead } from './open-lead.js'

/** What somebody is looked for by. Words are folded, as `wordsOf` cuts them. */
export type Hint =
  /** Each of the words stands in their name or organization; begins one there; or is one with a slip. */
  | { readonly kind: 'words' | 'begun' | 'slips'; readonly words: readonly string[] }
  /** Their phone ends in these digits. */
  | { readonly kind: 'digits'; readonly digits: string }
  /** A whole number, written in whichever way. */
  | { readonly kind: 'phone'; readonly phone: string }
  /** They are called exactly so: by name, else organization, else phone. */
  | { readonly kind: 'called'; readonly name: string }

/** People to look among: everybody whom a hint fits, and perhaps others. Whoever asks looks again. */
export type Candidates = {
  likely(hint: Hint): Iterable<OpenLead>
}

/**
 * Whom else a word without a name may mean, of the customers and marked people who are not fresh: all of
 * them; those with an inquiry open; those in charge of the sender; those of whom something was said that
 * is still to be done. Each but the first may hold people of the last.
 */
export type Circle = 'everybody' | 'open' | 'mine' | 'busy'

/**
 * Whoever may be named. Nobody is read who is not looked at: a list that is asked for ends where the
 * looking ends.
 */
export type People = Candidates & {
  /** Those heard of last, then those just spoken of. */
  fresh(): readonly OpenLead[]
  /** The fresh ones, and then a circle of customers and marked people. */
  circle(circle: Circle): Iterable<OpenLead>
  /** Whoever was just spoken of, listed or told of; null for somebody who is not there any more. */
  byId(id: ContactId): OpenLead | null
  /** Everybody who may be a key account, as calls that have no other reason look at them. */
  keyAccounts(): readonly Account[]
  /** How many bought something, and so many of them, who bought last first. */
  customers(most: number): { readonly n: number; readonly last: readonly Account[] }
}
