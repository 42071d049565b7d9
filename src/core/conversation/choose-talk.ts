import type { Persona } from '../business/types.js'
import { type Draft, holdsFor, patchDialogue, patchInquiry } from './draft.js'
import type { Heard } from './heard.js'

/**
 * Gives a kind of buyer the talk that the business has for it, from the moment that kind is known
 * and only while nothing was asked yet: nobody is asked in two dialects.
 */
export function chooseTalk(draft: Draft, heard: Heard): void {
  const persona = personaOf(draft, heard)
  if (persona === null || draft.inquiry === null) return
  if (draft.inquiry.persona !== persona.id) patchInquiry(draft, { persona: persona.id })
  const { dialogue, context } = draft
  const begun = dialogue.questions > 0 || dialogue.at !== null
  if (persona.flow === null || persona.flow === dialogue.flow || begun) return
  const { id, hash } = context.flow(persona.flow, null)
  patchDialogue(draft, { flow: id, hash })
}

/** By the words they use, else by what is known of them; once known it is only corrected by words. */
function personaOf(draft: Draft, { mentions }: Heard): Persona | null {
  const { personas } = draft.context.business
  const id = mentions.personas[0] ?? draft.inquiry?.persona ?? null
  if (id !== null) return personas.find((persona) => persona.id === id) ?? null
  return personas.find(({ when }) => when !== null && holdsFor(draft, when)) ?? null
}
