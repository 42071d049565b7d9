import { type Messages, message } from '../../core/messages.js'
import { emphasised } from './emphasised.js'
import { phoneText } from './phone-text.js'
import { type Piece, plainText } from './piece.js'
import { quickWord } from './quick-words.js'
import { shapeOf } from './shape-of.js'

export type CardLine =
  | { readonly kind: 'field'; readonly label: string; readonly value: string }
  | { readonly kind: 'words'; readonly pieces: readonly Piece[] }

/** A lead card set as one: whose it is and the score above, then its text block by block. */
export type Card = {
  readonly title: string
  /** The small line under it: empty on a short card of somebody who said their name. */
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
  const [foot = '', ...middle] = rest.toReversed()
  return {
    ...headOf(title, stage.stage ?? '', messages),
    score: stage.score,
    blocks: [
      [phoneLine(phone, messages), ...linesOf(reasons)],
      ...middle.toReversed().map((block) => linesOf(block.split('\n'))),
      footOf(foot.split('\n'), messages),
    ],
  }
}

function shortCard([head = '', ...rest]: readonly string[], messages: Messages): Card | null {
  const found = shapeOf('owner.card.short_title', messages).exec(head)?.groups
  if (found?.score === undefined) return null
  return {
    ...headOf(found.title ?? '', '', messages),
    score: found.score,
    blocks: [
      [
        phoneLine(found.phone ?? '', messages),
        ...linesOf(rest.slice(0, -1)),
        ...footOf(rest.slice(-1), messages),
      ],
    ],
  }
}

/** That a name is only a profile's says the small line: above stands the name alone. */
function headOf(title: string, stage: string, messages: Messages): Pick<Card, 'title' | 'stage'> {
  const profile = shapeOf('owner.card.from_profile', messages).exec(title)?.groups?.title
  const about = profile === undefined ? [] : [message(messages, 'web.card.profile')]
  return {
    title: plainText(emphasised(profile ?? title)),
    stage: [stage, ...about].filter((part) => part !== '').join(' · '),
  }
}

/** The number once, as people write it; the text has it as a link, too. */
function phoneLine(line: string, messages: Messages): CardLine {
  const phone = shapeOf('owner.card.phone', messages).exec(line)?.groups?.phone ?? line
  if (!/^\+\d+$/.test(phone)) return { kind: 'words', pieces: emphasised(line) }
  return { kind: 'field', label: message(messages, 'web.card.phone'), value: phoneText(phone) }
}

const FIELD = /^\*(?<label>[^*]+):\*\s(?<value>.+)$/

function linesOf(lines: readonly string[]): readonly CardLine[] {
  return lines.map((line): CardLine => {
    const field = FIELD.exec(line)?.groups
    if (field === undefined) return { kind: 'words', pieces: emphasised(line) }
    return { kind: 'field', label: field.label ?? '', value: field.value ?? '' }
  })
}

/** Its bold words are what the owner may answer: to be tapped. */
function footOf(lines: readonly string[], messages: Messages): readonly CardLine[] {
  return lines.map((line): CardLine => {
    const pieces = emphasised(line).map((piece): Piece => {
      const word = piece.kind === 'bold' ? quickWord(piece.text, messages) : null
      return word === null ? piece : { kind: 'word', ...word }
    })
    return { kind: 'words', pieces }
  })
}
