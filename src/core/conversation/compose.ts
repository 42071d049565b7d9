import type { MessageId } from '../types.js'
import { type Draft, patchDialogue, phrase } from './draft.js'

/** Most characters of one bubble to a prospect or customer. */
const BUBBLE = 300

/** Joins the sentences into bubbles and sends them; choices go under the last one. */
export function send(
  draft: Draft,
  occasion: 'reply' | 'proactive',
  replyTo: MessageId | null = null,
): void {
  excuseSpanish(draft)
  const texts = bubbles(withoutRepeats(draft.sentences))
  const last = texts.length - 1
  texts.forEach((text, index) => {
    const message =
      index === last && draft.options.length > 0
        ? ({ kind: 'options', text, options: draft.options } as const)
        : ({ kind: 'text', text } as const)
    draft.effects.push({ kind: 'say', message, occasion, replyTo: index === 0 ? replyTo : null })
  })
  if (last < 0) return
  patchDialogue(draft, { spokeAt: draft.context.now, lastSaid: draft.sentences.at(-1) ?? null })
}

/** Once in a talk in another language: what stands only in Spanish is said so, kindly, before it. */
function excuseSpanish(draft: Draft): void {
  const { language, said } = draft.dialogue
  if (language === 'es' || said['chat.only_spanish'] !== undefined) return
  const at = draft.sentences.findIndex((sentence) => !draft.native.has(sentence))
  if (at < 0) return
  const note = phrase(draft, 'chat.only_spanish')
  if (note !== null) draft.sentences.splice(at, 0, note)
}

/**
 * "La entrega toma 8 días hábiles desde que se aprueba la muestra", right before a sentence that ends so too
 * and says more: what a fact and the flow both tell is told once.
 */
export function withoutRepeats(sentences: readonly string[]): readonly string[] {
  return sentences.filter((sentence, at) => {
    return !sentences.some((other, later) => later > at && repeats(sentence, other))
  })
}

function repeats(sentence: string, longer: string): boolean {
  // The last letters tell most of them apart.
  if (longer.length < sentence.length || sentence.slice(-END) !== longer.slice(-END)) return false
  const [mine, other] = [wordsOf(sentence), wordsOf(longer)]
  const same = sameEnd(mine, other)
  const rest = mine.slice(0, mine.length - same)
  // Two prices end alike, and each of them is news.
  return same >= SAME && rest.length <= REST && !rest.some((word) => /\d/.test(word))
}

function wordsOf(sentence: string): readonly string[] {
  return sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

const END = 12
/** So many words at the end make two sentences one, where the first has so few besides. */
const SAME = 6
const REST = 4

function sameEnd(one: readonly string[], other: readonly string[]): number {
  let same = 0
  while (same < one.length && one.at(-1 - same) === other.at(-1 - same)) same += 1
  return same
}

/** As few bubbles as hold the sentences, none of them cut. */
export function bubbles(sentences: readonly string[]): readonly string[] {
  const texts: string[] = []
  for (const sentence of sentences) {
    const last = texts.at(-1)
    if (last !== undefined && last.length + 1 + sentence.length <= BUBBLE) {
      texts[texts.length - 1] = `${last} ${sentence}`
    } else texts.push(sentence)
  }
  return texts
}
