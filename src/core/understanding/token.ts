import type { Lexeme } from './tokens.js'

/** What a word is worth when it stands before numbers: "mil" 1000, "lucas" 1000 in the home currency. */
export type Scale = { readonly factor: number; readonly currency: string | null }

/** What the lexicon knows about one word. */
export type Word = {
  readonly word: string
  readonly groups: ReadonlySet<string> | null
  readonly number: number | null
  readonly scale: Scale | null
  readonly month: number | null
  readonly weekday: number | null
}

/** A lexeme with what the lexicon knows about it. */
export type Token = Lexeme & Word & { readonly known: boolean }

/** Whether the token belongs to a group of the lexicon. */
export function is(token: Token | undefined, group: string): boolean {
  return token?.groups?.has(group) ?? false
}

/** Whether the token is that mark (punctuation or symbol). */
export function isMark(token: Token | undefined, marks: string): boolean {
  return token !== undefined && token.kind === 'mark' && marks.includes(token.text)
}
