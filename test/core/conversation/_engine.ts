import { createMentions } from '../../../src/core/business/mentions.js'
import type { Business } from '../../../src/core/business/types.js'
import type { Effect, Notice } from '../../../src/core/conversation/effects.js'
import type { Event, OwnerAction } from '../../../src/core/conversation/events.js'
import { questionOf } from '../../../src/core/conversation/heard.js'
import { wordsOf } from '../../../src/core/conversation/media.js'
import { newContact } from '../../../src/core/conversation/new-contact.js'
import { newDialogue } from '../../../src/core/conversation/new-dialogue.js'
import { step } from '../../../src/core/conversation/step.js'
import type { Case, Context, Part } from '../../../src/core/conversation/types.js'
import { addDuration } from '../../../src/core/schedule/due.js'
import { localTime } from '../../../src/core/schedule/local-time.js'
import type { Actor, ContactId, Content, Iso, LineId, MessageId } from '../../../src/core/types.js'
import { createChooser } from '../../../src/core/understanding/choice.js'
import { createReader } from '../../../src/core/understanding/reader.js'
import { policyOf } from '../../../src/project/compiled-data.js'
import { loadProject } from '../../../src/project/load.js'

/** Tuesday 10 March 2026, 10 a. m. in Bogotá: the shop is open. */
export const NOW = '2026-03-10T15:00:00.000Z' as Iso
export const ROSALBA: Actor & { kind: 'staff' } = {
  kind: 'staff',
  id: 'owner' as ContactId,
  name: 'Rosalba',
}

const loaded = await loadProject({ flowsDir: 'flows' })
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error.problems))
export const project = loaded.value

const read = createReader(project.lexicon)

export function contextOf(now: Iso, business: Partial<Business> = {}): Context {
  const shop = { ...project.business, ...business }
  return {
    now,
    business: shop,
    policy: policyOf(project.policies, shop.country),
    holidays: project.holidays[shop.country] ?? new Set(),
    messages: project.messages,
    flow: (id) => {
      const found = project.flows.find((flow) => flow.id === id)
      if (found === undefined) throw new Error(`no flow ${id}`)
      return found
    },
    mentions: createMentions(shop),
    read,
    choose: createChooser(project.lexicon, shop.country),
    model: 'off',
    ears: 'off',
    silence: null,
    rehearsal: null,
    nextTicket: () => 5,
    referralCodes: () => [],
    permissions: () => [],
  }
}

/** A conversation so far: how things stand, and what the last step said and asked for. */
export type Chat = {
  readonly context: Context
  readonly state: Case
  readonly said: readonly string[]
  readonly effects: readonly Effect[]
  /** Effects of every step so far. */
  readonly all: readonly Effect[]
  readonly steps: number
}

export function newChat(context: Context = contextOf(NOW)): Chat {
  return { context, state: frozen(stranger(context)), said: [], effects: [], all: [], steps: 0 }
}

/** A person writes these texts one after another, a minute apart, and each is answered. */
export function talk(...texts: readonly string[]): Chat {
  return texts.reduce(says, newChat())
}

export function says(chat: Chat, text: string): Chat {
  return sends(later(chat, 'PT1M'), { kind: 'text', text })
}

/** One burst of messages. */
export function sends(chat: Chat, ...contents: readonly Content[]): Chat {
  return take(chat, messageOf(chat, contents))
}

export function acts(chat: Chat, action: OwnerAction): Chat {
  return take(chat, { kind: 'owner', by: ROSALBA, action })
}

/** Lets time pass; nothing fires by itself. */
export function later(chat: Chat, duration: string): Chat {
  const { now, business } = chat.context
  return {
    ...chat,
    context: { ...chat.context, now: addDuration(now, duration, business.timeZone) },
  }
}

export function take(chat: Chat, event: Event): Chat {
  const opened = of(chat.all, 'ticket').map(({ number }) => number + 1)
  const context = { ...chat.context, nextTicket: () => Math.max(5, ...opened) }
  const [state, effects] = step(chat.state, frozen(event), context)
  return {
    context: chat.context,
    state: frozen(state),
    effects,
    said: effects.flatMap((effect) => (effect.kind === 'say' ? [effect.message.text] : [])),
    all: [...chat.all, ...effects],
    steps: chat.steps + 1,
  }
}

export function messageOf(
  { context, state, steps }: Chat,
  contents: readonly Content[],
): Extract<Event, { kind: 'message' }> {
  const parts = contents.map((content, index): Part => {
    return { id: `m${steps}.${index}` as MessageId, at: context.now, content, replyTo: null }
  })
  const text = contents.flatMap((content) => wordsOf(content) ?? []).join('\n')
  const { question, figure } = questionOf(state, context)
  const { country, timeZone } = context.business
  const today = localTime(context.now, timeZone).day
  const { language } = state.dialogue
  const given = { question, country, today, language, ...(figure === null ? {} : { figure }) }
  const reading = read(text, given)
  return { kind: 'message', parts, profileName: null, referral: null, text, reading }
}

/** Everything said in the last step, as one text. */
export function reply({ said }: Chat): string {
  return said.join(' ')
}

export function kinds({ effects }: Chat): readonly Effect['kind'][] {
  return effects.map(({ kind }) => kind)
}

/** What the owner was told in the last step. */
export function told({ effects }: Pick<Chat, 'effects'>): readonly Notice['kind'][] {
  return effects.flatMap((effect) => (effect.kind === 'tell' ? [effect.notice.kind] : []))
}

export function of<K extends Effect['kind']>(
  effects: readonly Effect[],
  kind: K,
): readonly Extract<Effect, { kind: K }>[] {
  return effects.filter((effect): effect is Extract<Effect, { kind: K }> => effect.kind === kind)
}

export function slots({ state }: Chat): { readonly [name: string]: unknown } {
  const all = { ...state.contact.slots, ...state.inquiry?.slots }
  return Object.fromEntries(
    Object.entries(all).map(([name, slot]) => [name, slot.status === 'known' ? slot.value : null]),
  )
}

/** Freezes a value through and through: writing to it throws. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) frozen(part)
  }
  return value
}

function stranger({ business, flow }: Context): Case {
  const { id, hash } = flow(business.flows.talk, null)
  return {
    contact: newContact({
      id: 'ana' as ContactId,
      phone: '+573005550101',
      profileName: null,
      consent: 'none',
    }),
    inquiry: null,
    dialogue: newDialogue('simulator' as LineId, { chat: '+573005550101', flow: id, hash }),
  }
}
