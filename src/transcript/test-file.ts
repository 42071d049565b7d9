import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document, isMap, isScalar, isSeq, type Node, visit } from 'yaml'
import { fold } from '../core/understanding/normalise.js'
import type { Transcript } from './transcript.js'

const LONGEST_NAME = 60

/** What a file may be called after a title: `Ana María, 20 polos` → `ana-maria-20-polos`. */
export function slugOf(title: string): string {
  const words = fold(title).match(/[a-z0-9]+/g) ?? []
  return words.join('-').slice(0, LONGEST_NAME).replace(/-+$/, '')
}

/**
 * Writes a transcript into a folder under a name of its own, numbered where another file has it;
 * gives back the name without its ending. Nothing that is there is ever overwritten.
 */
export function writeTest(folder: string, slug: string, text: string): string {
  mkdirSync(folder, { recursive: true })
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? slug : `${slug}-${number}`
    try {
      writeFileSync(join(folder, `${name}.yaml`), text, { flag: 'wx' })
      return name
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') continue
      // Half a file would be a test that fails.
      rmSync(join(folder, `${name}.yaml`), { force: true })
      throw error
    }
  }
}

/** A transcript as people read and edit it: a line of talk is a line, a card keeps its lines. */
export function testText(script: Transcript, note: string): string {
  const { title, at, ownerActive, talk } = script
  const document = new Document({ title, at, ...(!ownerActive && { ownerActive }), talk })
  document.commentBefore = ` ${note}`
  const lines = document.get('talk')
  visit(document, {
    Scalar: (key, node) => {
      if (key === 'key' || typeof node.value !== 'string') return
      node.type = node.value.includes('\n') ? 'BLOCK_LITERAL' : 'QUOTE_DOUBLE'
    },
  })
  if (isSeq(lines)) for (const line of lines.items) if (isMap(line)) flatten(line.items[0]?.value)
  return document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: 1_000_000 })
}

/** What a line holds stands on that line, unless a text of several lines is in it. */
function flatten(value: unknown): void {
  if (!isMap(value) && !isSeq(value)) return
  if (!hasBlock(value)) value.flow = true
}

function hasBlock(value: Node): boolean {
  let found = false
  visit(value, {
    Scalar: (_key, node) => {
      if (isScalar(node) && node.type === 'BLOCK_LITERAL') found = true
    },
  })
  return found
}
