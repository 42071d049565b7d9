import type { Simulator } from '../channels/simulator/simulator.js'
import type { Business } from '../core/business/types.js'
import type { Case, Silence } from '../core/conversation/types.js'
import type { Flow } from '../core/flow/types.js'
import type { LineCare } from '../core/governor/line-text.js'
import type { Messages } from '../core/messages.js'
import type { Content, Outgoing, Referral, Result, SentFile, Stage } from '../core/types.js'
import type { Explanation } from '../core/understanding/explain.js'
import type { Question } from '../core/understanding/types.js'
import type { ContactView } from '../store/contact-view.js'
import type { OutboxStatus } from '../store/outbox.js'
import type { StoredSale } from '../store/sales.js'
import type { StageChange } from '../store/stage-changes.js'
import type { Timer } from '../store/timers.js'
import type { StoredTouch } from '../store/touches.js'
import type { DrawnWeek } from '../turn/scheduled/report.js'

/** One message of a chat as the store keeps it; `at` is ISO 8601 UTC, oldest first in a list. */
export type LogEntry =
  | {
      readonly author: 'contact' | 'human'
      readonly id: string
      readonly at: string
      readonly replyTo: string | null
      readonly content: Content
      /** What brought them here, where the channel said so. */
      readonly referral: Referral | null
      /** The bot has taken it in. */
      readonly taken: boolean
    }
  | {
      readonly author: 'bot'
      readonly id: string
      readonly at: string
      readonly replyTo: string | null
      readonly message: Outgoing
      readonly status: OutboxStatus
    }

/** A prospect the simulator's line knows. */
export type Person = {
  readonly phone: string
  readonly name: string | null
  readonly stage: Stage | null
  readonly lastAt: string | null
  readonly unread: number
}

/** Everything known of one contact: how things stand, how they came to be so, what comes next. */
export type Insight = {
  readonly state: Case
  /** The flow they are in, in the version they began with. */
  readonly flow: Flow
  readonly stageChanges: readonly StageChange[]
  /** The flows that timers belong to. */
  readonly sequences: readonly Flow[]
  /** The pending ones and those of this inquiry that were cancelled, the earliest first. */
  readonly timers: readonly Timer[]
  /** Oldest first, voided ones included. */
  readonly sales: readonly StoredSale[]
  /** Calls and visits by people, oldest first. */
  readonly touches: readonly StoredTouch[]
  /** Since when the bot is silent towards everybody, and at whose word; null when it is not. */
  readonly silence: Silence | null
}

/**
 * What a member of staff has before them: nothing, the card of somebody who waits, one they took, one
 * whose sale is done, or a question of the bot's to be answered with yes or no.
 */
export type Desk = 'empty' | 'card' | 'taken' | 'sold' | 'asked'

export type Readiness = {
  readonly ok: boolean
  readonly database: boolean
  readonly channels: boolean
}

export type WhatsAppStatus = {
  readonly state: 'off' | 'linking' | 'open' | 'reconnecting' | 'needs_link' | 'restricted'
  readonly since: string
  /** The text inside the QR code. */
  readonly qr?: string
  readonly pairingCode?: string
  readonly phone?: string
  /** The phone has accepted the link: another moment. */
  readonly accepted?: true
  /** Another program uses the same session. */
  readonly replaced?: true
  /** When anything was last heard on the line. */
  readonly heardAt?: string
  /** When the connection is tried again. */
  readonly nextAttemptAt?: string
  /** Until when WhatsApp lets the number open no new chats. */
  readonly restrictedUntil?: string
  /** Nobody of the business has written to the number yet: their news waits. Whose, masked. */
  readonly silentOwner?: string
  /** The linked number is that very owner's: they and the bot talk where one writes to oneself. */
  readonly ownerIsHere?: true
}

/**
 * `bad_phone`: that is no number. `clock_ahead`: the simulator's clock was moved, and with it a real
 * customer would hear of the wrong day.
 */
export type Linking = 'begun' | 'bad_phone' | 'clock_ahead'

/** What the page may do about the linked number. */
export type WhatsAppDoor = {
  /** Shows a QR code, or a code for this number, which may be written as people do. */
  link(phone: string | null): Promise<Linking>
  unlink(): Promise<void>
  /** By how much the simulator's clock was moved, where that keeps a number from being linked; else 0. */
  aheadMs(): number
}

export type Advanced = { readonly now: string } | { readonly refused: 'real_line' }

/** A conversation written down as a test: its file and the command that plays it, both as shown. */
export type SavedTest = { readonly file: string; readonly command: string }

/** Why a conversation could not become a test. */
export type NotSaved =
  | { readonly kind: 'nobody' | 'real_line' | 'model' | 'content' }
  /** Played again it went another way; `line` of the talk, counted from 1. */
  | {
      readonly kind: 'differs'
      readonly line: number
      readonly expected: string
      readonly got: string
    }
  | { readonly kind: 'unwritable'; readonly folder: string }

/** What the bot understands of a text, for trying it out. */
export type ReadingDoor = {
  /** Codes of the countries whose words are known. */
  readonly countries: readonly string[]
  /** As somebody there would mean it today, with what it rests on. */
  explain(text: string, question: Question, country: string): Explanation
}

export type WebLog = { error(fields: object, text: string): void }

/** Everything the web room needs from the rest of the house; `app/app.ts` builds it. */
export type WebDeps = {
  readonly messages: Messages
  readonly business: Business
  /** Null while the simulator channel is off. */
  readonly simulator: Simulator | null
  /** Lets others than this machine in. */
  readonly allowRemote: boolean
  readonly log: WebLog
  /** The app's clock. */
  now(): Date
  /** Resolves when bursts, turns, outbox and model calls are done. */
  settle(): Promise<void>
  /** Moves the clock by an ISO 8601 duration, settled; the duration is already checked. */
  advance(duration: string): Promise<Advanced>
  /** Kills this process as it stands, to be started again; null where nobody above would do that. */
  readonly kill: (() => void) | null
  /** The person behind a prospect's phone is unknown again. */
  reset(phone: string): Promise<void>
  /** Writes the conversation of a prospect's phone down as a test that passes; null where none is kept. */
  readonly saveAsTest:
    | ((phone: string, name: string | null) => Promise<Result<SavedTest, NotSaved>>)
    | null
  /** The contact as `GET /simulator/contacts/<phone>` shows it; null when unknown or erased. */
  contactView(phone: string): ContactView | null
  /** The contact as the page shows it; of an unknown one, how everything begins. */
  insight(phone: string): Insight
  conversation(phone: string): readonly LogEntry[]
  /** Of a member of staff. */
  desk(phone: string): Desk
  people(): readonly Person[]
  ready(): Readiness
  /** Prometheus text. */
  metrics(): string
  whatsappStatus(): WhatsAppStatus
  readonly whatsapp: WhatsAppDoor
  /** How the linked number is spared, and what waits. */
  lineCare(): LineCare
  readonly reading: ReadingDoor
  /** The week in words and as SVG; null while nothing ever happened. */
  week(): Promise<DrawnWeek | null>
  /** A file of ours that went with a message, and where it stands; null where its bytes are gone. */
  sentFile(hash: string): { readonly file: SentFile; readonly path: string } | null
  /** Calls back whenever anything a page shows may have changed; gives the way to stop. */
  subscribe(listener: () => void): () => void
}
