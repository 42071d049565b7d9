import { type BinaryNode, decodeBinaryNode, encodeBinaryNode } from '@whiskeysockets/baileys'
import type { RawData, WebSocket } from 'ws'
import { createFrameReader, frame } from './frames.js'
import { createNoiseResponder, type Introduction, type ServerIdentity } from './noise.js'

/** One client's connection, once the handshake is done. */
export type Link = {
  send(stanza: BinaryNode): void
  /** Says goodbye properly. */
  close(): void
  /** As when the cable is pulled. */
  cut(): void
  /** Fails when the client has gone before the promise was kept. */
  whileUp<T>(promise: Promise<T>): Promise<T>
}

export type LinkEvents = {
  onIntroduction(link: Link, introduction: Introduction): void | Promise<void>
  onNode(link: Link, stanza: BinaryNode): void | Promise<void>
  onClose(link: Link): void
  onProblem(problem: unknown): void
}

/** Does the handshake with whoever connected, then hands over stanza after stanza, one at a time. */
export function createLink(socket: WebSocket, identity: ServerIdentity, events: LinkEvents): Link {
  const noise = createNoiseResponder(identity)
  const giveUp = (problem: unknown): void => {
    events.onProblem(problem)
    socket.terminate()
  }
  let last: Promise<void> = Promise.resolve()
  const later = (job: () => void | Promise<void>): void => {
    last = last.then(job).catch(giveUp)
  }
  const gone = failsWhenClosed(socket)
  const link: Link = {
    send(stanza) {
      if (socket.readyState !== socket.OPEN) return
      socket.send(frame(noise.seal(encodeBinaryNode(stanza))))
    },
    close: () => socket.close(),
    cut: () => socket.terminate(),
    whileUp: (promise) => Promise.race([promise, gone]),
  }
  const handshake: ((payload: Buffer) => void)[] = [
    (hello) => socket.send(frame(noise.greet(hello))),
    (finish) => {
      const introduction = noise.finish(finish)
      later(() => answersPing(socket))
      later(() => events.onIntroduction(link, introduction))
    },
  ]
  const onStanza = (payload: Buffer): void => {
    const plain = noise.open(payload)
    later(async () => events.onNode(link, await decodeBinaryNode(plain)))
  }
  const read = createFrameReader((payload) => (handshake.shift() ?? onStanza)(payload))
  socket.on('message', (data) => {
    try {
      read(bytesFrom(data))
    } catch (problem) {
      giveUp(problem)
    }
  })
  socket.on('close', () => events.onClose(link))
  return link
}

function failsWhenClosed(socket: WebSocket): Promise<never> {
  const gone = new Promise<never>((_resolve, reject) => {
    socket.once('close', () => reject(new Error('the client went away in between')))
  })
  // Mostly nobody waits for it.
  gone.catch(() => undefined)
  return gone
}

/**
 * The client changes to sealed frames only after its last handshake message has left, and loses what comes before. When
 * it answers a ping it has been back at its event loop, hence is past that point.
 */
function answersPing(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('pong', () => resolve())
    socket.once('close', () => resolve())
    if (socket.readyState === socket.OPEN) socket.ping()
    else resolve()
  })
}

function bytesFrom(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data)
  return Buffer.isBuffer(data) ? data : Buffer.from(data)
}
