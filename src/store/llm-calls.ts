import { sql } from 'kysely'
import type { ContactId, Iso } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

type NewCall = {
  readonly contactId: ContactId
  readonly task: string
  readonly question: string
  /** What it may cost, until it is known what it did. */
  readonly tokens: number
  readonly at: Iso
}

/** Written before a model is asked, so that a crash neither hides what it cost nor asks for ever. */
export function beginCall(db: Database, call: NewCall): number {
  return insert(db).run(call).id
}

type CallEnd = {
  readonly id: number
  readonly tokens: number
  readonly ms: number
  readonly outcome: string
}

export function endCall(db: Database, end: CallEnd): void {
  update(db).run(end)
}

/** The newest answer for this contact was not said, because of one rule. */
export function refuseCall(db: Database, { contactId, question, rule }: Refused): void {
  refuse(db).run({ contactId, question, rule })
}

type Refused = { contactId: ContactId; question: string; rule: string }

/** How often this was asked, of one contact. */
export function triesOf(db: Database, contactId: ContactId, question: string): number {
  return countTries(db).get({ contactId, question })?.count ?? 0
}

export function callsSince(db: Database, contactId: ContactId, since: Iso): number {
  return countCalls(db).get({ contactId, since })?.count ?? 0
}

export function tokensSince(db: Database, since: Iso): number {
  return sumTokens(db).get({ since })?.tokens ?? 0
}

/** What was asked of the model since then, and what came of it; voice notes apart. */
type CallFigures = {
  readonly calls: number
  /** Turns that waited for it, each once. */
  readonly turns: number
  readonly voices: number
  readonly failed: number
  readonly refused: number
  readonly tokens: number
  readonly ms: number
}

export function callFigures(db: Database, since: Iso, until: Iso = NEVER): CallFigures {
  return figures(db).get({ since, until }) ?? NONE
}

const NEVER = '9999-12-31T00:00:00.000Z' as Iso
const NONE = { calls: 0, turns: 0, voices: 0, failed: 0, refused: 0, tokens: 0, ms: 0 }

const insert = statement<NewCall>()((query, arg) =>
  query.insertInto('llm_calls').values({
    contact_id: arg('contactId'),
    task: arg('task'),
    question: arg('question'),
    tokens: arg('tokens'),
    ms: null,
    outcome: null,
    refused: null,
    at: arg('at'),
  }),
)

const update = statement<CallEnd>()((query, arg) =>
  query
    .updateTable('llm_calls')
    .set({ tokens: arg('tokens'), ms: arg('ms'), outcome: arg('outcome') })
    .where('id', '=', arg('id')),
)

const refuse = statement<Refused>()((query, arg) =>
  query
    .updateTable('llm_calls')
    .set({ refused: arg('rule') })
    .where('contact_id', '=', arg('contactId'))
    .where('question', '=', arg('question')),
)

const countTries = statement<{ contactId: ContactId; question: string }>()((query, arg) =>
  query
    .selectFrom('llm_calls')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('contact_id', '=', arg('contactId'))
    .where('question', '=', arg('question')),
)

const countCalls = statement<{ contactId: ContactId; since: Iso }>()((query, arg) =>
  query
    .selectFrom('llm_calls')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('contact_id', '=', arg('contactId'))
    .where('at', '>', arg('since')),
)

const sumTokens = statement<{ since: Iso }>()((query, arg) =>
  query
    .selectFrom('llm_calls')
    .select(sql<number>`coalesce(sum(tokens), 0)`.as('tokens'))
    .where('at', '>=', arg('since')),
)

const IS_VOICE = sql`task = 'transcribe'`
const WAITED_FOR = sql`task in ('answer', 'extract')`

const figures = statement<{ since: Iso; until: Iso }>()((query, arg) =>
  query
    .selectFrom('llm_calls')
    .select([
      sql<number>`coalesce(sum(not (${IS_VOICE})), 0)`.as('calls'),
      sql<number>`coalesce(sum(${IS_VOICE}), 0)`.as('voices'),
      sql<number>`count(distinct case when ${WAITED_FOR} then contact_id || question end)`.as(
        'turns',
      ),
      sql<number>`coalesce(sum(outcome is not null and outcome <> 'ok'), 0)`.as('failed'),
      sql<number>`coalesce(sum(refused is not null), 0)`.as('refused'),
      sql<number>`coalesce(sum(tokens), 0)`.as('tokens'),
      sql<number>`coalesce(sum(case when ${IS_VOICE} then 0 else ms end), 0)`.as('ms'),
    ])
    .where('at', '>=', arg('since'))
    .where('at', '<', arg('until')),
)
