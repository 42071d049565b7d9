/** What a model may be asked; it proposes, and a step decides. */
export type LlmQuestion =
  | {
      readonly id: string
      readonly task: 'answer'
      readonly text: string
      readonly facts: readonly Given[]
    }
  /** What the reader missed in an answer: which of these slots stand in it, and in which words. */
  | {
      readonly id: string
      readonly task: 'extract'
      readonly text: string
      readonly slots: readonly string[]
    }
  | { readonly id: string; readonly task: 'summarise'; readonly talk: readonly Turn[] }
  /** What an owner might answer; `wish` is what they want said, in their words, or nothing. */
  | {
      readonly id: string
      readonly task: 'draft'
      readonly talk: readonly Turn[]
      readonly wish: string
      readonly facts: readonly Given[]
    }

type LlmTask = LlmQuestion['task']
export type QuestionOf<T extends LlmTask> = Extract<LlmQuestion, { task: T }>

/** A fact that may be used. */
type Given = { readonly id: string; readonly text: string }

/** One message of a conversation; the business's are the bot's too. */
export type Turn = { readonly who: 'person' | 'business'; readonly text: string }

/** A slot found in words of the message, said again in words that everybody understands. */
export type FoundSlot = { readonly slot: string; readonly said: string; readonly means: string }

export type LlmAnswer =
  | { readonly ok: true; readonly text: string; readonly facts: readonly string[] }
  | { readonly ok: true; readonly found: readonly FoundSlot[] }
  | {
      readonly ok: false
      /**
       * `spent`: the budget of the day, or of this contact's hour. `overtaken`: they took the question
       * back, or put it otherwise.
       */
      readonly reason:
        | 'off'
        | 'timeout'
        | 'refused'
        | 'unreachable'
        | 'invalid'
        | 'spent'
        | 'overtaken'
    }
