import { wordsOf } from '../../core/conversation/media.js'
import type { Option } from '../../core/types.js'
import type { LogEntry } from '../deps.js'
import { type Body, heardBody, spokenBody } from './bubble-body.js'
import { cardView } from './card-view.js'
import { contentText } from './content-text.js'
import { emphasised } from './emphasised.js'
import type { Said } from './mark-said.js'
import { plainText } from './piece.js'
import { type Tick, tickOf, tickText } from './tick.js'
import { dayText, timeText, type Wall } from './when.js'

/** One bubble. `me` is the phone's own person, `human` somebody who typed on the business's phone. */
export type Bubble = {
  readonly id: string
  readonly side: 'me' | 'bot' | 'human'
  /** The first of several of one side: it has the tail. */
  readonly first: boolean
  readonly body: Body
  readonly options: readonly OptionView[]
  readonly quote: Quote | null
  readonly reactions: readonly string[]
  /** What brought them here, on the message that came with it. */
  readonly ad: string | null
  readonly day: string
  readonly time: string
  readonly tick: Tick
  readonly tickText: string
}

export type OptionView = Option & { readonly chosen: boolean; readonly open: boolean }
export type Quote = { readonly id: string; readonly mine: boolean; readonly text: string }

/** A fact's words and the message they were found in, where that is known. */
export type Proof = Said & { readonly message: string | null }

type ChatFrame = Wall & {
  /** Words to mark in what the person wrote. */
  readonly said: readonly Proof[]
}

/** The newest messages shown; a page is for looking at a conversation, not for archives. */
const MOST = 200

/** A conversation as bubbles, oldest first. A reaction stands on the bubble it belongs to. */
export function chatView(log: readonly LogEntry[], frame: ChatFrame): readonly Bubble[] {
  const recent = log.slice(-MOST)
  const here = new Set(recent.map(({ id }) => id))
  const shown = recent.filter((entry) => !reactsTo(entry, here))
  const lastAsked = shown.findLast((entry) => entry.author === 'bot' && hasOptions(entry))?.id
  const whole: Whole = {
    frame,
    byId: new Map(shown.map((entry) => [entry.id, entry])),
    reactions: reactionsOf(recent),
    chosen: chosenOptions(shown),
    marks: marksOf(shown, frame.said),
    lastAsked: lastAsked ?? null,
  }
  return shown.map((entry, at) => bubble(entry, shown[at - 1] ?? null, whole))
}

type Whole = {
  readonly frame: ChatFrame
  readonly byId: ReadonlyMap<string, LogEntry>
  readonly reactions: ReadonlyMap<string, readonly string[]>
  readonly chosen: ReadonlySet<string>
  readonly marks: ReadonlyMap<string, readonly Said[]>
  readonly lastAsked: string | null
}

function bubble(entry: LogEntry, before: LogEntry | null, whole: Whole): Bubble {
  const { frame } = whole
  const day = dayText(entry.at, frame)
  const tick = tickOf(entry)
  return {
    id: entry.id,
    side: entry.author === 'contact' ? 'me' : entry.author,
    first: before?.author !== entry.author || dayText(before.at, frame) !== day,
    body: bodyOf(entry, tick, whole),
    options: optionsOf(entry, whole),
    quote: quoteOf(entry, whole),
    reactions: whole.reactions.get(entry.id) ?? [],
    ad: entry.author === 'bot' ? null : (entry.referral?.headline ?? null),
    day,
    time: timeText(entry.at, frame),
    tick,
    tickText: tickText(tick, frame.messages),
  }
}

function bodyOf(entry: LogEntry, tick: Tick, { frame, marks }: Whole): Body {
  const { messages } = frame
  if (entry.author !== 'bot') return heardBody(entry.content, marks.get(entry.id) ?? [], messages)
  return tick === 'waiting' ? { kind: 'coming' } : spokenBody(entry.message, messages)
}

function hasOptions(entry: LogEntry): boolean {
  return entry.author === 'bot' && entry.message.kind === 'options'
}

function optionsOf(entry: LogEntry, { chosen, lastAsked }: Whole): readonly OptionView[] {
  if (entry.author !== 'bot' || entry.message.kind !== 'options') return []
  const open = entry.id === lastAsked
  return entry.message.options.map((option) => ({
    ...option,
    open,
    chosen: open && chosen.has(option.id),
  }))
}

function quoteOf({ replyTo }: LogEntry, { byId, frame }: Whole): Quote | null {
  const quoted = replyTo === null ? undefined : byId.get(replyTo)
  if (quoted === undefined) return null
  return { id: quoted.id, mine: quoted.author === 'contact', text: quotedText(quoted, frame) }
}

/** Of a card its head alone, of anything else its words. */
function quotedText(quoted: LogEntry, { messages }: ChatFrame): string {
  if (quoted.author !== 'bot') return contentText(messages, quoted.content)
  const card = cardView(quoted.message.text, messages)
  if (card === null) return plainText(emphasised(quoted.message.text))
  return [card.title, card.stage, card.score].filter((part) => part !== '').join(', ')
}

/** Options chosen since the bot last offered any. */
function chosenOptions(shown: readonly LogEntry[]): ReadonlySet<string> {
  const since = shown.slice(shown.findLastIndex(hasOptions) + 1)
  return new Set(
    since.flatMap((entry) =>
      entry.author === 'contact' && entry.content.kind === 'choice' ? [entry.content.option] : [],
    ),
  )
}

function reactsTo(entry: LogEntry, here: ReadonlySet<string>): boolean {
  return entry.author !== 'bot' && entry.content.kind === 'reaction' && here.has(entry.content.to)
}

/** The last reaction of each side to each message; an empty one took it back. */
function reactionsOf(log: readonly LogEntry[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Map<string, string>>()
  for (const entry of log) {
    if (entry.author === 'bot' || entry.content.kind !== 'reaction') continue
    const { to, emoji } = entry.content
    found.set(to, (found.get(to) ?? new Map()).set(entry.author, emoji))
  }
  return new Map(
    [...found].map(([to, bySide]) => [to, [...bySide.values()].filter((emoji) => emoji !== '')]),
  )
}

/** Which words to mark in which message: where they were found, else the last place that has them. */
function marksOf(
  shown: readonly LogEntry[],
  proofs: readonly Proof[],
): ReadonlyMap<string, readonly Said[]> {
  const texts = shown.flatMap((entry) =>
    entry.author === 'contact' ? [{ id: entry.id, text: wordsOf(entry.content) ?? '' }] : [],
  )
  const marks = new Map<string, Said[]>()
  for (const { slot, words, message } of proofs) {
    if (words === '') continue
    const holding = texts.filter(({ text }) => text.includes(words))
    const place = holding.find(({ id }) => id === message) ?? holding.at(-1)
    if (place === undefined) continue
    marks.set(place.id, [...(marks.get(place.id) ?? []), { slot, words }])
  }
  return marks
}
