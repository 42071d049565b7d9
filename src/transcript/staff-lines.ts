import { wordList } from '../core/business/word-list.js'
import type { OwnerAction } from '../core/conversation/events.js'
import { wordsOf } from '../core/conversation/media.js'
import type { Messages } from '../core/messages.js'
import { firstLine } from './first-line.js'
import type { StaffWord } from './staff-side.js'
import type { By, Happening, Story } from './story.js'
import type { StaffSays } from './transcript.js'

/** A happening as a transcript tells it: of the words of staff only how they are said again. */
export type Scene =
  | Exclude<Happening, { kind: 'staff' }>
  | { readonly at: number; readonly kind: 'staff'; readonly by: By; readonly says: StaffSays }

/**
 * The ways to tell what staff did, the most faithful first: word for word; and, since among many
 * prospects a word may lean on what was said of another ("tomar 2"), each as a reply to the card.
 */
export function staffLines(
  story: Story,
  phone: string,
  messages: Messages,
): readonly (readonly Scene[])[] {
  const say = (word: StaffWord): StaffSays | null => literally(word, story, phone)
  const again = (word: StaffWord): StaffSays | null =>
    (word.action === null ? null : restated(word.action, messages)) ?? say(word)
  const alone = story.happenings.every(
    (each) => each.kind !== 'staff' || each.word.about !== 'other',
  )
  const leading = leadingUp(story)
  const isThis = ({ about, activates }: StaffWord): boolean => activates || about === 'this'
  return [
    scenes(story, say, (word) => isThis(word) || (alone ? word.about === null : leading.has(word))),
    scenes(story, again, isThis),
  ]
}

function scenes(
  { happenings }: Story,
  say: (word: StaffWord) => StaffSays | null,
  wanted: (word: StaffWord) => boolean,
): readonly Scene[] {
  const dropped = new Set<string>()
  return happenings.flatMap((each): readonly Scene[] => {
    if (each.kind !== 'told' && each.kind !== 'staff') return [each]
    const { at, by } = each
    const moment = `${at} ${by}`
    if (each.kind === 'told') return each.answers && dropped.has(moment) ? [] : [each]
    const says = wanted(each.word) ? say(each.word) : null
    if (says !== null) return [{ kind: 'staff', at, by, says }]
    dropped.add(moment)
    return []
  })
}

/** Words about nobody in particular that come right before one about this prospect. */
function leadingUp({ happenings }: Story): ReadonlySet<StaffWord> {
  const found = new Set<StaffWord>()
  let run: StaffWord[] = []
  for (const each of happenings) {
    if (each.kind !== 'staff') continue
    if (each.word.about === null) run.push(each.word)
    else {
      if (each.word.about === 'this') for (const word of run) found.add(word)
      run = []
    }
  }
  return found
}

function literally({ heard }: StaffWord, { texts }: Story, phone: string): StaffSays | null {
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

/** What the simplest words did, said of the card; null for those that name whom they are about. */
function restated(action: OwnerAction, messages: Messages): StaffSays | null {
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
    default:
      return null
  }
}
