import type { App } from '../app/app.js'
import { SIMULATOR } from '../app/lines.js'
import { wordsOf } from '../core/conversation/media.js'
import type { ContactId, Iso, Result } from '../core/types.js'
import { chatRecord, type Heard, staffDealings, talksElsewhere } from '../store/chat-record.js'
import { findContactByPhone } from '../store/identity.js'
import { staffState } from '../store/staff.js'
import { starts } from '../store/starts.js'
import { phoneTexts } from './phone-texts.js'
import { type StaffMember, type StaffWord, staffSide } from './staff-side.js'

/** One thing that happened, by the app's clock. */
export type Happening = { readonly at: number } & (
  | { readonly kind: 'prospect'; readonly burst: readonly Heard[] }
  | { readonly kind: 'human'; readonly text: string }
  | { readonly kind: 'restart' }
  | { readonly kind: 'staff'; readonly by: By; readonly word: StaffWord }
  /** A bubble on the prospect's phone; `reply` when somebody had written. */
  | { readonly kind: 'bot'; readonly text: string; readonly reply: boolean }
  /** A message on the phone of the business: news, or the answer to the word of that moment. */
  | { readonly kind: 'told'; readonly by: By; readonly text: string; readonly answers: boolean }
)

/** Whose phone: null for the owner that transcripts know, else the name of somebody else. */
export type By = string | null

/** What happened in one conversation, the owner's side included, in its order. */
export type Story = {
  readonly happenings: readonly Happening[]
  readonly ownerActive: boolean
  /** Of the others who matter here, who could be told already when it began. */
  readonly active: readonly string[]
  /** The words of whatever was quoted, by its id. */
  readonly texts: ReadonlyMap<string, string>
}

export type Untold = { readonly kind: 'nobody' | 'real_line' | 'content' }

/** Puts together what the store and the phones remember of one prospect's conversation. */
export function tellStory(app: App, phone: string): Result<Story, Untold> {
  const { db } = app
  const contactId = findContactByPhone(db, phone)
  if (contactId === null) return { ok: false, error: { kind: 'nobody' } }
  const { heard, spoken } = chatRecord(db, contactId, SIMULATOR)
  const unfit = whyNot(app, contactId, heard)
  if (unfit !== null) return { ok: false, error: { kind: unfit } }
  const onPhone = phoneTexts(app, phone)
  const said = spoken.flatMap(({ id, at, occasion }): readonly Happening[] => {
    const text = onPhone.get(id)
    const reply = occasion === 'reply'
    return text === undefined ? [] : [{ kind: 'bot', at: Date.parse(at), text, reply }]
  })
  const staff = staffOf(app, contactId)
  const dealings = staffDealings(db, SIMULATOR)
  const ownSide = staff.flatMap((one) => staffSide(app, one, dealings, contactId))
  const begins = Date.parse(heard[0]?.turnAt ?? '')
  const happenings = [...turnsOf(heard), ...ownSide, ...said, ...restarts(app)]
    .filter(({ at }) => at >= begins)
    .toSorted((a, b) => a.at - b.at || rank(a) - rank(b))
  return {
    ok: true,
    value: {
      happenings,
      ownerActive: activeBefore(begins).some(({ by }) => by === null),
      active: activeBefore(begins).flatMap(({ by }) => by ?? []),
      texts: new Map([
        ...onPhone,
        ...heardTexts(heard),
        ...staff.flatMap(({ entry }) => [...phoneTexts(app, entry.phone)]),
      ]),
    },
  }

  function activeBefore(moment: number): readonly StaffMember[] {
    return staff.filter(({ entry }) => Date.parse(entry.activatedAt) < moment)
  }
}

function restarts({ db }: App): readonly Happening[] {
  return starts(db).map((at) => ({ kind: 'restart', at: Date.parse(at) }))
}

/** Of one moment what came in stands before what came of it. */
function rank({ kind }: Happening): number {
  return kind === 'bot' || kind === 'told' ? 1 : 0
}

function whyNot({ db }: App, contactId: ContactId, heard: readonly Heard[]): Untold['kind'] | null {
  if (heard.length === 0) return 'nobody'
  if (talksElsewhere(db, contactId, SIMULATOR)) return 'real_line'
  const fit = heard.every(
    ({ status, content }) => status === 'done' && REPEATABLE.has(content.kind),
  )
  return fit ? null : 'content'
}

/** What a simulated phone can send. */
const REPEATABLE: ReadonlySet<Heard['content']['kind']> = new Set([
  'text',
  'choice',
  'audio',
  'image',
  'document',
  'location',
  'contact',
  'reaction',
])

/** The owner that transcripts know, the first of the business file, and whoever else had a part. */
function staffOf({ db, project }: App, contactId: ContactId): readonly StaffMember[] {
  const active = staffState(db, SIMULATOR)
  const mine = staffDealings(db, SIMULATOR).filter(({ about }) => about === contactId)
  return project.business.staff.flatMap(({ phone, name }, index): readonly StaffMember[] => {
    const entry = active.find((one) => one.phone === phone)
    if (entry === undefined) return []
    if (index === 0) return [{ entry, by: null }]
    return mine.some(({ staff }) => staff === entry.contactId) ? [{ entry, by: name }] : []
  })
}

function heardTexts(heard: readonly Heard[]): readonly (readonly [string, string])[] {
  return heard.flatMap(({ id, content }) => {
    const words = wordsOf(content)
    return words === null ? [] : [[id, words] as const]
  })
}

/** Messages that one turn took together are one burst. */
function turnsOf(heard: readonly Heard[]): readonly Happening[] {
  const turns: { at: Iso | null; author: Heard['author']; burst: Heard[] }[] = []
  for (const each of heard) {
    const last = turns.at(-1)
    const together = last?.at === each.turnAt && last.author === each.author
    if (together && each.author === 'contact') last.burst.push(each)
    else turns.push({ at: each.turnAt, author: each.author, burst: [each] })
  }
  return turns.map(({ at: moment, author, burst }): Happening => {
    const at = Date.parse(moment ?? '')
    if (author === 'contact') return { kind: 'prospect', at, burst }
    return {
      kind: 'human',
      at,
      text: burst.map(({ content }) => wordsOf(content) ?? '').join('\n'),
    }
  })
}
