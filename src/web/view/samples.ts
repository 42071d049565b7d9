import { money } from '../../core/business/money-text.js'
import type { Business } from '../../core/business/types.js'
import { type Messages, message } from '../../core/messages.js'

const PIECES = 20

/** First messages as people write them, about what this shop sells. */
export function samples(
  { products, ...business }: Business,
  messages: Messages,
): readonly string[] {
  const hello = message(messages, 'web.sample.hello')
  const [first, second = first] = products.filter(({ ownGarment }) => !ownGarment)
  if (first === undefined || second === undefined) return [hello]
  const n = Math.max(PIECES, first.from)
  const amount = money(first.price * n, first.currency, business.country)
  const rich = { n, many: first.many, amount }
  return [
    message(messages, 'web.sample.price', { many: second.many }),
    message(messages, 'web.sample.rich', rich),
    message(messages, 'web.sample.team', { sells: business.sells }),
    hello,
  ]
}
