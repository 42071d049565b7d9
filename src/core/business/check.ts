import { checkText, type Vocabulary } from '../flow/check-texts.js'
import { slotsOf } from '../flow/condition.js'
import type { Path, Problem, Source } from '../flow/problem.js'
import type { Forms } from '../flow/types.js'
import {
  FLOW_KEYS,
  PRODUCT_KEYS,
  SLOT_KEYS,
  type UnknownName,
  unknownName,
} from '../flow/unknown-name.js'
import { BUILT_IN_SLOTS, VARIABLES } from '../flow/variables.js'
import { checkCampaigns } from './check-campaigns.js'
import { namesInPieces, piecePaths } from './nurture-rules.js'
import type { Business } from './types.js'

/** Names in the business file that lead nowhere, and texts that cannot be said. */
export function checkBusiness(
  business: Business,
  source: Source,
  flowIds: readonly string[] | null,
): readonly Problem[] {
  const products = business.products.map(({ id }) => id)
  const known: Vocabulary = {
    variables: [...VARIABLES, ...BUILT_IN_SLOTS],
    products,
    facts: business.facts.map(({ id }) => id),
  }
  return [
    ...textsOf(business).flatMap(({ text, path }) => checkText(text, { source, path, known })),
    ...names(business, products, flowIds).flatMap((name) => unknownName(source, name)),
    ...checkCampaigns(business, source),
  ]
}

function names(
  { flows, personas, ideal, nurture, afterQuote }: Business,
  products: readonly string[],
  flowIds: readonly string[] | null,
): readonly UnknownName[] {
  const slots = ideal === null ? [] : slotsOf(ideal)
  return [
    ...personas.flatMap(({ suggests }, index) =>
      suggests.map((name, place) => {
        const path = ['personas', index, 'suggests', place]
        return { path, name, known: products, keys: PRODUCT_KEYS }
      }),
    ),
    ...personas.flatMap(({ when }, index) =>
      (when === null ? [] : slotsOf(when)).map((name) => {
        return { path: ['personas', index, 'when'], name, known: BUILT_IN_SLOTS, keys: SLOT_KEYS }
      }),
    ),
    ...personas.flatMap(({ flow }, index) => {
      if (flow === null || flowIds === null) return []
      return [{ path: ['personas', index, 'flow'], name: flow, known: flowIds, keys: FLOW_KEYS }]
    }),
    ...slots.map((name) => ({ path: ['ideal'], name, known: BUILT_IN_SLOTS, keys: SLOT_KEYS })),
    ...Object.entries(flowIds === null ? {} : flows).map(([key, name]) => {
      return { path: ['flows', key], name, known: flowIds ?? [], keys: FLOW_KEYS }
    }),
    ...named(['nurture', 'flow'], nurture?.flow ?? null, flowIds),
    ...named(['afterQuote'], afterQuote, flowIds),
    ...namesInPieces(nurture, { products, personas: personas.map(({ id }) => id) }),
  ]
}

/** A flow that the file names beside its list of them. */
function named(
  path: Path,
  name: string | null,
  known: readonly string[] | null,
): readonly UnknownName[] {
  return name === null || known === null ? [] : [{ path, name, known, keys: FLOW_KEYS }]
}

function textsOf(business: Business): readonly { readonly text: Forms; readonly path: Path }[] {
  return [
    ...business.facts.map(({ text }, index) => ({ text, path: ['facts', index, 'text'] })),
    ...business.notMade.map(({ text }, index) => ({ text, path: ['notMade', index, 'text'] })),
    ...piecePaths(business.nurture),
    ...business.products.flatMap(({ includes }, index) =>
      includes === null ? [] : [{ text: includes, path: ['products', index, 'includes'] }],
    ),
  ]
}
