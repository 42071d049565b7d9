import { elapsed, localTime } from '../schedule/local-time.js'
import { MINUTE } from '../schedule/units.js'
import { type Draft, label, patchDialogue, phrase } from './draft.js'
import { friendlyName } from './friendly-name.js'
import type { Heard } from './heard.js'
import type { Arrived } from './types.js'
import { greeting } from './variables.js'

const LATE = 15 * MINUTE
/** After so long without a word, a greeting is due again. */
const PAUSE = 8 * 60 * MINUTE

type Opening = {
  readonly arrived: Pick<Arrived, 'writtenAt' | 'newInquiry'>
  /** Nothing could be taken from it: a bare "hola" gets the longer introduction. */
  readonly vague: boolean
  /** It was a voice note that nobody can hear. */
  readonly deaf: boolean
  /** The bot was silent because a person was talking. */
  readonly returns: boolean
}

/**
 * What stands before everything else: the greeting, the apology for an answer that comes late, and
 * on first contact that an automated assistant is speaking.
 */
export function open(draft: Draft, heard: Heard, opening: Opening): void {
  const first = !draft.dialogue.introduced
  const sentences = [
    greets(draft, heard, opening) ? salute(draft, heard, opening) : null,
    apology(draft, opening),
    first ? introduce(draft, opening) : null,
    !first && opening.returns ? label(draft, 'chat.intro.again') : null,
  ].filter((sentence) => sentence !== null)
  draft.sentences.unshift(...sentences)
  patchDialogue(draft, { introduced: true })
}

function greets(
  { dialogue, context }: Draft,
  heard: Heard,
  { returns, arrived }: Opening,
): boolean {
  if (!dialogue.introduced || returns || arrived.newInquiry) return true
  if (dialogue.spokeAt === null) return true
  const gap = elapsed(dialogue.spokeAt, context.now)
  return gap > PAUSE && (heard.reading.cues.includes('greets') || gap > 3 * PAUSE)
}

function salute(draft: Draft, heard: Heard, { arrived: { newInquiry } }: Opening): string {
  const saludo = greeting(draft)
  const said = draft.contact.slots.name?.status === 'known'
  const called = said || draft.dialogue.introduced ? friendlyName(draft.contact) : null
  // Nobody is called by their name twice in one breath.
  const nombre = called !== null && draft.sentences.some(isNamed(called)) ? null : called
  if (nombre !== null && newInquiry && draft.contact.purchases > 0) {
    return label(draft, 'chat.greeting.back', { saludo, nombre, trato: label(draft, 'chat.you') })
  }
  if (nombre !== null) return label(draft, 'chat.greeting.named', { saludo, nombre })
  if (!heard.reading.cues.includes('greets')) return label(draft, 'chat.greeting.plain', { saludo })
  return label(draft, 'chat.greeting.hello', { saludo: saludo.toLowerCase() })
}

function isNamed(called: string): (sentence: string) => boolean {
  return (sentence) => sentence.includes(called)
}

function introduce(draft: Draft, { vague, deaf }: Opening): string | null {
  if (deaf)
    return phrase(draft, draft.context.ears === 'on' ? 'chat.intro.unheard' : 'chat.intro.deaf')
  return vague ? label(draft, 'chat.intro.long') : label(draft, 'chat.intro.short')
}

function apology(draft: Draft, { arrived: { writtenAt } }: Opening): string | null {
  const { context } = draft
  if (elapsed(writtenAt, context.now) < LATE) return null
  const zone = context.business.timeZone
  const [then, now] = [localTime(writtenAt, zone), localTime(context.now, zone)]
  if (then.day === now.day) return label(draft, 'chat.late.today')
  if (then.day < now.day - 1) return label(draft, 'chat.late.older')
  return then.minute >= 18 * 60
    ? label(draft, 'chat.late.night')
    : label(draft, 'chat.late.yesterday')
}
