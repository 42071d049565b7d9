import type { FlowFile } from './check.js'
import type { Path, Problem, Source } from './problem.js'
import { variablesOf } from './template.js'
import type { Flow, Forms, Step, Wording } from './types.js'
import { FACT_KEYS, PRODUCT_KEYS, unknownName, VARIABLE_KEYS } from './unknown-name.js'
import { ALWAYS_KNOWN, REFERENCES } from './variables.js'
import { problemAt } from './wordings.js'

/** Names that texts may use; null where nobody can say. */
export type Vocabulary = {
  readonly variables: readonly string[]
  readonly products: readonly string[] | null
  readonly facts: readonly string[] | null
}

const MOST_CHARACTERS = 300

/** Texts too long, with names nobody knows, or questions that may be left without words. */
export function checkTexts({ flow, source }: FlowFile, known: Vocabulary): readonly Problem[] {
  return [
    ...textsOf(flow).flatMap(({ text, path }) => checkText(text, { source, path, known })),
    ...(flow.scorecard?.lines ?? []).flatMap(({ reason }, index) =>
      unknownNames([reason], { source, path: ['scorecard', 'lines', index, 'reason'], known }),
    ),
    ...withoutNeutral(flow, source),
  ]
}

type Spot = { readonly source: Source; readonly path: Path; readonly known: Vocabulary }

/** One text in its treatments and languages: its longest form counts. */
export function checkText(text: Forms, spot: Spot): readonly Problem[] {
  const forms = [...new Set([text.usted, text.tú, text.vos, text.pt ?? '', text.en ?? ''])]
  const tooLong = forms.map((form) => [...form].length).filter((count) => count > MOST_CHARACTERS)
  return [
    ...tooLong.map((count) => problemAt(spot.source, spot.path, 'flows.too_long', { count })),
    ...unknownNames(forms, spot),
  ]
}

function unknownNames(texts: readonly string[], spot: Spot): readonly Problem[] {
  return [...new Set(texts.flatMap(variablesOf))].flatMap((name) => unknownVariable(name, spot))
}

function unknownVariable(written: string, { source, path, known }: Spot): readonly Problem[] {
  const [kind = '', name] = written.split(':')
  const reference = REFERENCES[kind]
  if (name === undefined || reference === undefined) {
    return unknownName(source, { path, name: written, known: known.variables, keys: VARIABLE_KEYS })
  }
  const names = known[reference.names]
  if (names === null) return []
  const keys = reference.names === 'products' ? PRODUCT_KEYS : FACT_KEYS
  return unknownName(source, { path, name, known: names, keys })
}

function withoutNeutral(flow: Flow, source: Source): readonly Problem[] {
  return flow.order.flatMap((name, index) => {
    const step = flow.steps[name]
    if (step?.kind !== 'ask' || step.text.some(isNeutral)) return []
    return [problemAt(source, ['steps', index, 'text'], 'flows.no_neutral', { name })]
  })
}

/** Can be said whatever is known. */
function isNeutral({ text, when }: Wording): boolean {
  const names = [text.usted, text.tú, text.vos].flatMap(variablesOf)
  return when === null && names.every(isAlwaysKnown)
}

function isAlwaysKnown(name: string): boolean {
  const [kind = '', reference] = name.split(':')
  if (reference !== undefined) return REFERENCES[kind]?.always ?? false
  return ALWAYS_KNOWN.some((known) => known === name)
}

type Written = { readonly text: Forms; readonly path: Path }

function textsOf(flow: Flow): readonly Written[] {
  return [
    ...flow.order.flatMap((id, index) => stepTexts(flow.steps[id], ['steps', index])),
    ...flow.echoes.flatMap((echo, index) => listed(echo.text, ['echoes', index, 'text'])),
  ]
}

function stepTexts(step: Step | undefined, path: Path): readonly Written[] {
  if (step?.kind === 'say') return listed(step.text, [...path, 'say'])
  if (step?.kind !== 'ask') return []
  return [
    ...listed(step.text, [...path, 'text']),
    ...Object.entries(step.only).flatMap(([slot, list]) => listed(list, [...path, 'only', slot])),
    ...listed(step.hint, [...path, 'hint']),
    ...step.options.map(({ label }, index) => ({
      text: label,
      path: [...path, 'options', index, 'label'],
    })),
    ...listed(step.optionsText, [...path, 'optionsText']),
    ...listed(step.outside, [...path, 'outside']),
  ]
}

/** A single wording is not written as a list; its index then leads to the text itself. */
function listed(wordings: readonly Wording[], path: Path): readonly Written[] {
  return wordings.map(({ text }, index) => ({ text, path: [...path, index] }))
}
