import type { BinaryNode, WASocket } from '@whiskeysockets/baileys'

const MESSAGE = 'CB:message'

/**
 * Lets one message be opened after the other, as they come. By itself Baileys lets those that come now
 * overtake those that waited while it was away, and the second of somebody new overtake the first, which
 * waits until the sender's two numbers are written down. To be called before anybody else listens.
 */
export function openInOrder({ ws }: Pick<WASocket, 'ws'>): void {
  const takers = ws.listeners(MESSAGE)
  ws.removeAllListeners(MESSAGE)
  let last = Promise.resolve()
  ws.on(MESSAGE, (node: BinaryNode) => {
    // Those that waited it would put into a queue of its own, and not say when they are done.
    delete node.attrs.offline
    last = last.then(() => takeWith(takers, node, ws)).catch(() => {})
  })
}

/** What cannot be confirmed any more comes again. */
async function takeWith(
  takers: ReturnType<WASocket['ws']['listeners']>,
  node: BinaryNode,
  { isOpen }: WASocket['ws'],
): Promise<void> {
  if (isOpen) for (const take of takers) await take(node)
}
