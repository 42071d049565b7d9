import { z } from 'zod'
import type { LlmAnswer, LlmQuestion, Turn } from '../core/conversation/llm.js'
import type { Task } from './prompt.js'

/** An answer longer than this is cut short by the verifier anyway. */
const LONGEST = 2_000

const said = z.strictObject({
  text: z.string().max(LONGEST),
  facts: z.array(z.string().max(100)).max(20),
})

const found = z.strictObject({
  found: z
    .array(
      z.strictObject({
        slot: z.string().max(40),
        said: z.string().max(LONGEST),
        means: z.string().max(LONGEST),
      }),
    )
    .max(20),
})

const summary = z.strictObject({ text: z.string().max(LONGEST) })

type Shaped = z.infer<typeof said> | z.infer<typeof found> | z.infer<typeof summary>

/** What each task must come to. */
export const SHAPES: { readonly [T in Task]: z.ZodType<Shaped> } = {
  answer: said,
  extract: found,
  summarise: summary,
  draft: said,
}

export function answerOf(value: Shaped): LlmAnswer {
  if ('found' in value) return { ok: true, found: value.found }
  return { ok: true, text: value.text, facts: 'facts' in value ? value.facts : [] }
}

/** Whatever comes from outside stands in fields of its own, between quotes that it cannot close. */
export function dataOf(question: LlmQuestion): string {
  switch (question.task) {
    case 'answer':
      return JSON.stringify({ datos: question.facts, pregunta: question.text })
    case 'extract':
      return JSON.stringify({ buscar: question.slots, mensaje: question.text })
    case 'summarise':
      return JSON.stringify({ conversacion: talkOf(question.talk) })
    case 'draft': {
      const { facts, talk, wish } = question
      return JSON.stringify({ datos: facts, conversacion: talkOf(talk), encargo: wish })
    }
  }
}

function talkOf(talk: readonly Turn[]) {
  return talk.map(({ who, text }) => ({ de: who === 'person' ? 'cliente' : 'negocio', text }))
}
