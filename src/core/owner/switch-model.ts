import { answer, changeHouse } from './answer.js'
import type { Obeyed, StaffState, World } from './types.js'
import { say } from './wording.js'

/** `ia no`, `ia sí`: whether a model is asked what the facts do not answer. */
export function switchModel(
  kind: 'model_off' | 'model_on',
  staff: StaffState,
  world: World,
): Obeyed {
  const isOff = kind === 'model_off'
  if (world.model === 'none') return answer(staff, say(world, 'owner.already.model_none'))
  if (world.model === (isOff ? 'off' : 'on')) {
    const key = isOff ? 'owner.already.model_off' : 'owner.already.model_on'
    return answer(staff, say(world, key))
  }
  const done = isOff ? 'owner.done.model_off' : 'owner.done.model_on'
  return changeHouse(staff, { kind }, say(world, done))
}
