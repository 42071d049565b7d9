import type { Condition, Forms, Wordings } from '../flow/types.js'
import type { LoopRules } from '../loops/rules.js'
import type { Language, Phone, Priority, Treatment } from '../types.js'
import type { BackupRules } from './backup-rules.js'
import type { CallRules } from './call-rules.js'
import type { ContactRules } from './contact-rules.js'
import type { NumberRules } from './number.js'
import type { NurtureRules } from './nurture-rules.js'
import type { Campaign, OriginRules } from './origin-rules.js'
import type { PinRules } from './pin-rules.js'
import type { RetentionRules } from './retention-rules.js'

/** Minutes since local midnight, both ends: `[480, 750]` is 8:00 to 12:30. */
export type Interval = readonly [from: number, to: number]
/** One entry per weekday, Monday first. A day without intervals is closed. */
export type Week = readonly (readonly Interval[])[]

/** The same plain text in other languages, where the file has it. */
export type InOthers = { readonly [L in Exclude<Language, 'es'>]?: string | undefined }

export type StaffMember = {
  readonly name: string
  /** "la dueña": said after the name the first time. */
  readonly title: string
  readonly titleIn?: InOthers
  readonly role: 'owner' | 'seller'
  readonly phone: Phone
}

export type Product = {
  readonly id: string
  /** "camisa de dotación". */
  readonly one: string
  /** "camisas de dotación". */
  readonly many: string
  readonly gender: 'f' | 'm'
  /** How it is named in other languages, where the file says so; a gender of its own only where it differs. */
  readonly in?: { readonly [L in Exclude<Language, 'es'>]?: ProductNames | undefined }
  /** Ways people write it; folded and matched as whole words, plurals listed by hand. */
  readonly words: readonly string[]
  /** Price of one, whole units of `currency`. */
  readonly price: number
  /** The business's own unless the file says another, which adds up with no other price. */
  readonly currency: string
  /** Fewest pieces at that price. */
  readonly from: number
  /**
   * How many are taken where nobody says: one water heater a home. Then people and rooms count none; null where every
   * person gets one.
   */
  readonly usual: number | null
  /** It is work on garments that people bring: "bordar". */
  readonly ownGarment: boolean
  /** "con el logo bordado", said after the total; empty when nothing is included. */
  readonly includes: Forms | null
  /** ISO 8601: after so long whoever bought it needs it again; null when nobody can say. */
  readonly cycle: string | null
  /** ISO 8601: for so long it was paid for, and has to be renewed; null for what is bought once. */
  readonly renewal: string | null
}

export type ProductNames = {
  readonly one: string
  readonly many: string
  readonly gender?: 'f' | 'm' | undefined
}

/** Something the business knows and may say. */
export type Fact = {
  readonly id: string
  /** Phrases that ask for it; folded, matched as whole words. */
  readonly words: readonly string[]
  readonly text: Forms
  /** A person has to go on from here: the answer is also noted for the owner. */
  readonly passesOn: boolean
  /** With `dato`, and newer than the file. */
  readonly taught: boolean
}

/** A kind of buyer, known by their words, with what they usually take. */
export type Persona = {
  readonly id: string
  readonly name: string
  /** "cafetería": how to speak of one of them. */
  readonly one: string
  readonly oneIn?: InOthers
  readonly segment: 'b2b' | 'b2c'
  readonly words: readonly string[]
  /** Also known by what is known of them, whatever words they use. */
  readonly when: Condition | null
  /** Ids of products to suggest when they name none. */
  readonly suggests: readonly string[]
  /** The talk for them, instead of the business's own. */
  readonly flow: string | null
}

/** What the business does not make, and what to say instead. */
export type NotMade = {
  readonly id: string
  readonly words: readonly string[]
  readonly text: Forms
}

/** What people say against a price, and the business's own argument, given once. */
export type Objection = {
  readonly id: string
  /** Its first words, as they are written. */
  readonly said: string
  readonly words: readonly string[]
  readonly text: Wordings
  /** It means that they will say another day: they are accompanied until then. */
  readonly later: boolean
}

