import { fillParts } from './text-parts.js'
import type { Language, Treatment } from './types.js'

/** One sentence of `data/messages`: wordings in turn, by treatment, singular or plural. */
export type Message =
  | string
  | { readonly usted: Message; readonly tú: Message; readonly vos: Message }
  | { readonly one: Message; readonly other: Message }
  | readonly Message[]

/** Sentences by dotted key: `chat.greeting.morning`, in another language `en:chat.…`. Compiled by the build. */
export type Messages = { readonly [key: string]: Message }

export type Params = { readonly [name: string]: string | number }

type MessageOptions = {
  readonly treatment: Treatment
  /** Which wording, counted from 0; wraps around. */
  readonly turn: number
}

const NEUTRAL: MessageOptions = { treatment: 'usted', turn: 0 }

/**
 * The sentence under `key` with its `{parameters}` filled in. The singular form is taken when the
 * parameter `n` is 1. Throws on an unknown key or a missing parameter: both are bugs, caught by the
 * messages test.
 */
export function message(
  messages: Messages,
  key: string,
  params: Params = {},
  options: MessageOptions = NEUTRAL,
): string {
  const entry = messages[key]
  if (entry === undefined) throw new Error(`message "${key}" does not exist`)
  return fill(pick(entry, params, options), params, key)
}

function pick(entry: Message, params: Params, options: MessageOptions): string {
  if (typeof entry === 'string') return entry
  if (isList(entry)) {
    const chosen = entry[options.turn % entry.length]
    if (chosen === undefined) throw new Error('a message has an empty list of wordings')
    return pick(chosen, params, options)
  }
  if ('one' in entry) return pick(params.n === 1 ? entry.one : entry.other, params, options)
  return pick(entry[options.treatment], params, options)
}

function isList(entry: Message): entry is readonly Message[] {
  return Array.isArray(entry)
}

function fill(text: string, params: Params, key: string): string {
  const filled = fillParts(text, (name) => {
    const value = params[name]
    if (value === undefined) throw new Error(`message "${key}" needs {${name}}`)
    return String(value)
  })
  return filled ?? ''
}

/** The sentence under `key` before its parameters are filled in. Throws on an unknown key. */
export function wordingOf(
  messages: Messages,
  key: string,
  options: MessageOptions,
  n: number | null = null,
): string {
  const entry = messages[key]
  if (entry === undefined) throw new Error(`message "${key}" does not exist`)
  return pick(entry, n === null ? {} : { n }, options)
}

const views = new WeakMap<Messages, Map<Language, Messages>>()

/** The same table with the sentences that exist in another language in place of the Spanish ones. */
export function messagesIn(messages: Messages, language: Language): Messages {
  if (language === 'es') return messages
  const known = views.get(messages) ?? new Map<Language, Messages>()
  views.set(messages, known)
  const ready = known.get(language)
  if (ready !== undefined) return ready
  const prefix = `${language}:`
  const own = Object.entries(messages).filter(([key]) => key.startsWith(prefix))
  const made = { ...messages }
  for (const [key, entry] of own) Object.assign(made, { [key.slice(prefix.length)]: entry })
  known.set(language, made)
  return made
}

/** Whether a sentence exists in that language. */
export function isIn(messages: Messages, key: string, language: Language): boolean {
  return language === 'es' || messages[`${language}:${key}`] !== undefined
}
