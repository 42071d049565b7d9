import { type AskedQuestion, alikeQuestions, type QuestionGroup } from '../business/alike.js'
import type { Business } from '../business/types.js'
import type { Messages } from '../messages.js'
import type { Iso } from '../types.js'
import { cardText } from './card-text.js'
import { plain } from './quoted.js'
import { isWordOfItsOwn, type Said } from './said.js'
import { learn } from './teach.js'
import type { Obeyed, StaffState, World } from './types.js'

/** Of one person's question the owner heard when it was asked: of so many it is worth a fact. */
const FEWEST = 2
/** More at once nobody answers. */
const MOST = 3

/** What several people asked and nobody could answer, where somebody asked it since then. */
export function askedOften(
  questions: readonly AskedQuestion[],
  since: Iso,
  messages: Messages,
): readonly QuestionGroup[] {
  return alikeQuestions(questions, messages)
    .filter(({ contacts }) => contacts.length >= FEWEST)
    .filter((group) => group.questions.some(({ at }) => at >= since))
    .slice(0, MOST)
}

type Words = { readonly business: Business; readonly messages: Messages }

/** "3 clientes preguntaron por «envíos a Pasto». ¿Qué respondo?" */
export function askedOftenText({ contacts, topic }: QuestionGroup, words: Words): string {
  return cardText(words, 'owner.questions.often', { n: contacts.length, topic: plain(topic) })
}

/** Words in reply to that message, which are no other word of ours, are the answer to all of them. */
export function answerOften(said: Said, staff: StaffState, world: World): Obeyed | null {
  const { parsed, text } = said
  if (world.askedOften.length === 0 || world.me.role !== 'owner') return null
  if (parsed.kind === 'command' && parsed.command.kind === 'learn') return null
  return isWordOfItsOwn(said) ? null : learn(text.trim(), staff, world)
}
