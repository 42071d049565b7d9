import type { SurveyKind } from '../types.js'

/** What a flow may do besides saying and asking. */
export type Action =
  | { readonly kind: 'alert'; readonly reason: string }
  | { readonly kind: 'handoff'; readonly reason: string }
  | { readonly kind: 'start'; readonly flow: string }
  /**
   * The flow sleeps and goes on at `next` after this ISO 8601 duration, inside contact hours; or when
   * what was bought is needed again, or has to be renewed, `before` that; or, `rhythm`, when whoever is
   * not ready is to be written to next. It ends where nobody can say.
   */
  | {
      readonly kind: 'wait'
      readonly name: string
      readonly after: string
      readonly before: string | null
    }
  | { readonly kind: 'tag'; readonly tag: string }
  /** Closes what they asked for as lost, because nobody decided. */
  | { readonly kind: 'close'; readonly reason: string }
  /** Chooses what is said next to whoever is not ready yet; the flow ends when nothing is left. */
  | { readonly kind: 'share' }
  /** Gives them a code and counts as asking for somebody they know; the flow ends when they may not be asked. */
  | { readonly kind: 'refer' }
  /** What they just said is to be settled by a person, and is not forgotten. */
  | { readonly kind: 'ticket'; readonly about: 'complaint' | 'request' | 'score' }
  /**
   * Keeps what they answered to how it went: with the score in `slot`, or, where there is none, `good`
   * or not. Null: as the score has it.
   */
  | {
      readonly kind: 'survey'
      readonly survey: SurveyKind
      readonly slot: string | null
      readonly good: boolean | null
      /** The slot for what they said besides. */
      readonly comment: string | null
    }
