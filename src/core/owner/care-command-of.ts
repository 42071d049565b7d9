import { hasWords } from '../aftersale/has-words.js'
import { wordList } from '../business/word-list.js'
import { fold } from '../understanding/normalise.js'
import { type Beside, type CommandLists, trimmed } from './command-of.js'
import type { CareCommand } from './command-types.js'
import { type CommandKind, wordsOf } from './command-words.js'
import { nameIn } from './name-in.js'

export type CareKind = Extract<
  CommandKind,
  | 'because'
  | 'remind'
  | 'called'
  | 'not_called'
  | 'meeting'
  | 'cancel_meeting'
  | 'drop_call'
  | 'entrust'
>

const KINDS: { readonly [K in CareKind]: true } = {
  because: true,
  remind: true,
  called: true,
  not_called: true,
  meeting: true,
  cancel_meeting: true,
  drop_call: true,
  entrust: true,
}

export function isCareKind(kind: CommandKind): kind is CareKind {
  return kind in KINDS
}

/** The command that a word about calls, meetings and who looks after whom comes to. */
export function careCommandOf(kind: CareKind, beside: Beside, lists: CommandLists): CareCommand {
  const { before, after } = beside
  const written = `${before} ${after}`
  switch (kind) {
    case 'because':
      return isBare(written, lists)
        ? { kind: 'calls' }
        : { kind: 'call', why: 'porque_si', name: null, written, until: null }
    case 'remind':
      return { kind: 'call', why: 'reminder', name: null, written, until: null }
    case 'meeting':
      if (isOff(written, lists)) {
        return { kind: 'cancel_meeting', name: nameIn(written, offWords(lists)) }
      }
      return { kind, name: null, written, until: null }
    case 'called':
      return { kind, name: nameIn(before, lists.filler), text: trimmed(after) }
    case 'not_called':
    case 'cancel_meeting':
    case 'drop_call':
      return { kind, name: nameIn(written, besideCall(lists)) }
    case 'entrust':
      return entrust(written, lists)
  }
}

/** "la cita con ana se canceló". */
function isOff(text: string, { messages }: CommandLists): boolean {
  return hasWords(fold(text), wordList(messages, 'owner.words.off'))
}

function offWords(lists: CommandLists): ReadonlySet<string> {
  const off = wordList(lists.messages, 'owner.words.off').flatMap((phrase) => phrase.split(' '))
  return new Set([...besideCall(lists), ...off])
}

/** "ya no me recuerdes llamar a ana": neither the call nor the meeting is part of a name. */
function besideCall({ filler, messages }: CommandLists): ReadonlySet<string> {
  return new Set([
    ...filler,
    ...wordList(messages, 'owner.words.until'),
    ...wordList(messages, 'owner.words.beside_call'),
  ])
}

function isBare(text: string, { filler, messages }: CommandLists): boolean {
  const beside = wordList(messages, 'owner.words.beside_because')
  return wordsOf(text).every((word) => filler.has(word.text) || beside.includes(word.text))
}

/** "cuenta ana de Julián": who they are stands before the last "de", who looks after them behind it. */
function entrust(text: string, { filler, messages }: CommandLists): CareCommand {
  const links = wordList(messages, 'owner.words.entrust_link')
  const words = wordsOf(text)
  const at = words.findLastIndex((word) => links.includes(word.text))
  const link = words[at]
  if (link === undefined) return { kind: 'entrust', name: nameIn(text, filler), to: null }
  return {
    kind: 'entrust',
    name: nameIn(text.slice(0, link.start), new Set([...filler, ...links])),
    to: nameIn(text.slice(link.end), filler),
  }
}
