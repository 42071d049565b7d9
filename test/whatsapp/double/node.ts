import type { BinaryNode } from '@whiskeysockets/baileys'

/** The server's own address. */
export const SERVER = '@s.whatsapp.net'

/** A stanza; attributes and contents may be left out. */
export function node(
  tag: string,
  attrs: BinaryNode['attrs'] = {},
  content?: BinaryNode['content'],
): BinaryNode {
  return content === undefined ? { tag, attrs } : { tag, attrs, content }
}

/** The first child, whatever its tag. */
export function firstChild(stanza: BinaryNode): BinaryNode | undefined {
  return childrenOf(stanza)[0]
}

export function childrenOf(stanza: BinaryNode): readonly BinaryNode[] {
  return Array.isArray(stanza.content) ? stanza.content : []
}

export function childOf(stanza: BinaryNode, tag: string): BinaryNode | undefined {
  return childrenOf(stanza).find((child) => child.tag === tag)
}

/** What a node holds as bytes; texts arrive as either. */
export function bytesOf(stanza: BinaryNode | undefined): Buffer {
  const content = stanza?.content
  return Array.isArray(content) || content === undefined ? Buffer.alloc(0) : Buffer.from(content)
}

/** The bytes of a child that has to be there. */
export function childBytes(stanza: BinaryNode, tag: string): Buffer {
  const child = childOf(stanza, tag)
  if (child === undefined) throw new Error(`expected <${tag}> in <${stanza.tag}>`)
  return bytesOf(child)
}

/** WhatsApp counts in whole seconds. */
export function seconds(at: Date): string {
  return String(Math.floor(at.getTime() / 1000))
}
