import { type BinaryNode, encodeBigEndian } from '@whiskeysockets/baileys'
import { isLid } from './address.js'
import { node, seconds } from './node.js'
import type { Person, World } from './world.js'

/** What libsignal says of a key that was used before: the message looks like one that came already. */
const USED_BEFORE = 'Key used already'

const MOST_RETRIES = 5

export type Unreadable = { readonly id: string; readonly chat: string; readonly problem: unknown }

/**
 * A phone got what it cannot open. It asks for it again, a few times; but what seems to be a repetition it drops in
 * silence, as phones do, so that a client which goes back to older keys loses messages here as it would out there.
 */
export function complain(world: World, person: Person, { id, chat, problem }: Unreadable): void {
  const reason = problem instanceof Error ? problem.message : String(problem)
  world.ledger.add({ kind: 'unreadable', id, to: chat, by: person.address.phone, reason })
  const count = (person.complaints.get(id) ?? 0) + 1
  if (reason.includes(USED_BEFORE) || count > MOST_RETRIES) return
  person.complaints.set(id, count)
  world.aside(world.backlog.deliver(retryReceipt(world, person, { id, chat, count })))
}

/** Asks the client for a message once more. */
export function retryReceipt(
  { ownPhone }: World,
  person: Person,
  { id, chat, count }: { readonly id: string; readonly chat: string; readonly count: number },
): BinaryNode {
  const own = ownPhone.address[isLid(chat) ? 'lid' : 'pn']
  const route: BinaryNode['attrs'] =
    person === ownPhone ? { from: own, recipient: chat } : { from: chat }
  const t = seconds(new Date())
  return node('receipt', { id, t, type: 'retry', ...route }, [
    node('retry', { count: String(count), id, t, v: '1' }),
    node('registration', {}, encodeBigEndian(person.signal.registrationId)),
  ])
}
