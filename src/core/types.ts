/**
 * The nouns used by more than one room. Plain data: everything here survives JSON.
 * Times are ISO 8601 UTC texts (`2026-03-10T15:00:00.000Z`), phones are E.164 (`+573000000001`),
 * amounts are whole units of the currency named beside them.
 */

declare const brand: unique symbol
export type Brand<T, B extends string> = T & { readonly [brand]: B }

export type ContactId = Brand<string, 'ContactId'>
export type LineId = Brand<string, 'LineId'>
export type InquiryId = Brand<string, 'InquiryId'>
/** The id of one message as its channel knows it: chosen by the sender, unique within its chat. */
export type MessageId = Brand<string, 'MessageId'>
export type FlowHash = Brand<string, 'FlowHash'>
export type Iso = Brand<string, 'Iso'>
export type Phone = Brand<string, 'Phone'>

export type Result<T, E extends { readonly kind: string }> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

/** The path of a contact, in order. See `stages` in `core/funnel`. */
export const STAGES = [
  'stranger',
  'visitor',
  'lead',
  'qualified',
  'opportunity',
  'customer',
  'repeat_customer',
  'advocate',
] as const
export type Stage = (typeof STAGES)[number]

export type OutcomeKind = 'won' | 'lost' | 'disqualified'
export type Outcome = { readonly kind: OutcomeKind; readonly reason: string; readonly at: Iso }

/**
 * A way in to being written to, or out of it: they wrote first, they stood in a list or were recommended, they
 * agreed, they (or somebody for them) refused, and that refusal was a mistake of whoever noted it.
 */
export const PERMISSIONS = ['contacted', 'listed', 'granted', 'opted_out', 'restored'] as const
export type PermissionChange = (typeof PERMISSIONS)[number]

/** One line of the ledger of permissions. */
export type Permission = {
  readonly state: PermissionChange
  /** In whose words, cut; empty where nobody said anything. */
  readonly words: string
  /** Null: before it was kept who. */
  readonly actor: Actor | null
  readonly at: Iso
}

/** What customers are asked after a sale: how it came, against what they expected, whom they would tell. */
export const SURVEYS = ['check_in', 'expectation', 'nps'] as const
export type SurveyKind = (typeof SURVEYS)[number]

/** Of what is to be settled, in the order in which it presses. */
export const PRIORITIES = ['normal', 'high', 'urgent'] as const
export type Priority = (typeof PRIORITIES)[number]

/** What is heard and answered; Spanish where nothing else is told. */
export type Language = 'es' | 'pt' | 'en'

export type Treatment = 'usted' | 'tú' | 'vos'

/** A way to recognise somebody. A phone may be unknown: WhatsApp hides it from some lines. */
export type Identity = {
  readonly kind: 'phone' | 'lid' | 'business_scoped' | 'username'
  readonly value: string
}

export type Referral = {
  readonly sourceType: string | null
  readonly sourceId: string | null
  readonly clickId: string | null
  readonly headline: string | null
}

/** What somebody sent. */
export type Content =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly option: string; readonly label: string }
  | { readonly kind: 'audio'; readonly seconds: number; readonly transcript: string | null }
  | { readonly kind: 'image'; readonly caption: string | null }
  | { readonly kind: 'video'; readonly caption: string | null }
  | {
      readonly kind: 'document'
      readonly name: string
      /** As its sender's phone counts them; null where it does not say. */
      readonly bytes: number | null
      readonly caption: string | null
    }
  | { readonly kind: 'sticker' }
  | {
      readonly kind: 'location'
      /** What is there, where the sender's phone says so. */
      readonly name: string | null
      readonly latitude: number
      readonly longitude: number
    }
  | { readonly kind: 'contact'; readonly name: string; readonly phone: string }
  | { readonly kind: 'reaction'; readonly emoji: string; readonly to: MessageId }
  | { readonly kind: 'edit'; readonly of: MessageId; readonly text: string }
  | { readonly kind: 'delete'; readonly of: MessageId }
  | { readonly kind: 'call'; readonly missed: boolean }
  | { readonly kind: 'unreadable' }

