import { businessIn } from '../business/in-language.js'
import { messagesIn } from '../messages.js'
import { type Draft, patchDialogue } from './draft.js'
import type { Case, Context, Dialogue } from './types.js'

/** A step in the making, in the language that the person last wrote in. */
export function createDraft(state: Case, context: Context): Draft {
  return {
    plain: context,
    context: contextIn(context, state.dialogue.language),
    spoken: businessIn(context.business, state.dialogue.language),
    effects: [],
    sentences: [],
    native: new Set(),
    fresh: new Set(),
    changed: new Set(),
    from: state,
    known: new Map(),
    facts: null,
    contact: state.contact,
    inquiry: state.inquiry,
    dialogue: state.dialogue,
    options: [],
    returns: false,
    answered: false,
    heardText: null,
    voiced: false,
    arrived: null,
    upset: false,
  }
}

/** The person changed to another language: from here on it is answered in that one. */
export function speakIn(draft: Draft, language: Dialogue['language']): void {
  draft.context = contextIn(draft.plain, language)
  draft.spoken = businessIn(draft.plain.business, language)
  draft.known.clear()
  draft.facts = null
  patchDialogue(draft, { language })
}

function contextIn(context: Context, language: Dialogue['language']): Context {
  if (language === 'es') return context
  const messages = messagesIn(context.messages, language)
  return { ...context, messages, read: (text, as) => context.read(text, { ...as, language }) }
}
