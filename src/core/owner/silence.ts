import { whenText } from '../business/when-text.js'
import { answer, changeHouse } from './answer.js'
import type { Obeyed, StaffState, World } from './types.js'
import { say } from './wording.js'

/** `pausa todo`: the bot is silent towards every prospect until `sigue todo`. */
export function silenceAll(staff: StaffState, world: World): Obeyed {
  if (world.silence !== null) {
    const when = whenText(world.silence.at, world.now, world.business, world.messages)
    return answer(staff, say(world, 'owner.already.silent', { when }))
  }
  return changeHouse(staff, { kind: 'silence' }, say(world, 'owner.done.silenced'))
}

export function speakAgain(staff: StaffState, world: World): Obeyed {
  if (world.silence === null) return answer(staff, say(world, 'owner.already.speaking'))
  return changeHouse(staff, { kind: 'speak' }, say(world, 'owner.done.speaking'))
}
