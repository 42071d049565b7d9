import { soundsAutomatic } from '../../core/loops/signs.js'
import type { World } from '../../core/owner/types.js'
import { localTime } from '../../core/schedule/local-time.js'
import type { Iso } from '../../core/types.js'
import { fold } from '../../core/understanding/normalise.js'
import type { TurnDeps } from '../deps.js'

type Reading = Pick<TurnDeps, 'business' | 'mentions' | 'read'>

/** Tells of a text whether a machine wrote it, read as of today. */
export function automaticIn(
  { business, mentions, read }: Reading,
  now: Iso,
): World['soundsAutomatic'] {
  const { country, timeZone } = business
  const today = localTime(now, timeZone).day
  return (text) => {
    const reading = read(text, { question: 'open', country, today })
    return soundsAutomatic({ text, reading, mentions: mentions(fold(text)) })
  }
}
