import { checkInDay } from '../../core/aftersale/check-in-day.js'
import { withLearnedMentions } from '../../core/business/learned.js'
import { ticketOfNotice } from '../../core/owner/alert.js'
import { createItemsIn } from '../../core/owner/items-in.js'
import { createReadWhen } from '../../core/owner/read-when.js'
import { type Brought, referralsText } from '../../core/owner/referrals-text.js'
import { type Today, todayThings } from '../../core/owner/today-things.js'
import type { StaffState, World } from '../../core/owner/types.js'
import type { ContactId, Iso, MessageId } from '../../core/types.js'
import { fold } from '../../core/understanding/normalise.js'
import { listedIn } from '../../store/call-notices.js'
import { contactName } from '../../store/contact-name.js'
import { listFacts } from '../../store/facts.js'
import { readHouse } from '../../store/house.js'
import {
  lastCardOf,
  lastNewsOf,
  lastNoticeOf,
  noticeByMessageId,
  receiptAskedOf,
  type StoredNotice,
} from '../../store/notices.js'
import * as words from '../../store/owner-words.js'
import { listReferrals, owedRewards } from '../../store/referrals.js'
import type { StaffEntry } from '../../store/staff.js'
import { contextAt } from '../context.js'
import type { TurnDeps } from '../deps.js'
import { gateAt } from '../may-write.js'
import { diagnosisFor } from './diagnose.js'
import { peopleFor } from './people.js'
import { questionsOf } from './questions.js'
import { automaticIn } from './sounds-automatic.js'
import { spokenSince } from './spoken-since.js'
import { pinOf } from './staff.js'
import { undoableOf } from './undoable.js'

const MOST = 200

type Asking = {
  readonly now: Iso
  /** The message that is replied to or reacted on. */
  readonly quoting: MessageId | null
  readonly isReaction: boolean
  readonly recordId: string
  /** What the bot remembers of its talk with the sender. */
  readonly staff: StaffState
}

/** Everything an owner's word may need to know, read in one go. */
export function worldOf(deps: TurnDeps, me: StaffEntry, asking: Asking): World {
  const { db, business, messages, parseCommand, readAmount, holidays, read } = deps
  const { now, quoting, isReaction, recordId, staff } = asking
  const notice = quoting === null ? null : noticeByMessageId(db, quoting)
  const quotedWord = quoting === null ? null : wordNamedBy(deps, quoting, notice)
  const word = quotedWord ?? words.lastUndoable(db, me.contactId)
  const quoted = quotedOf(notice, quotedWord)
  const lastNews = lastNewsOf(db, me.contactId)
  const spokenOf = [quoted?.contactId ?? null, lastNews, ...talkedOf(staff)]
  const listed = quoting === null ? [] : listedIn(db, quoting)
  const reacted =
    isReaction && quoting !== null ? words.ownerWordByReaction(db, me.contactId, quoting) : null
  return {
    now,
    business,
    messages,
    me: { id: me.contactId, name: me.name, role: me.role },
    pin: pinOf(business, me.phone),
    people: peopleFor(deps, { me, now, spokenOf }),
    silence: readHouse(db).silence,
    model: deps.model === 'off' ? 'none' : readHouse(db).model,
    quoted,
    quotedTicket: notice === null ? null : ticketOfNotice(notice.notice),
    quotesNobody: quoting !== null && quoted === null && listed.length === 0,
    listed,
    gesture: gestureIn(quoting === null ? lastNoticeOf(db, me.contactId) : notice, quoting),
    lastCard: lastCardOf(db, me.contactId),
    lastNews,
    spokenSince: spokenSince(db, me.contactId),
    ...rehearsalIn(deps, quoting === null ? lastNoticeOf(db, me.contactId) : notice),
    receipt: quoting === null ? receiptAskedOf(db, me.contactId) : receiptIn(notice),
    undoable: word === null ? null : undoableOf(word),
    reacted: reacted === null ? null : undoableOf(reacted),
    recordId,
    checkIn: checkInDay(contextAt(deps, now)),
    parse: parseCommand,
    readAmount,
    soundsAutomatic: automaticIn(deps, now),
    itemsIn: createItemsIn(deps.mentions),
    readWhen: createReadWhen({ now, business, holidays, messages, read }),
    learned: listFacts(db),
    owed: owedOf(deps),
    questions: questionsOf(deps, now),
    askedOften: quoting === null ? [] : listedIn(db, quoting, 'question_listed'),
    diagnose: () => diagnosisFor(deps, now),
    gateFor: gateAt(deps, me.lineId, now),
    fits: (fact, question) => fitsTo(deps, { id: recordId, text: fact }, question),
  }
}

