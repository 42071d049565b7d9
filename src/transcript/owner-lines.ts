import { wordList } from '../core/business/word-list.js'
import type { OwnerAction } from '../core/conversation/events.js'
import { wordsOf } from '../core/conversation/media.js'
import type { Messages } from '../core/messages.js'
import { firstLine } from './first-line.js'
import type { OwnerWord } from './owner-side.js'
import type { Happening, Story } from './story.js'
import type { OwnerSays } from './transcript.js'

/** A happening as a transcript tells it: of the owner's words only how they are said again. */
export type Scene =
  | Exclude<Happening, { kind: 'owner' }>
  | { readonly at: number; readonly kind: 'owner'; readonly says: OwnerSays }

/**
 * The ways to tell what the owner did, the most faithful first: word for word; and, since among many
 * prospects a word may lean on what was said of another ("tomar 2"), each as a reply to the card.
 */
export function ownerLines(
  story: Story,
  phone: string,
  messages: Messages,
): readonly (readonly Scene[])[] {
  const say = (word: OwnerWord): OwnerSays | null => literally(word, story, phone)
  const again = (word: OwnerWord): OwnerSays | null =>
    word.action === null ? say(word) : restated(word.action, messages)
  const alone = story.happenings.every(
    (each) => each.kind !== 'owner' || each.word.about !== 'other',
  )
  const leading = leadingUp(story)
  const isThis = ({ about, activates }: OwnerWord): boolean => activates || about === 'this'
  return [
    scenes(story, say, (word) => isThis(word) || (alone ? word.about === null : leading.has(word))),
    scenes(story, again, isThis),
  ]
}

function scenes(
  { happenings }: Story,
  say: (word: OwnerWord) => OwnerSays | null,
  wanted: (word: OwnerWord) => boolean,
): readonly Scene[] {
  const dropped = new Set<number>()
  return happenings.flatMap((each): readonly Scene[] => {
    if (each.kind === 'told') return each.answers && dropped.has(each.at) ? [] : [each]
    if (each.kind !== 'owner') return [each]
    const says = wanted(each.word) ? say(each.word) : null
    if (says !== null) return [{ kind: 'owner', at: each.at, says }]
    dropped.add(each.at)
    return []
  })
}

/** Words about nobody in particular that come right before one about this prospect. */
function leadingUp({ happenings }: Story): ReadonlySet<OwnerWord> {
  const found = new Set<OwnerWord>()
  let run: OwnerWord[] = []
  for (const each of happenings) {
    if (each.kind !== 'owner') continue
    if (each.word.about === null) run.push(each.word)
    else {
      if (each.word.about === 'this') for (const word of run) found.add(word)
      run = []
    }
  }
  return found
}

function literally({ heard }: OwnerWord, { texts }: Story, phone: string): OwnerSays | null {
  const { content, replyTo } = heard
  if (content.kind === 'reaction') {
    const words = quoted(content.to, texts, phone)
    return { reaction: content.emoji, ...(typeof words === 'string' && { to: words }) }
  }
  const text = wordsOf(content)
  if (text === null) return null
  const reply = replyTo === null ? undefined : quoted(replyTo, texts, phone)
  return reply === undefined ? text : { text, reply }
}

/** A card of this prospect is the last one; anything else is known by its first words. */
function quoted(id: string, texts: Story['texts'], phone: string): true | string | undefined {
  const text = texts.get(id)
  if (text === undefined) return undefined
  return text.includes(phone) ? true : firstLine(text)
}

function restated(action: OwnerAction, messages: Messages): OwnerSays {
  const word = (key: string): string => wordList(messages, key)[0] ?? ''
  const reply = true as const
  switch (action.kind) {
    case 'take':
      return { text: word('owner.words.take'), reply }
    case 'release':
      return { text: word('owner.words.release'), reply }
    case 'pause':
      return { text: word('owner.words.pause'), reply }
    case 'resume':
      return { text: word('owner.words.resume'), reply }
    case 'won':
      return { text: `${word('owner.words.won')} ${action.amount}`, reply }
    case 'lost':
      return {
        text: `${word('owner.words.lost')} ${word('owner.words.cause')} ${action.reason}`,
        reply,
      }
    case 'undo':
      return word('owner.words.undo')
  }
}
