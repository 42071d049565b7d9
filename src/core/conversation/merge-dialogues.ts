import { laterText } from './later-text.js'
import type { Dialogue } from './types.js'

/**
 * The one conversation of a person who held two on a line: it stands where they wrote last. A human who
 * took over in either is in the chat, and nothing that was said or asked in one is said or asked anew.
 * A question of `kept` to the model stays open; of `gone` none may be.
 */
export function mergeDialogues(kept: Dialogue, gone: Dialogue): Dialogue {
  const [other, here] = wroteAt(kept) > wroteAt(gone) ? [gone, kept] : [kept, gone]
  return {
    ...here,
    line: kept.line,
    status: kept.status === 'thinking' ? 'thinking' : statusOf(here, other),
    question: kept.status === 'thinking' ? kept.question : null,
    askedTimes: sums(here.askedTimes, other.askedTimes),
    questions: here.questions + other.questions,
    said: sums(here.said, other.said),
    lastSaid: here.lastSaid ?? other.lastSaid,
    introduced: here.introduced || other.introduced,
    paused: longer(here.paused, other.paused),
    heardAt: laterText(here.heardAt, other.heardAt),
    spokeAt: laterText(here.spokeAt, other.spokeAt),
    unasked: here.unasked || other.unasked,
    reminding: here.reminding || other.reminding,
    topic: here.topic ?? other.topic,
  }
}

function wroteAt({ heardAt }: Dialogue): string {
  return heardAt ?? ''
}

/** Whoever was handed to a person stays handed. */
function statusOf(here: Dialogue, other: Dialogue): Dialogue['status'] {
  if (here.status === 'handed' || other.status === 'handed') return 'handed'
  return here.status === 'new' ? other.status : here.status
}

function longer(a: Dialogue['paused'], b: Dialogue['paused']): Dialogue['paused'] {
  return (a?.until ?? '') >= (b?.until ?? '') ? a : b
}

type Counts = { readonly [key: string]: number }

function sums(a: Counts, b: Counts): Counts {
  const all = Object.entries(b).map(([key, times]) => [key, times + (a[key] ?? 0)])
  return { ...a, ...Object.fromEntries(all) }
}
