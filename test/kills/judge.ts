import { isDeepStrictEqual } from 'node:util'
import type { Outcome, Told } from './driver.js'

/** What went wrong in the conversations of a drive, each as a line for a person. */
export type Verdict = {
  readonly lost: readonly string[]
  readonly repeated: readonly string[]
  readonly disordered: readonly string[]
  readonly misplaced: readonly string[]
}

/** Judges by the phones' ledger and the bot's own account of each contact, and by nothing else. */
export function judge({ references, conversations }: Outcome): Verdict {
  const [reference] = references
  const all = [...references, ...conversations]
  return {
    lost: all.filter(({ bubbles }) => bubbles.length < reference.bubbles.length).map(describe),
    repeated: all
      .filter((told) => told.bubbles.length > reference.bubbles.length || hasRepetition(told))
      .map(describe),
    disordered: all.filter((told) => !isInOrder(told, references)).map(describe),
    misplaced: conversations
      .filter(({ known }) => !references.some((one) => isDeepStrictEqual(one.known, known)))
      .map(({ phone, known }) => `${phone}: ${JSON.stringify(known)}`),
  }
}

function hasRepetition({ bubbles }: Told): boolean {
  const ids = new Set(bubbles.map(({ id }) => id))
  return ids.size < bubbles.length || bubbles.some(({ text }, i) => text === bubbles[i + 1]?.text)
}

/** Every answer is the one a reference got at that place, and the ledger only grows. */
function isInOrder({ bubbles }: Told, references: Outcome['references']): boolean {
  return bubbles.every(({ text, seq }, i) => {
    const before = bubbles[i - 1]?.seq ?? 0
    return seq > before && references.some((one) => one.bubbles[i]?.text === text)
  })
}

function describe({ phone, bubbles }: Told): string {
  return [phone, ...bubbles.map(({ seq, id, text }) => `${seq} ${id} ${text}`)].join('\n')
}
