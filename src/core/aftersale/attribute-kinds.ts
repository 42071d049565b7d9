import type { AttributeAnswer } from '../conversation/effects.js'

/**
 * What an attribute does for customers. `basic`: missed when it is not there, and noticed by nobody when
 * it is; `delight`: not missed, and what they tell others of; `performance`: the more, the better.
 */
export type AttributeKind = 'basic' | 'performance' | 'delight'

/** One answer, and whether that customer was content on the whole when last asked; null: never asked. */
export type Judged = AttributeAnswer & { readonly content: boolean | null }

/** Fewer answers than this say nothing. */
const LEAST = 5
/** So much more often content, or not, than those for whom it was as expected. */
const MARKED = 0.2

/** Sorts attributes by what goes with being content or not; one of which too little is known is left out. */
export function attributeKinds(answers: readonly Judged[]): {
  readonly [attribute: string]: AttributeKind
} {
  const names = [...new Set(answers.map(({ attribute }) => attribute))]
  return Object.fromEntries(
    names.flatMap((name) => {
      const own = answers.filter(({ attribute, content }) => attribute === name && content !== null)
      const kind = own.length < LEAST ? null : kindOf(own)
      return kind === null ? [] : [[name, kind]]
    }),
  )
}

function kindOf(own: readonly Judged[]): AttributeKind | null {
  const met = contentShare(own, 'met') ?? contentShare(own, null) ?? 0
  const [above, below] = [contentShare(own, 'above'), contentShare(own, 'below')]
  const lifts = above !== null && above - met >= MARKED
  const hurts = below !== null && met - below >= MARKED
  if (lifts && hurts) return 'performance'
  if (hurts) return 'basic'
  return lifts ? 'delight' : null
}

/** How many of those who answered so were content; null when nobody did. */
function contentShare(own: readonly Judged[], level: Judged['level'] | null): number | null {
  const some = own.filter((each) => level === null || each.level === level)
  return some.length === 0 ? null : some.filter(({ content }) => content).length / some.length
}
