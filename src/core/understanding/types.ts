import type { Authority, Budget, Language, Urgency } from '../types.js'
import type { Appointment } from './appointment.js'

/** A value read in a text: `span` are UTF-16 offsets into the text as given, `said` the words there. */
export type Found<V> = {
  readonly value: V
  readonly said: string
  readonly span: readonly [start: number, end: number]
  /** 0 to 1. */
  readonly confidence: number
}

export type Intent =
  | 'opt_out'
  | 'handoff'
  | 'price'
  | 'meeting'
  | 'complaint'
  | 'correction'
  | 'greeting'
  | 'thanks'
  | 'none'

/** What the bot had asked when the person wrote; `open` when nothing was pending. */
export type Question =
  | 'budget'
  | 'urgency'
  | 'authority'
  | 'need'
  | 'quantity'
  | 'name'
  | 'yesno'
  | 'nps'
  | 'open'

/** Small signals that steer the conversation; several may hold at once. */
export type Cue =
  | 'greets' // a greeting stands somewhere in it, not only "is a greeting"
  | 'asks' // it is a question or a request for information
  | 'unsure' // "no sé", "ni idea"
  | 'declines' // "prefiero no decir", "paso"
  | 'put_off' // "por ahora no", "más adelante"
  | 'write_me' // "escríbame en marzo": counts where a day, or a put_off, stands beside it
  | 'later' // "luego te digo", "después le confirmo"
  | 'waits' // "espera", "un momento", "ya te escribo"
  | 'cancels' // "déjalo", "ya no", "olvídalo"
  | 'moves' // "no puedo ir al turno", "quiero cambiar la cita"
  | 'at_door' // "ya estoy afuera", "no me abren"
  | 'wrong_number' // "me equivoqué de número"
  | 'restarts' // "empecemos de nuevo"
  | 'back' // "atrás", "la anterior"
  | 'angry' // insults, "qué falta de respeto", "pésimo"
  | 'laughs' // "jajaja"
  | 'same' // "lo mismo", "igual que la otra vez"
  | 'ambiguous_exit' // "salir", "cancelar" alone: may be an opt-out or an end of this chat
  | 'sells' // "les ofrezco telas"
  | 'seeks_work' // "¿están contratando?"
  | 'resells' // "quisiera ser distribuidor de sus productos"
  | 'bought_here' // "la terma que compré con ustedes"
  | 'opts_in' // "sí, avísenme"
  | 'my_data' // "qué datos tienen míos"
  | 'erase_me' // "borrar mis datos"
  | 'who_answers' // "¿es un robot?", "¿esto lo contesta una persona?"
  | 'automatic' // "en breve le atenderemos", "digite la opción": a machine wrote it
  | 'closes' // "listo", "ok", "bueno" alone: an acknowledgement that asks for nothing
  | 'opens' // "una pregunta", "me interesa" alone: they want to talk, and have said nothing yet

export type Quantity = { readonly count: number; readonly unit: string | null }

/** Everything that could be read in one message. A slot not found is null. */
export type Reading = {
  readonly text: string
  /** The language that its words tell; null where they tell none, or several. */
  readonly language: Found<Language> | null
  readonly budget: Found<Budget> | null
  readonly urgency: Found<Urgency> | null
  /** On which day they ask to be called or met, in days from today. */
  readonly appointment: Found<Appointment> | null
  readonly authority: Found<Authority> | null
  /** `value` null: an answer that commits to neither yes nor no ("tal vez", "más o menos"). */
  readonly yes: Found<boolean | null> | null
  readonly nps: Found<number> | null
  readonly name: Found<string> | null
  /** A business named by its person: "del restaurante La Alacena". */
  readonly organization: Found<string> | null
  /** What kind of business it is: "restaurante", "clínica veterinaria". */
  readonly sector: Found<string> | null
  /** How big it is, as they count it: "40 empleados", "3 locales". */
  readonly size: Found<string> | null
  readonly place: Found<string> | null
  readonly email: Found<string> | null
  readonly phone: Found<string> | null
  /** Counts of things or people in order of appearance; dozens are already multiplied. */
  readonly quantities: readonly Found<Quantity>[]
  /** How the thing should be, in their own words: "azul oscuro", "talla L", "manga larga". */
  readonly details: readonly string[]
  readonly intent: Intent
  /** Every intent that stands in the text, `intent` being the one that wins. */
  readonly intents: readonly Intent[]
  readonly cues: readonly Cue[]
}

export type ReadOptions = {
  readonly question: Question
  /** ISO 3166 code of the business. */
  readonly country: string
  /** Local date of the business when it was said: whole days since 1970-01-01, local calendar. */
  readonly today: number
  /** Amount on the table, so that "900" beside 870.000 can be read as 900 mil. */
  readonly figure?: number
  /** What they were writing in so far: heard besides what the country speaks. */
  readonly language?: Language
}

/** The reader is built once from compiled lexicons and then pure: text in, reading out. */
export type Reader = (text: string, options: ReadOptions) => Reading
