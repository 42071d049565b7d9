import type { App } from '../app/app.js'
import { wordList } from '../core/business/word-list.js'
import { isoOf, localTime } from '../core/schedule/local-time.js'
import { DAY, MINUTE } from '../core/schedule/units.js'
import type { Result } from '../core/types.js'
import { contactView } from '../store/contact-view.js'
import { PROSPECT } from './bodies.js'
import { closely, exactly, roughly, type Watch } from './passing.js'
import { staffLines } from './staff-lines.js'
import { type Story, tellStory, type Untold } from './story.js'
import { type Line, type Transcript, transcript } from './transcript.js'
import { writeTalk } from './write-talk.js'

export type Recorded = {
  /** The same conversation in several ways, the most readable first: the first that passes is right. */
  readonly scripts: readonly Transcript[]
  /** Something was said between turns, as only a model's answer is. */
  readonly thought: boolean
}

/**
 * The conversation of one prospect as transcripts: what both phones said and got, the owner's words
 * that concern it, the time that passed, and how things stand now.
 */
export function record(app: App, phone: string, title: string): Result<Recorded, Untold> {
  const told = tellStory(app, phone)
  if (!told.ok) return told
  const story = told.value
  const now = app.clock.now().getTime()
  const scripts = staffLines(story, phone, app.project.messages).flatMap((scenes) =>
    [roughly, closely, exactly].map((watch) => {
      const talk = [
        ...hellos(app, story),
        ...writeTalk(scenes, story, watch, now),
        ...standing(app, phone),
      ]
      return scriptOf(phone, { title, at: begins(app, story, watch), talk }, story)
    }),
  )
  return { ok: true, value: { scripts, thought: isThought(story) } }
}

/** In a test it is always the same prospect who writes, and nobody's own number is kept. */
function scriptOf(phone: string, written: object, { ownerActive }: Story): Transcript {
  const text = JSON.stringify({ ...written, ...(!ownerActive && { ownerActive }) })
  return transcript.parse(JSON.parse(text.replaceAll(phone.slice(1), PROSPECT.slice(1))))
}

/** Whoever else of the business could be told already has to have written first. */
function hellos({ project }: App, { active }: Story): readonly Line[] {
  const text = wordList(project.messages, 'owner.words.greeting')[0] ?? ''
  return active.map((name) => ({ staff: { name, text } }))
}

function begins({ project }: App, { happenings }: Story, watch: Watch): string {
  const at = watch.begins(happenings[0]?.at ?? 0)
  const { day, minute } = localTime(isoOf(at), project.business.timeZone)
  const shown = day * DAY + minute * MINUTE + (at % MINUTE)
  const offset = Math.round((shown - at) / MINUTE)
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60]
  const two = (n: number): string => String(n).padStart(2, '0')
  const sign = offset < 0 ? '-' : '+'
  return `${new Date(shown).toISOString().slice(0, 19)}${sign}${two(hours)}:${two(minutes)}`
}

/** How things stand at the end: facts, stage and outcome. */
function standing({ db, clock }: App, phone: string): readonly Line[] {
  const view = contactView(db, phone, clock.iso())
  if (view === null) return []
  const slots = Object.fromEntries(
    Object.entries(view.slots).map(([name, { value }]) => [name, value]),
  )
  return [
    ...(Object.keys(slots).length > 0 ? [{ slots }] : []),
    ...(view.stage === null ? [] : [{ stage: view.stage }]),
    { outcome: view.outcome?.kind ?? null },
  ]
}

/** An owner's word acts a moment after its turn began. */
const MOMENT_MS = 1_000

function isThought({ happenings }: Story): boolean {
  const turns = happenings.filter(({ kind }) => kind !== 'bot' && kind !== 'told')
  return happenings.some(
    (each) =>
      each.kind === 'bot' &&
      each.reply &&
      !turns.some(({ kind, at }) =>
        kind === 'staff' ? each.at - at >= 0 && each.at - at < MOMENT_MS : each.at === at,
      ),
  )
}
