import { oweCall } from '../aftersale/call-reminder.js'
import { createDraft } from '../conversation/create-draft.js'
import { type Draft, patchDialogue, tell } from '../conversation/draft.js'
import type { Effect, Notice } from '../conversation/effects.js'
import type { Event } from '../conversation/events.js'
import { giveCard } from '../conversation/hand-over.js'
import { hear } from '../conversation/hear.js'
import { wordsOf } from '../conversation/media.js'
import type { Dialogue } from '../conversation/types.js'
import type { Iso } from '../types.js'
import type { Proposal } from './proposal.js'

type Message = Extract<Event, { kind: 'message' }>

/** While it rehearses every chat is heard as one in which a person talks. */
const HELD = { until: '9999-12-31T00:00:00.000Z' as Iso, by: 'rehearsal' }

/**
 * Hears what a person wrote and says nothing: facts are taken and the stage follows, but nothing counts as
 * asked or promised. What would have been answered is kept, and told to whoever is in charge.
 */
export function rehearse(draft: Draft, event: Message): void {
  const { from, plain } = draft
  patchDialogue(draft, { rehearsed: null })
  const { paused } = from.dialogue
  const isHeld = paused !== null && paused.until > plain.now
  // A person talks there already, or the bot is silent everywhere: there is nothing to rehearse.
  if (isHeld || plain.silence !== null) return hear(draft, event)
  const shadow = createDraft(from, { ...plain, rehearsal: null, model: 'off' })
  hear(shadow, event)
  patchDialogue(draft, { paused: HELD })
  hear(draft, event)
  patchDialogue(draft, { paused: null })
  // What the business owes them, and the card of whoever would be passed on, wait for nobody's word.
  if (event.parts.some(({ content }) => content.kind === 'call')) oweCall(draft)
  if (shadow.inquiry?.told === true) giveCard(draft)
  for (const notice of newsOf(shadow, draft)) tell(draft, notice)
  propose(draft, shadow, event)
}

function propose(draft: Draft, shadow: Draft, event: Message): void {
  const messages = shadow.effects.flatMap((each) => (each.kind === 'say' ? [each.message] : []))
  if (messages.length === 0) return
  const words = event.parts.flatMap(({ content }) => wordsOf(content) ?? []).join('\n')
  const proposal: Proposal = {
    id: event.parts.at(-1)?.id ?? draft.context.now,
    said: words.trim() === '' ? null : words,
    messages,
    asks: event.reading.cues.includes('asks'),
    patch: {
      contact: difference(draft.contact, shadow.contact),
      inquiry:
        draft.inquiry === null || shadow.inquiry === null
          ? {}
          : difference(draft.inquiry, shadow.inquiry),
      dialogue: spoken(difference(draft.dialogue, shadow.dialogue)),
    },
    effects: besides(shadow, draft),
  }
  patchDialogue(draft, { rehearsed: proposal })
  const { id, said } = proposal
  tell(draft, { kind: 'rehearsal', id, said, messages })
}

/** What is the same with or without an answer is not part of it. */
function spoken({
  paused: _,
  rehearsed: __,
  loop: ___,
  heardAt: ____,
  ...rest
}: Partial<Dialogue>): Partial<Dialogue> {
  return rest
}

function difference<T extends object>(real: T, shadow: T): Partial<T> {
  const changed = Object.entries(shadow).filter(
    ([name, value]) => !isSame(value, Object.entries(real).find(([key]) => key === name)?.[1]),
  )
  return Object.fromEntries(changed) as Partial<T>
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

const NOT_LATER: readonly Effect['kind'][] = ['say', 'ask_llm', 'cancel_queued', 'erase']
/** News that somebody has to act on, and that only then has happened. */
const TOLD_LATER: readonly Notice['kind'][] = ['ticket', 'introduced', 'reward']

/** What only happens once it is said. */
function besides(shadow: Draft, real: Draft): readonly Effect[] {
  return shadow.effects.filter(
    (effect) =>
      !NOT_LATER.includes(effect.kind) &&
      (effect.kind !== 'tell' || TOLD_LATER.includes(effect.notice.kind)) &&
      !real.effects.some((done) => isSame(done, effect)),
  )
}

/** News of what came, which the owner needs whether or not anybody answers. */
const TOLD: readonly Notice['kind'][] = [
  ...([
    'complaint',
    'asked_person',
    'wants_meeting',
    'moves_meeting',
    'at_door',
    'media',
    'receipt',
    'audio',
  ] as const),
  ...(['called', 'missed', 'offers', 'seeks_work'] as const),
]

function newsOf(shadow: Draft, real: Draft): readonly Notice[] {
  return shadow.effects.flatMap((effect) => {
    if (effect.kind !== 'tell' || !TOLD.includes(effect.notice.kind)) return []
    return real.effects.some((done) => isSame(done, effect)) ? [] : [effect.notice]
  })
}