/** How customers bring others, and what each side has of it. */
export type ReferralProgram = {
  /** What every code begins with: "HILO". */
  readonly prefix: string
  /** The line's own number, for links that open a chat with it; null for codes without a link. */
  readonly phone: Phone | null
  /** Nobody is asked again before so many days. */
  readonly everyDays: number
  /** Most rewards that one person earns in a year. */
  readonly yearlyRewards: number
  /** Whom the friend has to become for the reward to be owed. */
  readonly earnedAt: 'lead' | 'customer'
  /** For whoever brings somebody: "$20.000 menos en su próximo pedido". */
  readonly reward: Forms
  /** For whoever comes with a code. */
  readonly welcome: Forms
  /** Whom a business is asked for: "alguien que maneje un restaurante". */
  readonly profile: Forms
}

export type Business = {
  readonly name: string
  /** "uniformes": what it sells in one word, for odds and ends. */
  readonly sells: string
  readonly sellsIn?: InOthers
  /** "taller": where its people work, as in "una persona del taller". */
  readonly place: string
  readonly placeIn?: InOthers
  readonly country: string
  readonly timeZone: string
  readonly currency: string
  readonly language: string
  readonly treatment: Treatment
  readonly segment: 'b2b' | 'b2c'
  /**
   * What people buy is an appointment: asking for one ends no talk, its day is the day of the order, and of each thing
   * they want one.
   */
  readonly appointments: boolean
  /** Owners and sellers in the order in which they are alerted. */
  readonly staff: readonly StaffMember[]
  readonly hours: Week
  /** Who writes before closing minus this many minutes is promised an answer the same day. */
  readonly lastCallMinutes: number
  /** Otherwise the next working day before this minute. */
  readonly nextDayBy: number
  readonly products: readonly Product[]
  readonly notMade: readonly NotMade[]
  readonly facts: readonly Fact[]
  readonly personas: readonly Persona[]
  readonly flows: {
    readonly talk: string
    readonly silence: string
    readonly afterSale: string
  }
  readonly takeOverHours: number
  /** An alert that nobody acts on is repeated after so many minutes in which the business is open. */
  readonly alertMinutes: number
  /** Minute of the working day at which owners get the day's list; null when they do not. */
  readonly digest: number | null
  /** Three at most. */
  readonly attributes: readonly Attribute[]
  /** What customers ask for or complain of after a sale. */
  readonly tickets: TicketRules
  /** Days for which a quote holds. */
  readonly quoteDays: number
  /** What is said to somebody who was quoted and does not answer: a sequence; null for nothing. */
  readonly afterQuote: string | null
  readonly objections: readonly Objection[]
  /** How whoever is not ready yet is accompanied; null: not at all. */
  readonly nurture: NurtureRules | null
  /** When and how often people are written to who did not ask, beside what the country says. */
  readonly contact: ContactRules
  /** How long things are kept of whoever does not write any more. */
  readonly retention: RetentionRules
  /** Null for a business without one. */
  readonly referrals: ReferralProgram | null
  /** Links that tell where whoever opens them comes from. */
  readonly campaigns: readonly Campaign[]
  readonly origins: OriginRules
  readonly calls: CallRules
  readonly backup: BackupRules
  readonly pin: PinRules
  /** What to surprise a customer with, for nothing in return. */
  readonly gestures: readonly string[]
  /** Link to the group where customers meet; null where there is none. */
  readonly tribe: string | null
  /** How the WhatsApp number is used and spared. */
  readonly number: NumberRules
  /** When the bot falls silent in a chat by itself. */
  readonly loops: LoopRules
  /** Bare conditions of the ideal customer, used by scorecards and by the owner's card. */
  readonly ideal: Condition | null
}

/** What customers judge the business by: asked against what they expected. */
export type Attribute = { readonly id: string; readonly name: string; readonly nameIn?: InOthers }

export type TicketRules = {
  /** Working days to settle one; 0: as long as an answer is promised in. */
  readonly days: { readonly [P in Priority]: number }
  /** Days until somebody who did not say whether it is settled is asked once more. */
  readonly askAgainDays: number
  /** Days after that until silence counts as a yes. */
  readonly closeDays: number
}

/** What a country allows for messages nobody asked for. Same shape as `Business.hours`. */
export type ContactPolicy = {
  readonly country: string
  readonly hours: Week
  readonly onHolidays: boolean
  readonly perDay: number
  readonly perWeek: number
}

/** Day numbers (days since 1970-01-01, local calendar) on which the country rests. */
export type Holidays = ReadonlySet<number>
