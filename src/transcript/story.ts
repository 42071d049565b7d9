import { type App, SIMULATOR } from '../app.js'
import { wordsOf } from '../core/conversation/media.js'
import type { ContactId, Iso, Result } from '../core/types.js'
import {
  chatRecord,
  type Dealing,
  type Heard,
  staffDealings,
  talksElsewhere,
} from '../store/chat-record.js'
import { findContactByPhone } from '../store/identity.js'
import { type StaffEntry, staffState } from '../store/staff.js'
import { starts } from '../store/starts.js'
import { type OwnerWord, ownerSide } from './owner-side.js'
import { phoneTexts } from './phone-texts.js'

/** One thing that happened, by the app's clock. */
export type Happening = { readonly at: number } & (
  | { readonly kind: 'prospect'; readonly burst: readonly Heard[] }
  | { readonly kind: 'human'; readonly text: string }
  | { readonly kind: 'restart' }
  | { readonly kind: 'owner'; readonly word: OwnerWord }
  /** A bubble on the prospect's phone; `reply` when somebody had written. */
  | { readonly kind: 'bot'; readonly text: string; readonly reply: boolean }
  /** A message on the owner's: news, or the answer to the word of that moment. */
  | { readonly kind: 'told'; readonly text: string; readonly answers: boolean }
)

/** What happened in one conversation, the owner's side included, in its order. */
export type Story = {
  readonly happenings: readonly Happening[]
  readonly ownerActive: boolean
  /** The words of whatever was quoted, by its id. */
  readonly texts: ReadonlyMap<string, string>
}

export type Untold = { readonly kind: 'nobody' | 'real_line' | 'colleague' | 'content' }

/** Puts together what the store and the phones remember of one prospect's conversation. */
export function tellStory(app: App, phone: string): Result<Story, Untold> {
  const { db } = app
  const contactId = findContactByPhone(db, phone)
  if (contactId === null) return { ok: false, error: { kind: 'nobody' } }
  const { heard, spoken } = chatRecord(db, contactId, SIMULATOR)
  const owner = ownerOf(app)
  const dealings = staffDealings(db, SIMULATOR)
  const unfit = whyNot(app, contactId, heard, owner, dealings)
  if (unfit !== null) return { ok: false, error: { kind: unfit } }
  const onPhone = phoneTexts(app, phone)
  const said = spoken.flatMap(({ id, at, occasion }): readonly Happening[] => {
    const text = onPhone.get(id)
    const reply = occasion === 'reply'
    return text === undefined ? [] : [{ kind: 'bot', at: Date.parse(at), text, reply }]
  })
  const ownSide = owner === null ? [] : ownerSide(app, owner, dealings, contactId)
  const begins = Date.parse(heard[0]?.turnAt ?? '')
  const happenings = [...turnsOf(heard), ...ownSide, ...said, ...restarts(app)]
    .filter(({ at }) => at >= begins)
    .toSorted((a, b) => a.at - b.at || rank(a) - rank(b))
  return {
    ok: true,
    value: {
      happenings,
      ownerActive: owner !== null && Date.parse(owner.activatedAt) < begins,
      texts: new Map([
        ...onPhone,
        ...heardTexts(heard),
        ...(owner === null ? [] : phoneTexts(app, owner.phone)),
      ]),
    },
  }
}

function restarts({ db }: App): readonly Happening[] {
  return starts(db).map((at) => ({ kind: 'restart', at: Date.parse(at) }))
}

/** Of one moment what came in stands before what came of it. */
function rank({ kind }: Happening): number {
  return kind === 'bot' || kind === 'told' ? 1 : 0
}

function whyNot(
  { db }: App,
  contactId: ContactId,
  heard: readonly Heard[],
  owner: StaffEntry | null,
  dealings: readonly Dealing[],
): Untold['kind'] | null {
  if (heard.length === 0) return 'nobody'
  if (talksElsewhere(db, contactId, SIMULATOR)) return 'real_line'
  if (heard.some(({ status, content }) => status !== 'done' || !REPEATABLE.has(content.kind)))
    return 'content'
  const mine = dealings.filter(({ about }) => about === contactId)
  return mine.some(({ staff }) => staff !== owner?.contactId) ? 'colleague' : null
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

/** Transcripts know one member of staff: the first of the business file, once they have written. */
function ownerOf({ db, project }: App): StaffEntry | null {
  const [first] = project.business.staff
  return staffState(db, SIMULATOR).find(({ phone }) => phone === first?.phone) ?? null
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
