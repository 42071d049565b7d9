import { preciseHourText } from '../business/hour-text.js'
import { addDuration } from '../schedule/due.js'
import { localTime } from '../schedule/local-time.js'
import { answer, change } from './answer.js'
import { quoted } from './quoted.js'
import type { Obeyed, OpenLead, StaffState, World } from './types.js'
import { names, say } from './wording.js'

/** `responder …`: said through the bot in the owner's own words; the bot is silent there after it. */
export function respond(text: string, lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const called = names(lead, world)
  if (lead.optedOut) return answer(staff, say(world, 'owner.done.opted_out', called))
  if (text === '') {
    const question = say(world, 'owner.ask.respond', called)
    return answer(staff, question, { kind: 'text', word: 'respond', target: lead.id })
  }
  const done = say(world, 'owner.done.responded', {
    ...called,
    text: quoted(text),
    until: silentUntil(world),
  })
  return change(staff, lead, { kind: 'respond', text }, done)
}

/** "las 10 p. m.": the end of the silence that begins now. */
export function silentUntil({ now, business, messages }: World): string {
  const { country, timeZone, takeOverHours } = business
  const end = addDuration(now, `PT${takeOverHours}H`, timeZone)
  return preciseHourText(localTime(end, timeZone).minute, country, messages)
}