/** A file that comes with a message: what is told of it, and how its channel gets the bytes. */
export type MediaOffer = {
  readonly kind: 'audio' | 'image' | 'video' | 'document' | 'sticker'
  /** As the sender says; nothing relies on it. */
  readonly mime: string
  readonly bytes: number | null
  readonly name: string | null
  /** Of the content, in base64url. */
  readonly sha256: string | null
  /** In the channel's own words. */
  readonly source: string
}

/** One message handed over by a channel, before anybody looked at what it means. */
export type Inbound = {
  readonly lineId: LineId
  /** The chat it belongs to, in the channel's own words. */
  readonly chat: string
  /** `contact`: the person wrote. `business`: a human typed on the business's own phone. */
  readonly author: 'contact' | 'business'
  readonly identities: readonly Identity[]
  readonly messageId: MessageId
  readonly profileName: string | null
  readonly sentAt: Iso
  readonly replyTo: MessageId | null
  readonly referral: Referral | null
  /** The advertisement as it came, JSON. */
  readonly rawReferral: string | null
  readonly content: Content
  readonly media: MediaOffer | null
}

export type Option = { readonly id: string; readonly label: string }

/** What we send, before a channel renders it. */
export type Outgoing =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'options'; readonly text: string; readonly options: readonly Option[] }
  /** A file, with words under it. */
  | { readonly kind: 'file'; readonly text: string; readonly file: SentFile }
  /** A file that is made before it first leaves. Where it cannot be made, its words go alone. */
  | { readonly kind: 'unmade'; readonly text: string; readonly of: Making }

/** A file of ours, whose bytes stand in the media folder under their hash. */
export type SentFile = {
  readonly hash: string
  /** As a person sees it. */
  readonly name: string
  readonly mime: string
  readonly bytes: number
} & (
  | { readonly media: 'image'; readonly width: number; readonly height: number }
  | { readonly media: 'document' }
)

/** What a file is made from: a drawing, or the rows as they stand when it is made. */
export type Making =
  | {
      readonly kind: 'picture'
      readonly name: string
      /** SVG, in the pixels of a phone. */
      readonly svg: string
      readonly width: number
      readonly height: number
    }
  | { readonly kind: 'table'; readonly name: string; readonly of: 'contacts' | 'sales' }

/** A sum somebody is ready to spend. A plain figure has `min === max`; `none` means "no figure". */
export type Budget = {
  readonly min: number | null
  readonly max: number | null
  /** ISO 4217, or null when the words do not settle it. */
  readonly currency: string | null
  readonly none: boolean
}

export type UrgencyBucket = 'now' | 'week' | 'month' | 'quarter' | 'later' | 'none'
/** `days` are whole local days from the day it was said; a null end is open. */
export type Urgency = {
  readonly bucket: UrgencyBucket
  readonly days: readonly [from: number, to: number | null] | null
}

export type Authority = 'self' | 'shared' | 'other' | 'unknown'

export type SlotValue = Budget | Urgency | Authority | string | number | boolean

/** One fact about a contact or an inquiry, with the words and the message that prove it. */
export type Slot<V extends SlotValue = SlotValue> =
  | {
      readonly status: 'known'
      readonly value: V
      readonly said: string
      /** 0 to 1. */
      readonly confidence: number
      readonly message: MessageId | null
      readonly at: Iso
    }
  | {
      readonly status: 'declined'
      readonly said: string
      readonly message: MessageId | null
      readonly at: Iso
    }

export type Slots = { readonly [name: string]: Slot }

/** Slots of the person outlive the inquiry; every other slot belongs to one inquiry. */
export const PERSON_SLOTS: readonly string[] = [
  'name',
  'organization',
  'sector',
  'size',
  'place',
  'email',
  'phone',
]

export type Actor =
  | { readonly kind: 'contact' }
  | { readonly kind: 'bot' }
  | { readonly kind: 'staff'; readonly id: ContactId; readonly name: string }

/** Marks a `switch` as complete: a new member of the union then fails to compile. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
