import { act, answer } from './act.js'
import { answerPending } from './answer-pending.js'
import type { Command, Parsed } from './commands.js'
import { findExactly } from './find-lead.js'
import { listLeads } from './lead-list.js'
import { type Aimed, targetOf } from './target.js'
import type { Obeyed, OwnerEvent, StaffState, World } from './types.js'
import { undo } from './undo.js'
import { chosen, MOST_LISTED, placeIn, whichText } from './which.js'
import { reply, say } from './wording.js'

const NOBODY: { readonly [K in Aimed['kind']]: string } = {
  lead: 'owner.nobody.lead',
  take: 'owner.nobody.take',
  release: 'owner.nobody.release',
  won: 'owner.nobody.won',
  lost: 'owner.nobody.lost',
  pause: 'owner.nobody.pause',
  resume: 'owner.nobody.resume',
}

/** What a reaction on a card stands for; other emojis say nothing. */
const REACTIONS: { readonly [emoji: string]: Aimed } = {
  '👍': { kind: 'take', name: null },
  '✅': { kind: 'won', name: null, amount: null },
  '❌': { kind: 'lost', name: null, reason: null },
}

/** Skin tones and the mark that asks for a coloured emoji. */
const SHADES = /[\u{1f3fb}-\u{1f3ff}\ufe0f]/gu

/**
 * One message or reaction of an owner or seller: what to answer, what to change, and what to remember
 * of the talk. Pure: `world` brings everything it looks at. Their first message activates them.
 */
export function obey(staff: StaffState, event: OwnerEvent, world: World): Obeyed {
  if (event.kind === 'reaction') return react({ ...staff, activated: true }, event.emoji, world)
  const parsed = world.parse(event.text, world.readAmount)
  if (staff.activated) return understood(staff, event.text, parsed, world)
  return activate({ ...staff, activated: true }, event.text, parsed, world)
}

/** A first message that is a word already is also obeyed. */
function activate(staff: StaffState, text: string, parsed: Parsed, world: World): Obeyed {
  const welcome = reply(say(world, 'owner.activated', { name: world.me.name }))
  const isWord = parsed.kind === 'command' && parsed.exact && parsed.command.kind !== 'greeting'
  if (!isWord) return { staff, replies: [welcome], actions: [], news: [] }
  const done = understood(staff, text, parsed, world)
  return { ...done, replies: [welcome, ...done.replies] }
}

function react(staff: StaffState, emoji: string, world: World): Obeyed {
  const command = REACTIONS[emoji.replace(SHADES, '')]
  if (command === undefined || world.quoted === null) {
    return { staff, replies: [], actions: [], news: [] }
  }
  return aim(command, staff, world)
}

function understood(staff: StaffState, text: string, parsed: Parsed, world: World): Obeyed {
  const answered = answerPending(staff, text, parsed, world)
  if (answered === null) return fresh(staff, text, parsed, world)
  return answered.kind === 'done' ? answered.obeyed : run(answered.command, staff, world)
}

function fresh(staff: StaffState, text: string, parsed: Parsed, world: World): Obeyed {
  // A name that looks like a slip of the pen is still a name: Tomás is not "tomar".
  const isSure = parsed.kind === 'command' && parsed.exact
  if (!isSure && findExactly(world.leads, text).length > 0) {
    return aim({ kind: 'lead', name: text }, staff, world)
  }
  switch (parsed.kind) {
    case 'unknown':
      return answer(staff, say(world, 'owner.unknown'))
    case 'ambiguous': {
      const { between, words } = parsed
      const question = say(world, 'owner.ask.word', { a: words[0], b: words[1] })
      return answer(staff, question, { kind: 'word', between, words })
    }
    case 'command':
      return run(parsed.command, staff, world)
  }
}

function run(command: Command, staff: StaffState, world: World): Obeyed {
  switch (command.kind) {
    case 'greeting':
      return answer(staff, say(world, 'owner.greeting', { name: world.me.name }))
    case 'help':
      return answer(staff, say(world, 'owner.help'))
    case 'leads':
      return listLeads(staff, world)
    case 'undo':
      return undo(staff, world)
    default:
      return aim(command, staff, world)
  }
}

function aim(written: Aimed, staff: StaffState, world: World): Obeyed {
  const command = withNameAtEnd(withName(written, world), world)
  const listed = fromList(command, staff, world)
  if (listed !== null) return act(command, listed, staff, world)
  const target = targetOf(command, staff, world)
  switch (target.kind) {
    case 'one':
      return act(command, target.lead, staff, world)
    case 'not_found':
      return answer(staff, say(world, 'owner.nobody.named', { name: target.name }))
    case 'nobody':
      return answer(staff, say(world, NOBODY[command.kind]))
    case 'which': {
      const candidates = target.among.slice(0, MOST_LISTED).map(({ id }) => id)
      const question = whichText(command, target.among, world)
      return answer(staff, question, { kind: 'which', command, candidates })
    }
  }
}

/** "perdido ana": words that could be a reason but are somebody's name. */
function withName(command: Aimed, world: World): Aimed {
  if (command.kind !== 'lost' || command.name !== null) return command
  if (command.reason?.kind !== 'loose' || world.quoted !== null) return command
  if (findExactly(world.leads, command.reason.text).length > 0) {
    return { kind: 'lost', name: command.reason.text, reason: null }
  }
  return command
}

/** "perdido por precio camilo": a reason that ends in somebody's name. */
function withNameAtEnd(command: Aimed, world: World): Aimed {
  if (command.kind !== 'lost' || command.name !== null || command.reason === null) return command
  const words = command.reason.text.trim().split(/\s+/)
  const name = words.at(-1) ?? ''
  if (words.length < 2 || world.quoted !== null || findExactly(world.leads, name).length === 0) {
    return command
  }
  const text = words.slice(0, -1).join(' ')
  return { kind: 'lost', name, reason: { ...command.reason, text } }
}

/** "tomar 2", said of the list just shown. */
function fromList(
  { name }: Aimed,
  { pending }: StaffState,
  world: World,
): ReturnType<typeof chosen> {
  if (pending?.kind !== 'which' || name === null || world.quoted !== null) return null
  return placeIn(name, world) === null ? null : chosen(name, pending.candidates, world)
}
