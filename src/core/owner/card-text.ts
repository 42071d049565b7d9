import type { Business } from '../business/types.js'
import { type Messages, message, type Params } from '../messages.js'

/** A sentence for owners, in the treatment of the business. */
export function cardText(
  { business, messages }: { readonly business: Business; readonly messages: Messages },
  key: string,
  params: Params = {},
): string {
  return message(messages, key, params, { treatment: business.treatment, turn: 0 })
}
