import { message } from '../messages.js'
import { fold } from '../understanding/normalise.js'
import { besideThing } from './beside-thing.js'
import type { Draft } from './draft.js'
import type { Heard } from './heard.js'
import { keepSlot, slotOf } from './note-slot.js'

/** The card has room for so many characters of them. */
const ROOM = 200

/**
 * How the thing should be ("azul oscuro", "talla L") is nothing that a flow asks for, and what the owner
 * has to know: it is kept beside what they want, each time something more of it is said.
 */
export function takeDetails(draft: Draft, heard: Heard): void {
  if (draft.inquiry === null) return
  const before = slotOf(draft, 'details')
  const known = before?.status === 'known' ? String(before.value).split(', ') : []
  const how = heard.reading.details.filter((detail) => {
    const folded = fold(detail)
    return !isNamed(heard, folded) && !known.some((each) => fold(each) === folded)
  })
  const thing = besideThing(draft, heard)
  const besides =
    thing === null ? [] : [message(draft.plain.messages, 'order.besides', { cosa: thing })]
  const said = [...how, ...besides]
  const value = [...known, ...said].join(', ')
  if (said.length === 0 || value.length > ROOM) return
  // One more of them corrects none of the others.
  draft.fresh.add('details')
  keepSlot(draft, 'details', {
    status: 'known',
    value,
    said: said.join(', '),
    confidence: 0.9,
    message: heard.evidence,
    at: draft.context.now,
  })
}

/** "de drill" of a product that is called so says nothing more. */
function isNamed({ folded, mentions }: Heard, detail: string): boolean {
  return [...mentions.products, ...mentions.notMade].some(({ span: [from, to] }) =>
    folded.slice(from, to).includes(detail),
  )
}
