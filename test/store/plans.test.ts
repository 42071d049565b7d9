import { expect, test } from 'vitest'
import { loadCase, saveCase } from '../../src/store/cases.js'
import { contactView } from '../../src/store/contact-view.js'
import { conversationLog, recentTexts } from '../../src/store/conversation-log.js'
import { readHouse } from '../../src/store/house.js'
import * as inbox from '../../src/store/inbox.js'
import { notesOf } from '../../src/store/notes.js'
import {
  cardHolders,
  latestAlert,
  noticeById,
  noticeByMessageId,
  waitingNotices,
} from '../../src/store/notices.js'
import * as outbox from '../../src/store/outbox.js'
import { lastUndoable, ownerWordById, ownerWordByReaction } from '../../src/store/owner-words.js'
import { queueDepths } from '../../src/store/queue-depths.js'
import type { Database } from '../../src/store/sqlite/database.js'
import { thinkingChats } from '../../src/store/thinking.js'
import * as timers from '../../src/store/timers.js'
import { markAnswered } from '../../src/store/unanswered.js'
import { at, caseOf, id, inbound, LINE, OPENING, PHONE, temporaryDatabase } from './_fixture.js'

test('a turn never reads a table from end to end', () => {
  const plans = plansOf((db) => {
    const { contactId } = inbox.storeInbound(db, inbound('m1'), at(0))
    const [part] = inbox.pendingParts(db, contactId, LINE)
    inbox.countAttempt(db, [part?.rowId ?? 0])
    const before = loadCase(db, contactId, LINE, OPENING) ?? caseOf(db, contactId)
    const stored = saveCase(db, before, { ...before, dialogue: { ...before.dialogue } }, at(1))
    saveCase(db, stored, { ...stored, dialogue: { ...stored.dialogue } }, at(2))
    timers.cancelTimers(db, contactId, 'reminder', 'r')
    timers.cancelTimers(db, contactId, null, 'r')
    outbox.cancelQueued(db, contactId, LINE, 'all', 'r', at(1))
    outbox.cancelQueued(db, contactId, LINE, 'proactive', 'r', at(1))
    outbox.nextDeliverable(db, contactId, LINE)
    outbox.markSending(db, 1, at(1))
    outbox.markSent(db, 1, at(1))
    outbox.markReceipt(db, id('r1'), 'read', at(1))
    outbox.proactiveCounts(db, contactId, at(0), at(0))
    inbox.finishParts(db, [1], at(1))
    timers.dueTimers(db, at(9), 10)
    timers.nextDueAt(db)
    recentTexts(db, contactId, 3)
    conversationLog(db, contactId, LINE, 3)
    contactView(db, PHONE, at(1))
    noticeByMessageId(db, id('r1'))
    cardHolders(db, contactId)
    noticeById(db, 1)
    latestAlert(db, contactId)
    timers.timersOf(db, contactId)
    readHouse(db)
    markAnswered(db, contactId, at(1))
    notesOf(db, contactId)
    lastUndoable(db, contactId)
    ownerWordById(db, 1)
    ownerWordByReaction(db, contactId, id('r1'))
  })
  expect(plans.length).toBeGreaterThan(25)
  expect(plans.filter(({ plan }) => readsWhole(plan))).toEqual([])
})

test('what waits is found in the partial indexes, however long the history', () => {
  const plans = plansOf((db) => {
    inbox.pendingChats(db)
    outbox.unfinishedChats(db)
    timers.nextDueAt(db)
    waitingNotices(db, LINE)
    thinkingChats(db)
    queueDepths(db)
  })
  expect(plans).toHaveLength(8)
  const partial =
    /USING (COVERING )?INDEX (\w+_(pending|unfinished|due|waiting|thinking)|timers_contact)/
  expect(plans.filter(({ plan }) => !partial.test(plan))).toEqual([])
})

type Plan = { readonly sql: string; readonly plan: string }

/** A scan of something other than an index made for it (a partial one, or one with a limit). */
function readsWhole(plan: string): boolean {
  return /SCAN (?!timers USING (?:COVERING )?INDEX timers_due)/.test(plan)
}

/** What SQLite means to do for every statement that `body` prepares. */
function plansOf(body: (db: Database) => void): readonly Plan[] {
  const db = temporaryDatabase()
  const texts: string[] = []
  const raw = new Proxy(db.raw, {
    get: (target, name) => {
      if (name !== 'prepare') return Reflect.get(target, name)
      return (text: string) => {
        texts.push(text)
        return target.prepare(text)
      }
    },
  })
  body({ ...db, raw })
  return texts.map((sql) => {
    const blanks = Array.from(sql.matchAll(/\?/g), () => null)
    const steps = db.raw
      .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
      .all(blanks)
    return { sql, plan: steps.map(({ detail }) => detail).join('; ') }
  })
}
