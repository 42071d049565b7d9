import { whenText } from '../business/when-text.js'
import { newRehearsal } from '../rehearsal/house.js'
import type { Iso } from '../types.js'
import { answer, change, changeHouse } from './answer.js'
import { isRewritten } from './approve-quote.js'
import { wordsOf } from './command-words.js'
import type { Command } from './commands.js'
import { among, displayName, findLeads } from './find-lead.js'
import { quoted } from './quoted.js'
import { rehearsalBegun, waiting } from './rehearsal-text.js'
import { type Answered, done, leadOf, type Said } from './said.js'
import { readSale } from './sale-amount.js'
import type { Obeyed, OpenLead, StaffState, World } from './types.js'
import { names, say, undoable } from './wording.js'
import { yesNo } from './yes-no.js'

/** A fact and the words around it have to fit one bubble. */
const LONGEST_FACT = 240
const LONGEST_REHEARSAL = 60

/**
 * What is said to an answer that was only rehearsed: `sí` sends it, `no` silences the bot in that chat, and
 * better words go out instead. Null for whatever is a word of its own.
 */
export function rehearsalAnswer(said: Said, staff: StaffState, world: World): Answered | null {
  const asked = world.rehearsed
  const lead = asked === null ? null : leadOf(asked.target, world)
  if (asked === null || lead === null) return null
  const about: StaffState = { ...staff, pending: null, lastAbout: lead.id }
  // "sí 840 mil" is about a payment.
  if (world.receipt === lead.id && readSale(said.text, world.readAmount).amount !== null)
    return null
  const verdict = yesNo(said.text, world.messages)
  const replies = world.quoted !== null
  const isWords = verdict === null && isBetter(said, replies, world)
  if (verdict === null && !isWords) return null
  const { rehearsed } = lead
  if (rehearsed === null) {
    return replies
      ? done(answer(about, say(world, 'owner.rehearsal.settled', names(lead, world))))
      : null
  }
  if (verdict === 'seen') return done(answer(about, say(world, 'owner.rehearsal.word')))
  if (verdict === 'yes') {
    // They wrote more meanwhile: what would be said now is looked at first.
    return rehearsed.id === asked.id
      ? done(approve(lead, about, world))
      : done(showAgain(lead, about, world))
  }
  if (verdict === 'no') {
    const text = say(world, 'owner.rehearsal.hushed', names(lead, world))
    return done(change(about, lead, { kind: 'hush' }, undoable(world, text)))
  }
  return done(sayInstead(said.text.trim(), lead, about, world))
}

/** Words to the person, and no slip of a word of ours: in reply, or at least two of them. */
function isBetter(said: Said, replies: boolean, world: World): boolean {
  return isRewritten(said, world) && (replies || wordsOf(said.text).length > 1)
}

function approve(lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const text = say(world, 'owner.rehearsal.sent', names(lead, world))
  return change(staff, lead, { kind: 'approve' }, text)
}

function showAgain(lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const text = say(world, 'owner.rehearsal.newer', names(lead, world))
  const shown = answer(staff, text)
  return { ...shown, replies: [...shown.replies, { kind: 'rehearsed', target: lead.id }] }
}

/** What answers a question may answer it for others too. */
function sayInstead(text: string, lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const params = { ...names(lead, world), text: quoted(text) }
  const sent = say(world, 'owner.rehearsal.sent_instead', params)
  const teaches = lead.rehearsed?.asks === true && text.length <= LONGEST_FACT
  const offer = teaches ? `\n${say(world, 'owner.rehearsal.teach')}` : ''
  const told = change(staff, lead, { kind: 'say_instead', text }, `${sent}${offer}`)
  return teaches ? { ...told, staff: { ...told.staff, pending: { kind: 'teach', text } } } : told
}

type Words = Extract<Command, { kind: 'rehearsal' | 'end_rehearsal' }>

/** `ensayo`: how it stands; `ensayo ana`: what Ana would have been told; `ensayo 3 días`: it begins. */
export function heedRehearsal(command: Words, staff: StaffState, world: World): Obeyed {
  if (command.kind === 'end_rehearsal') return end(staff, world)
  const { called, days } = command
  if (days !== null) return begin(days, staff, world)
  if (called === null) return answer(staff, standing(world))
  const open = world.people.fresh().filter(({ rehearsed }) => rehearsed !== null)
  const [lead, another] = findLeads(among(open), called)
  if (lead === undefined)
    return answer(staff, say(world, 'owner.rehearsal.nobody', { name: called }))
  if (another !== undefined) return answer(staff, standing(world))
  const quiet = answer({ ...staff, lastAbout: lead.id }, '')
  return { ...quiet, replies: [{ kind: 'rehearsed', target: lead.id }] }
}

function begin(days: number, staff: StaffState, world: World): Obeyed {
  if (days < 1 || days > LONGEST_REHEARSAL) {
    return answer(staff, say(world, 'owner.rehearsal.days', { n: LONGEST_REHEARSAL }))
  }
  const begun = newRehearsal(world.now, days, world.business.timeZone)
  const after = { ...begun, announced: true }
  const text = rehearsalBegun(after.until, world)
  const action = { kind: 'rehearse', before: world.rehearsal, after } as const
  return changeHouse(staff, action, undoable(world, text))
}

/** `fin del ensayo`: from now on it answers. */
function end(staff: StaffState, world: World): Obeyed {
  const { rehearsal, now } = world
  if (rehearsal === null || rehearsal.until <= now) {
    return answer(staff, say(world, 'owner.rehearsal.none'))
  }
  const after = { ...rehearsal, until: now, told: true }
  const text = undoable(world, say(world, 'owner.rehearsal.ended'))
  const lines = [text, ...waiting(openNames(world), world)]
  return changeHouse(staff, { kind: 'rehearse', before: rehearsal, after }, lines.join('\n'))
}

function standing(world: World): string {
  const { rehearsal, now } = world
  const text =
    rehearsal === null || rehearsal.until <= now
      ? say(world, 'owner.rehearsal.none')
      : say(world, 'owner.rehearsal.on', { when: untilText(rehearsal.until, world) })
  return [text, ...waiting(openNames(world), world)].join('\n')
}

function openNames(world: World): readonly string[] {
  return world.people
    .fresh()
    .filter(({ rehearsed }) => rehearsed !== null)
    .map((lead) => displayName(lead, world.messages))
}

function untilText(until: Iso, { now, business, messages }: World): string {
  return whenText(until, now, business, messages)
}
