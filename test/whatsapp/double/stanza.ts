import type { BinaryNode } from '@whiskeysockets/baileys'
import { answer } from './iq.js'
import type { Link } from './link.js'
import { welcome } from './login.js'
import { takeMessage } from './messages.js'
import { childOf, childrenOf, firstChild } from './node.js'
import { takePairingAnswer } from './pairing.js'
import { postAgain } from './post.js'
import { personAt, type World } from './world.js'

/** Takes whatever a client sends, by what kind of stanza it is. */
export async function takeStanza(world: World, link: Link, stanza: BinaryNode): Promise<void> {
  await TAKERS[stanza.tag]?.(world, link, stanza)
}

type Taker = (world: World, link: Link, stanza: BinaryNode) => void | Promise<void>

const TAKERS: { readonly [tag: string]: Taker } = {
  iq: takeIq,
  message: takeMessage,
  receipt: takeReceipt,
  ack({ ledger, backlog }, _link, { attrs }) {
    const { class: of = '', id = '', to: from = '', error = null } = attrs
    ledger.add({ kind: 'ack', of, id, from, error })
    backlog.taken(of, id)
  },
  chatstate({ ledger }, _link, stanza) {
    const state = firstChild(stanza)?.tag === 'paused' ? 'paused' : 'composing'
    ledger.add({ kind: 'typing', to: stanza.attrs.to ?? '', state })
  },
  presence({ ledger }, _link, { attrs }) {
    ledger.add({ kind: 'presence', state: attrs.type ?? 'available' })
  },
}

async function takeIq(world: World, link: Link, stanza: BinaryNode): Promise<void> {
  if (stanza.attrs.type === 'result') return takePairingAnswer(world, stanza)
  if (childOf(stanza, 'remove-companion-device') !== undefined) world.companion = null
  await answer(world, link, stanza)
  const isReady = stanza.attrs.xmlns === 'passive' && childOf(stanza, 'active') !== undefined
  if (isReady) welcome(world)
}

function takeReceipt(world: World, link: Link, stanza: BinaryNode): void {
  if (world.faults.cutAtNextReceipt) {
    world.faults.cutAtNextReceipt = false
    return link.cut()
  }
  const { id = '', to: from = '', type = 'delivered' } = stanza.attrs
  const list = firstChild(stanza)
  const more = list?.tag === 'list' ? childrenOf(list).map(({ attrs }) => attrs.id ?? '') : []
  const ids = [id, ...more]
  world.ledger.add({ kind: 'receipt', type, ids, from })
  if (type === 'hist_sync' && world.companion !== null) world.companion.told = true
  if (type === 'retry') return sendAgain(world, stanza)
  for (const one of ids) world.backlog.taken('message', one)
}

function sendAgain(world: World, stanza: BinaryNode): void {
  const { id = '', to = '', participant } = stanza.attrs
  const count = Number(childOf(stanza, 'retry')?.attrs.count ?? 1)
  const sender = personAt(world, participant ?? to)
  if (sender !== undefined) world.aside(postAgain(world, sender, { id, count }))
}
