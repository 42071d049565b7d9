/** Tables whose rows belong to one person by `contact_id`, and simply go with them to whoever they turn out to be. */
export const ROWS_OF_ONE = [
  'identities',
  'slots',
  'stage_changes',
  'inbox',
  'outbox',
  'timers',
  'sales',
  'quotes',
  'touches',
  'tickets',
  'surveys',
  'attribute_answers',
  'referrals',
  'referral_codes',
  'objections',
  'rehearsals',
  'consents',
  'notes',
  'unanswered',
  'notices',
  'owner_words',
  'media',
  'ad_referrals',
  'llm_answers',
  'llm_calls',
  'llm_tasks',
] as const

/** What they wrote and sent, and what was written to them or read out of it. */
export const ROWS_OF_TEXT = [
  'inbox',
  'outbox',
  'media',
  'ad_referrals',
  'llm_answers',
  'llm_calls',
  'llm_tasks',
  'unanswered',
  'objections',
  'notices',
] as const

/** The others of which a person has rows: two of these become one, are worked out anew, or name staff. */
const ROWS_APART = [
  'conversations',
  'inquiries',
  'staff',
  'figure_people',
  'figure_inquiries',
  'figure_stale',
  'accounts',
  'account_words',
] as const

/** Everything that goes when somebody is erased, children before what they point to. */
export const ROWS_ABOUT = [...ROWS_APART, ...ROWS_OF_ONE] as const
