import { type Messages, wordingOf } from '../../core/messages.js'
import { emphasised } from './emphasised.js'
import { type Piece, plainText } from './piece.js'

export type CardLine =
  | { readonly kind: 'field'; readonly label: string; readonly value: string }
  | { readonly kind: 'words'; readonly pieces: readonly Piece[] }

/** A lead card set as one: whose it is and the score above, then its text block by block. */
export type Card = {
  readonly title: string
  /** Empty on a short card. */
  readonly stage: string
  readonly score: string
  readonly blocks: readonly (readonly CardLine[])[]
}

/**
 * Reads a card out of the text that the owner got, or null for any other message. A card is text,
 * since a chat carries nothing else; its shape comes from the very sentences it was written with.
 */
export function cardView(text: string, messages: Messages): Card | null {
  const [head = '', ...rest] = text.split('\n\n')
  return fullCard(head.split('\n'), rest, messages) ?? shortCard(text.split('\n'), messages)
}

function fullCard(
  [title = '', phone = '', line = '', ...reasons]: readonly string[],
  rest: readonly string[],
  messages: Messages,
): Card | null {
  const stage = shapeOf('owner.card.stage', messages).exec(line)?.groups
  if (stage?.score === undefined) return null
  return {
    title: plainText(emphasised(title)),
    stage: stage.stage ?? '',
    score: stage.score,
    blocks: [[phone, ...reasons].join('\n'), ...rest].map(linesOf),
  }
}

function shortCard([head = '', ...rest]: readonly string[], messages: Messages): Card | null {
  const found = shapeOf('owner.card.short_title', messages).exec(head)?.groups
  if (found?.score === undefined) return null
  return {
    title: plainText(emphasised(found.title ?? '')),
    stage: '',
    score: found.score,
    blocks: [linesOf([found.phone, ...rest].join('\n'))],
  }
}

const FIELD = /^\*(?<label>[^*]+):\*\s(?<value>.+)$/

function linesOf(block: string): readonly CardLine[] {
  return block.split('\n').map((line): CardLine => {
    const field = FIELD.exec(line)?.groups
    if (field === undefined) return { kind: 'words', pieces: emphasised(line) }
    return { kind: 'field', label: field.label ?? '', value: field.value ?? '' }
  })
}

const shapes = new Map<string, RegExp>()

/** The sentence under a key as a pattern with a group for each of its parameters. */
function shapeOf(key: string, messages: Messages): RegExp {
  const sentence = wordingOf(messages, key, { treatment: 'usted', turn: 0 })
  const known = shapes.get(sentence)
  if (known !== undefined) return known
  const pattern = sentence
    .split(/(\{\w+\})/)
    .map((part) => /^\{(\w+)\}$/.exec(part)?.[1] ?? part)
    .map((part, at) => (at % 2 === 1 ? groupOf(part) : part.replace(/[*.()?+[\]{}|^$\\]/g, '\\$&')))
    .join('')
  const shape = new RegExp(`^${pattern}(?: · .*)?$`, 'u')
  shapes.set(sentence, shape)
  return shape
}

function groupOf(name: string): string {
  return name === 'score' ? '(?<score>\\d{1,3})' : `(?<${name}>.+?)`
}
