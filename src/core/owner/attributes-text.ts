import type { AttributeKind } from '../aftersale/attribute-kinds.js'
import { strung } from '../business/quote.js'
import type { Business } from '../business/types.js'
import type { Messages } from '../messages.js'
import { cardText } from './card-text.js'

export type AttributesProps = {
  /** By the id of the attribute. */
  readonly kinds: { readonly [attribute: string]: AttributeKind }
  readonly business: Business
  readonly messages: Messages
}

const KEYS: readonly (readonly [AttributeKind, string])[] = [
  ['basic', 'owner.figures.basic'],
  ['performance', 'owner.figures.performance'],
  ['delight', 'owner.figures.delight'],
]

/** What customers judge the business by, as no line or one; an attribute it no longer asks for is left out. */
export function attributesText(props: AttributesProps): readonly string[] {
  const { kinds, business, messages } = props
  const parts = KEYS.flatMap(([kind, key]) => {
    const named = business.attributes.filter(({ id }) => kinds[id] === kind)
    if (named.length === 0) return []
    return [
      cardText(props, key, {
        names: strung(
          named.map(({ name }) => name),
          messages,
        ),
      }),
    ]
  })
  return parts.length === 0
    ? []
    : [cardText(props, 'owner.figures.attributes', { text: parts.join(' · ') })]
}
