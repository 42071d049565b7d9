import type {
  AttributeAnswersTable,
  FactsTable,
  ObjectionsTable,
  QuotesTable,
  ReferralCodesTable,
  ReferralsTable,
  RehearsalsTable,
  SalesTable,
  SurveysTable,
  TicketsTable,
  TouchesTable,
} from './business.js'
import type {
  FigureDaysTable,
  FigureInquiriesTable,
  FigurePeopleTable,
  FigureStaleTable,
  SpendTable,
} from './figures.js'
import type { AdReferralsTable, MediaTable } from './media.js'
import type {
  InboxTable,
  NoticesTable,
  OutboxTable,
  OwnerWordsTable,
  SettingsTable,
  StaffTable,
  TimersTable,
  UnansweredTable,
} from './messages.js'
import type { LlmAnswersTable, LlmCallsTable, LlmTasksTable } from './model.js'
import type {
  AccountsTable,
  AccountWordsTable,
  AcquaintancesTable,
  ConsentsTable,
  ContactsTable,
  ConversationsTable,
  FlowVersionsTable,
  IdentitiesTable,
  InquiriesTable,
  LinesTable,
  NotesTable,
  SlotsTable,
  StageChangesTable,
  SuppressionsTable,
} from './people.js'
import type { JournalTable, LeasesTable, WhatsAppSessionsTable } from './whatsapp.js'

/** The tables as Kysely sees them. Portable: ISO text times, 0|1 flags, JSON as text. */
export type Schema = {
  readonly lines: LinesTable
  readonly contacts: ContactsTable
  readonly identities: IdentitiesTable
  readonly inquiries: InquiriesTable
  readonly conversations: ConversationsTable
  readonly flow_versions: FlowVersionsTable
  readonly slots: SlotsTable
  readonly stage_changes: StageChangesTable
  readonly inbox: InboxTable
  readonly outbox: OutboxTable
  readonly timers: TimersTable
  readonly sales: SalesTable
  readonly quotes: QuotesTable
  readonly touches: TouchesTable
  readonly tickets: TicketsTable
  readonly surveys: SurveysTable
  readonly attribute_answers: AttributeAnswersTable
  readonly referrals: ReferralsTable
  readonly referral_codes: ReferralCodesTable
  readonly objections: ObjectionsTable
  readonly rehearsals: RehearsalsTable
  readonly consents: ConsentsTable
  readonly notes: NotesTable
  readonly unanswered: UnansweredTable
  readonly facts: FactsTable
  readonly llm_answers: LlmAnswersTable
  readonly llm_tasks: LlmTasksTable
  readonly llm_calls: LlmCallsTable
  readonly staff: StaffTable
  readonly notices: NoticesTable
  readonly owner_words: OwnerWordsTable
  readonly settings: SettingsTable
  readonly suppressions: SuppressionsTable
  readonly whatsapp_sessions: WhatsAppSessionsTable
  readonly journal: JournalTable
  readonly media: MediaTable
  readonly ad_referrals: AdReferralsTable
  readonly spend: SpendTable
  readonly figure_people: FigurePeopleTable
  readonly figure_days: FigureDaysTable
  readonly figure_inquiries: FigureInquiriesTable
  readonly figure_stale: FigureStaleTable
  readonly leases: LeasesTable
  readonly acquaintances: AcquaintancesTable
  readonly accounts: AccountsTable
  readonly account_words: AccountWordsTable
}

/** JSON kept as text; the comment above a column names the type inside. */
export type Json = string
export type Flag = 0 | 1
