import { type BinaryNode, encodeBigEndian } from '@whiskeysockets/baileys'
import type { Link } from './link.js'
import { bytesOf, childOf, childrenOf, firstChild, node, SERVER } from './node.js'
import { askForCode, finishCode } from './pairing-code.js'
import type { Bundle } from './signal.js'
import { type Person, personAt, type World } from './world.js'

/** What the server says to a question, by namespace and what is asked: the inside of the answer, or an error code. */
type Answer = (world: World, asked: BinaryNode, stanza: BinaryNode) => Answered | Promise<Answered>
type Answered = readonly BinaryNode[] | number

const NOT_FOUND = 404

const ANSWERS: { readonly [question: string]: Answer } = {
  'encrypt/count': (world) => [node('count', { value: String(stockOf(world)) })],
  'encrypt/digest': () => [node('digest')],
  'encrypt/key': async (world, asked) => [node('list', {}, await bundlesFor(world, asked))],
  'encrypt/registration': (world, _asked, stanza) => {
    world.companion?.stock(stanza)
    return []
  },
  'usync/usync': (world, asked) => [node('usync', {}, [node('list', {}, usersIn(world, asked))])],
  'privacy/privacy': () => [node('privacy', {}, [category('readreceipts'), category('last')])],
  'blocklist/': () => [node('list')],
  'abt/props': () => [node('props')],
  'w:sync:app:state/sync': (_world, asked) => [node('sync', {}, childrenOf(asked).map(unchanged))],
  'w:m/media_conn': ({ media }) => [
    node('media_conn', { auth: 'double', ttl: '3600' }, [node('host', { hostname: media.host })]),
  ],
  'md/link_code_companion_reg': (world, asked) =>
    (asked.attrs.stage === 'companion_hello' ? askForCode : finishCode)(world, asked),
  'w:profile:picture/picture': () => NOT_FOUND,
  'w:mex/query': ({ faults }) => [
    node('result', {}, Buffer.from(JSON.stringify(standing(faults)))),
  ],
}

/**
 * A device that has given no keys yet would make 812 of them, which takes most of the time of linking; told that there is
 * one, it makes five, and more when they run low.
 */
function stockOf({ companion }: World): number {
  return companion?.stockSize || 1
}

/** Whether the account may write to whom it likes, or for some time not to anybody new. */
function standing({ refuseMessagesWith, restrictedUntil }: World['faults']) {
  const locked = refuseMessagesWith === 463 || restrictedUntil !== null
  const until = restrictedUntil?.getTime() ?? Date.now() + 3_600_000
  const ends = String(Math.floor(until / 1000))
  const lock = locked ? { is_active: true, time_enforcement_ends: ends } : { is_active: false }
  return {
    data: {
      xwa2_fetch_account_reachout_timelock: lock,
      xwa2_message_capping_info: { total_quota: -1, used_quota: 0, capping_status: 'NONE' },
    },
  }
}

/** Answers a question of the client; what has no answer of its own gets an empty one. */
export async function answer(world: World, link: Link, stanza: BinaryNode): Promise<void> {
  const { xmlns = '', id = '' } = stanza.attrs
  const asked = firstChild(stanza) ?? node('')
  const question = `${xmlns}/${asked.tag}`
  world.ledger.add({ kind: 'query', about: question })
  if (world.faults.unanswered.has(xmlns)) return
  const content = await (ANSWERS[question] ?? (() => []))(world, asked, stanza)
  link.send(
    typeof content === 'number'
      ? node('iq', { from: SERVER, id, type: 'error' }, [node('error', { code: String(content) })])
      : node('iq', { from: SERVER, id, type: 'result' }, [...content]),
  )
}

/** Who is asked about, on which devices they are, and under which hidden number. */
function usersIn(world: World, asked: BinaryNode): BinaryNode[] {
  const list = childOf(asked, 'list')
  return (list === undefined ? [] : childrenOf(list)).map((user) => {
    const number = childOf(user, 'contact')
    if (number !== undefined) return byNumber(world, bytesOf(number).toString())
    return byAddress(world, user.attrs.jid ?? '')
  })
}

function byNumber(world: World, number: string): BinaryNode {
  const phone = number.replace(/\D/g, '')
  const person = personAt(world, `${phone}@s.whatsapp.net`)
  const jid = person?.address.pn ?? `${phone}@s.whatsapp.net`
  return node('user', { jid }, [node('contact', { type: person === undefined ? 'out' : 'in' })])
}

/** The hidden number is told to those who ask by phone number only: to the others it is the one they asked for. */
function byAddress(world: World, jid: string): BinaryNode {
  const person = personAt(world, jid)
  const devices = node('devices', {}, [node('device-list', {}, devicesOf(world, person))])
  const hidden = person === undefined || jid.endsWith('@lid') ? [] : [person.address.lid]
  return node('user', { jid }, [devices, ...hidden.map((val) => node('lid', { val }))])
}

function devicesOf({ ownPhone, companion }: World, person: Person | undefined): BinaryNode[] {
  if (person === undefined) return []
  const phone = node('device', { id: '0' })
  if (person !== ownPhone || companion === null) return [phone]
  return [phone, node('device', { id: String(companion.device), 'key-index': '1' })]
}

async function bundlesFor(world: World, asked: BinaryNode): Promise<BinaryNode[]> {
  const users = childrenOf(asked).map(({ attrs }) => attrs.jid ?? '')
  return Promise.all(
    users.map(async (jid) => {
      const person = personAt(world, jid)
      if (person === undefined) return node('user', { jid }, [node('error', { code: '404' })])
      return node('user', { jid }, bundleNodes(await person.signal.bundle()))
    }),
  )
}

function bundleNodes({ registrationId, identityKey, signedPreKey, preKey }: Bundle): BinaryNode[] {
  const id = (keyId: number): BinaryNode => node('id', {}, encodeBigEndian(keyId, 3))
  const value = (key: Uint8Array): BinaryNode => node('value', {}, bare(key))
  const { keyId, publicKey, signature } = signedPreKey
  const oneTime = preKey && node('key', {}, [id(preKey.keyId), value(preKey.publicKey)])
  return [
    node('registration', {}, encodeBigEndian(registrationId)),
    node('type', {}, Buffer.from([5])),
    node('identity', {}, bare(identityKey)),
    node('skey', {}, [id(keyId), value(publicKey), node('signature', {}, signature)]),
    ...(oneTime ? [oneTime] : []),
  ]
}

/** Keys travel without the byte that says what kind they are. */
function bare(key: Uint8Array): Uint8Array {
  return key.length === 33 ? key.subarray(1) : key
}

function category(name: string): BinaryNode {
  return node('category', { name, value: 'all' })
}

function unchanged({ attrs }: BinaryNode): BinaryNode {
  return node('collection', { name: attrs.name ?? '', version: attrs.version ?? '0' })
}
