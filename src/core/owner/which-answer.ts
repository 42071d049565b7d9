import { wordList } from '../business/word-list.js'
import { act } from './act.js'
import { answer } from './answer.js'
import { wordsOf } from './command-words.js'
import { type Answered, done, leadOf, type Of, type Said } from './said.js'
import { isAimed } from './target.js'
import type { StaffState, World } from './types.js'
import { chosen, placeIn, whichText } from './which.js'
import { withSum } from './with-sum.js'
import { say } from './wording.js'
import { yesNo } from './yes-no.js'

/** Which of several was meant: one of them, none, or a sum that was missing too. */
export function whichAnswer(
  pending: Of<'which'>,
  said: Said,
  staff: StaffState,
  world: World,
): Answered | null {
  if (said.parsed.kind === 'command' && said.parsed.exact) return null
  const { command, candidates } = pending
  if (!isAimed(command)) return null
  const [only, another] = candidates
  const yes = yesNo(said.text, world.messages)
  const answered = another === undefined || yes === 'no' ? yes : null
  // "¿Es Ana Gómez?", "¿Cuál?"
  if (answered === 'no' || isNobody(said.text, world))
    return done(answer(staff, say(world, 'owner.which.not_them')))
  const lead =
    answered !== null && only !== undefined
      ? leadOf(only, world)
      : chosen(said.text, candidates, world)
  if (lead !== null) return done(act(command, lead, staff, world))
  const summed = withSum(command, said.text, world)
  if (summed !== null) {
    const asked = { ...pending, command: summed }
    const listed = candidates.flatMap((id) => leadOf(id, world) ?? [])
    return done(answer(staff, whichText(summed, listed, world), asked))
  }
  const isList = command.kind === 'lead' || command.kind === 'customer'
  if (
    another === undefined ||
    said.parsed.kind !== 'unknown' ||
    (isList && placeIn(said.text, world) === null)
  )
    return null
  const among = candidates.flatMap((id) => leadOf(id, world) ?? [])
  return done(answer(staff, whichText(command, among, world), pending))
}

/** "nadie", "ninguna de esas": the question is dropped. */
function isNobody(text: string, { messages }: World): boolean {
  const nobody = wordList(messages, 'owner.words.nobody')
  const beside = wordList(messages, 'owner.words.beside_answer')
  const words = wordsOf(text).map((word) => word.text)
  const isAll = words.every((word) => nobody.includes(word) || beside.includes(word))
  return isAll && words.some((word) => nobody.includes(word))
}
