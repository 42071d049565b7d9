import { fillParts, textParts } from '../text-parts.js'
import type { Language, Treatment } from '../types.js'
import type { Condition, Forms, Wordings } from './types.js'

/** Values for `{names}` in a text; undefined when nobody knows it. */
type Variables =
  | { readonly [name: string]: string | undefined }
  | ((name: string) => string | undefined)

export type Picking = {
  readonly treatment: Treatment
  readonly language: Language
  readonly variables: Variables
  /** How often this list was used before. */
  readonly times: number
  /** Whether a wording's own condition holds. */
  readonly holdsIf: (condition: Condition) => boolean
  /** The sentence said last: not said again while another can be used. */
  readonly avoid?: string | null
}

/** Names in braces, in order, each once, with a small first letter. */
export function variablesOf(text: string): readonly string[] {
  return [
    ...new Set(
      textParts(text)
        .filter((_, index) => index % 2 === 1)
        .map(small),
    ),
  ]
}

/**
 * The text with its variables filled in, or null when one of them is not known. `{Pedido}` is the
 * value of `pedido` with a capital first letter.
 */
export function fill(text: string, variables: Variables): string | null {
  return fillParts(text, (name) => lookUp(name, variables))
}

/**
 * The wording to use now, of those that are in that language: those that can be used, in their order,
 * taken in turns. `index` is its place in the whole list, `raw` what is filled in. Null when none can be used.
 */
export function pickWording(wordings: Wordings, picking: Picking): Picked | null {
  const { language, treatment } = picking
  return pickIn(wordings, picking, (text) => (language === 'es' ? text[treatment] : text[language]))
}

/** The text in another language; undefined where nobody wrote it. */
export function textIn(text: Forms, language: Language): string | undefined {
  return language === 'es' ? undefined : text[language]
}

type Picked = { readonly text: string; readonly raw: string; readonly index: number }

function pickIn(
  wordings: Wordings,
  picking: Picking,
  textOf: (text: Forms) => string | undefined,
): Picked | null {
  const usable: Picked[] = []
  for (const [index, wording] of wordings.entries()) {
    const raw = textOf(wording.text)
    if (raw === undefined) continue
    if (wording.when !== null && !picking.holdsIf(wording.when)) continue
    const text = fill(raw, picking.variables)
    if (text === null) continue
    usable.push({ text, raw, index })
    // The first time the first of them is used: the others need not be filled in.
    if (picking.times === 0 && text !== picking.avoid) break
  }
  const choice = usable[picking.times % Math.max(1, usable.length)] ?? null
  if (choice === null || choice.text !== picking.avoid) return choice
  const fresh = usable.filter((wording) => wording.text !== picking.avoid)
  return fresh[picking.times % Math.max(1, fresh.length)] ?? choice
}

function lookUp(name: string, variables: Variables): string | undefined {
  const lookup = typeof variables === 'function' ? variables : (key: string) => variables[key]
  const value = lookup(name)
  if (value !== undefined || name === small(name)) return value
  const plain = lookup(small(name))
  return plain === undefined ? undefined : capital(plain)
}

function small(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
