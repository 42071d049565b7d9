import type { Budget, Iso, Option, SlotValue } from '../types.js'

/** What the bot waits for. */
export type Pending =
  | PendingAsk
  | PendingScale
  | PendingConfirm
  | { readonly kind: 'exit' } // "salir": an opt-out, or only this chat?
  | { readonly kind: 'erase' } // "borrar mis datos": sure?
  /** A ticket is said to be settled: is it? */
  | { readonly kind: 'solved'; readonly ticket: number; readonly misses: number }
  /** They want to be written to another day: which? `said` is how they put it. */
  | { readonly kind: 'back'; readonly said: string }
  | { readonly kind: 'visit' } // they want to come by: when?
  | { readonly kind: 'why' } // cancelled: asked once what did not fit
  /** They gave somebody's contact, and may want to tell that person first. */
  | { readonly kind: 'introduces'; readonly name: string; readonly waits: boolean }
  /** Where they heard of the business: asked once, and answered or not. */
  | { readonly kind: 'origin'; readonly options: readonly Option[] }

/** A question of a flow that waits for its answer. */
export type PendingAsk = {
  readonly kind: 'ask'
  readonly flow: string
  readonly step: string
  /** Failed answers to it so far. */
  readonly misses: number
  /** The figure it put on the table, so that a bare yes can be read. */
  readonly figure: number | null
  /** Options as shown, in order, when it showed any. */
  readonly options: readonly Option[]
}

/** "50", asked for a budget: thousands or millions? The question it answers is open until that is known. */
export type PendingScale = {
  readonly kind: 'scale'
  readonly ask: PendingAsk
  /** As they said it. */
  readonly budget: Budget
  /** What it may be multiplied by. */
  readonly scales: readonly [less: number, more: number]
}

/** "¿Le entendí bien?": what a model found in an answer. The question it answers is open until they say. */
export type PendingConfirm = {
  readonly kind: 'confirm'
  readonly ask: PendingAsk
  readonly proposals: readonly Proposal[]
  readonly at: Iso
}

/** A slot as our reader reads it in what was said; a need is the id of a product. */
export type Proposal = { readonly slot: string; readonly value: SlotValue; readonly said: string }
