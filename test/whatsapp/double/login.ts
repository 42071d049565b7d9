import { type Companion, registrationFrom } from './companion.js'
import type { Link } from './link.js'
import { node, seconds } from './node.js'
import type { Introduction } from './noise.js'
import { tellHistory } from './own-phone.js'
import { offerPairing } from './pairing.js'
import { endStream } from './stream-end.js'
import type { World } from './world.js'

/** Somebody has introduced themselves: a new device, the linked one, or one that is linked no more. */
export function receive(world: World, link: Link, { noiseKey, payload }: Introduction): void {
  const registration = payload.devicePairingData
  if (registration) {
    world.ledger.add({ kind: 'connected', as: 'new' })
    return offerPairing(world, link, registrationFrom(registration, noiseKey))
  }
  const { companion } = world
  const isLinked = companion !== null && isSame(world, companion, { noiseKey, payload })
  world.ledger.add({ kind: 'connected', as: isLinked ? 'linked' : 'stranger' })
  if (!isLinked) {
    link.send(node('failure', { reason: '401', location: 'cco' }))
    return link.close()
  }
  replace(world)
  world.link = link
  link.send(node('success', { t: seconds(new Date()), lid: companion.lid }))
}

function isSame(
  { ownPhone }: World,
  { device, noiseKey }: Companion,
  introduced: Introduction,
): boolean {
  return (
    String(introduced.payload.username) === ownPhone.address.phone &&
    introduced.payload.device === device &&
    introduced.noiseKey.equals(noiseKey)
  )
}

/** There is one connection for a device: a second one ends the first. */
function replace(world: World): void {
  if (world.link === null) return
  endStream(world.link, 440)
  leave(world, world.link)
}

/** The client says that it is ready: it gets what it missed, and how much that was. */
export function welcome(world: World): void {
  const { link, companion } = world
  if (link === null || companion === null) return
  const missed = world.backlog.open(link.send)
  world.active = true
  world.ledger.add({ kind: 'ready', missed })
  link.send(node('ib', {}, [node('offline', { count: String(missed) })]))
  if (!companion.told) world.aside(tellHistory(world))
}

export function leave(world: World, link: Link): void {
  if (world.pairing?.link === link) world.pairing = null
  if (world.link !== link) return
  world.link = null
  world.active = false
  world.ledger.add({ kind: 'gone' })
  world.backlog.shut()
}