function fitsTo(
  { mentions, messages }: TurnDeps,
  fact: { readonly id: string; readonly text: string },
  question: string,
): boolean {
  const find = withLearnedMentions(mentions, [fact], messages)
  return find(fold(question)).facts.some(({ id }) => id === fact.id)
}

function gestureIn(stored: StoredNotice | null, quoting: MessageId | null): World['gesture'] {
  if (stored?.notice.kind !== 'gesture' || stored.contactId === null) return null
  const { notice, contactId: about } = stored
  return { about, gesture: notice.gesture, quoted: quoting !== null }
}

function rehearsalIn(
  { db }: TurnDeps,
  stored: StoredNotice | null,
): Pick<World, 'rehearsal' | 'rehearsed'> {
  const { rehearsal } = readHouse(db)
  if (stored?.notice.kind !== 'rehearsal' || stored.contactId === null) {
    return { rehearsal, rehearsed: null }
  }
  return { rehearsal, rehearsed: { target: stored.contactId, id: stored.notice.id } }
}

function receiptIn(notice: StoredNotice | null): ContactId | null {
  return notice?.notice.kind === 'receipt' ? notice.contactId : null
}

/** The day's list of one owner or seller: `todayText` puts it into words. */
export function todayFor(deps: TurnDeps, me: StaffEntry, now: Iso): Today {
  const { db, business, messages } = deps
  return todayThings({
    me: { id: me.contactId, name: me.name },
    leads: [...peopleFor(deps, { me, now, spokenOf: [] }).circle('busy')],
    silence: readHouse(db).silence,
    now,
    business,
    messages,
  })
}

/** Rewards that somebody earned by bringing others and has not been given. */
function owedOf({ db }: TurnDeps): World['owed'] {
  return owedRewards(db).map(({ id, referrer, friend, name, phone }) => {
    const called = friend === null ? null : contactName(db, friend)
    return { id, referrer, friend: called ?? name ?? phone }
  })
}

/** Who brought whom, and what is owed for it, in words. */
export function referralsFor(deps: TurnDeps): string {
  const { db, business, messages } = deps
  const lines = listReferrals(db, MOST)
    .filter(({ status }) => status !== 'void')
    .map((each): Brought => {
      const { referrer, friend, name, phone } = each
      const called = friend === null ? null : contactName(db, friend)
      return { ...each, referrer: contactName(db, referrer), friend: called ?? name ?? phone }
    })
  return referralsText({ lines, business, messages })
}

function talkedOf({ pending, lastAbout }: StaffState): readonly (ContactId | null)[] {
  return [lastAbout, pending !== null && 'target' in pending ? pending.target : null]
}

/** The word of a message of the sender's own, or of the news that told them of a colleague's. */
function wordNamedBy(
  { db }: TurnDeps,
  quoting: MessageId,
  stored: StoredNotice | null,
): words.OwnerWord | null {
  const told = stored?.notice.kind === 'colleague' ? stored.notice.word : null
  return told === null ? words.ownerWordByReply(db, quoting) : words.ownerWordById(db, told)
}

/** Whom a quoted card, news or answer is about; a word about the house is about nobody. */
function quotedOf(
  notice: StoredNotice | null,
  word: words.OwnerWord | null,
): { readonly contactId: ContactId } | null {
  const about = word === null || words.isAboutHouse(word) ? null : word.about
  const contactId = notice?.contactId ?? about
  return contactId === null ? null : { contactId }
}
