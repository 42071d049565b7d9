import { preciseHourText } from '../business/hour-text.js'
import { whenText } from '../business/when-text.js'
import type { Notice } from '../conversation/effects.js'
import { localTime } from '../schedule/local-time.js'
import { promiseField } from './card-fields.js'
import { cardText } from './card-text.js'
import { careNotice } from './care-notice.js'
import { shortWord } from './find-lead.js'
import { type LeadCardProps, leadCard } from './lead-card.js'
import { loopText } from './loop-text.js'
import { missedLine } from './missed.js'
import { nameOnCard } from './name-on-card.js'
import { plain, quoted } from './quoted.js'
import { rehearsedText } from './rehearsed-text.js'
import { reminderText } from './reminder.js'
import { sharedLines } from './shared-text.js'
import { ticketAddedText, ticketClosedText, ticketDueText, ticketText } from './ticket-notice.js'
import { type Whom, whom } from './whom.js'

type Notices = { readonly [N in Notice as N['kind']]: N }
type Say = {
  readonly [K in keyof Notices]: (notice: Notices[K], props: LeadCardProps) => string
}

/** Slots that owners hear of by name. */
const SLOTS: { readonly [slot: string]: string } = {
  need: 'owner.slots.need',
  quantity: 'owner.slots.quantity',
  budget: 'owner.slots.budget',
  urgency: 'owner.slots.urgency',
  authority: 'owner.slots.authority',
  name: 'owner.slots.name',
  organization: 'owner.slots.organization',
  place: 'owner.slots.place',
  email: 'owner.slots.email',
  phone: 'owner.slots.phone',
  challenge: 'owner.slots.challenge',
  priority: 'owner.slots.priority',
}

/** What may arrive besides text, by the last part of the name it is told under. */
const MEDIA: { readonly [what: string]: string } = {
  image: 'owner.media.image',
  video: 'owner.media.video',
  document: 'owner.media.document',
  location: 'owner.media.location',
}

const SAY: Say = {
  card: (_, props) => leadCard(props, 'full'),
  corrected: ({ slot, from, to }, props) =>
    cardText(props, 'owner.notice.corrected', {
      ...whom(props),
      slot: cardText(props, SLOTS[slot] ?? 'owner.slots.other'),
      from: quoted(from),
      to: quoted(to),
    }),
  added: ({ what }, props) =>
    cardText(props, 'owner.notice.added', { ...whom(props), what: quoted(what) }),
  asked_person: (_, props) => cardText(props, 'owner.notice.asked_person', whom(props)),
  unknown_question: (notice, props) =>
    cardText(props, 'owner.notice.unknown_question', words(notice, props)),
  summary: ({ text }, props) =>
    cardText(props, 'owner.notice.summary', { ...whom(props), text: linesOf(text) }),
  // Their message is written where it is known who else asked.
  question_listed: () => '',
  passed_on: (notice, props) => cardText(props, 'owner.notice.passed_on', words(notice, props)),
  audio: ({ seconds }, props) =>
    cardText(props, 'owner.notice.audio', { ...whom(props), n: Math.max(1, seconds) }),
  media: mediaText,
  receipt: (notice, props) =>
    cardText(props, 'owner.notice.receipt', { media: mediaText(notice, props) }),
  at_door: (notice, props) => cardText(props, 'owner.notice.at_door', words(notice, props)),
  expensive: (notice, props) => cardText(props, 'owner.notice.expensive', words(notice, props)),
  moves_meeting: (notice, props) => {
    const short = shortWord(nameOnCard(props).name)
    return cardText(props, 'owner.meetings.moves', { ...words(notice, props), short })
  },
  complaint: (notice, props) => cardText(props, 'owner.notice.complaint', words(notice, props)),
  reminder: ({ of }, props) => reminderText(of, props),
  handed_on: (notice, props) => handedOnText(notice, props),
  gone_on: ({ to }, props) => cardText(props, 'owner.alert.gone_on', { ...whom(props), staff: to }),
  check_in_bad: (notice, props) => checkInText(notice.said, props),
  offers: (notice, props) => cardText(props, 'owner.notice.offers', words(notice, props)),
  seeks_work: (notice, props) => cardText(props, 'owner.notice.seeks_work', words(notice, props)),
  loop: loopText,
  opted_out: (_, props) => cardText(props, 'owner.notice.opted_out', whom(props)),
  erased: (_, props) => cardText(props, 'owner.notice.erased'),
  objection: (notice, props) => cardText(props, 'owner.notice.objection', words(notice, props)),
  undecided: ({ reason }, props) =>
    cardText(props, 'owner.notice.undecided', { ...whom(props), reason }),
  introduced: (notice, props) => introducedText(notice, props),
  introduction: ({ name, told }, props) => {
    const who = { ...whom(props), friend: plain(name) }
    return told
      ? cardText(props, 'owner.notice.introduction_told', who)
      : cardText(props, 'owner.notice.introduction_waits', who)
  },
  rehearsal: (notice, props) => rehearsedText(notice, props),
  recommended: (notice, props) => recommendedText(notice, props),
  reward: ({ friend }, props) => rewardText(friend, props),
  put_off: ({ said, back }, props) => putOffText(said, back, props),
  nurture_refused: (_, props) => cardText(props, 'owner.notice.nurture_refused', whom(props)),
  called: (_, props) =>
    cardText(props, 'owner.notice.called', { ...whom(props), hour: hourNow(props) }),
  cancelled: ({ said }, props) =>
    said === null || said.trim() === ''
      ? cardText(props, 'owner.notice.cancelled_silent', whom(props))
      : cardText(props, 'owner.notice.cancelled', { ...whom(props), said: quoted(said) }),
  postponed: (_, props) =>
    cardText(props, 'owner.notice.postponed', { card: leadCard(props, 'short') }),
  undelivered: (notice, props) => cardText(props, 'owner.notice.undelivered', words(notice, props)),
  unheard: (notice, props) => cardText(props, 'owner.notice.unheard', words(notice, props)),
  missed: missedLine,
  repurchase: (_, props) => cardText(props, 'owner.notice.repurchase', whom(props)),
  comment: (notice, props) => cardText(props, 'owner.notice.comment', words(notice, props)),
  ticket: ticketText,
  ticket_added: ticketAddedText,
  ticket_due: ticketDueText,
  ticket_closed: ticketClosedText,
  colleague: ({ text }) => text,
  call_due: careNotice,
  call_listed: careNotice,
  call_owed: careNotice,
  gesture: careNotice,
  wants_meeting: careNotice,
  meeting_near: careNotice,
  meeting_over: careNotice,
}

/** News about one lead for whoever is in charge: one message, every quotation defused and cut. */
export function noticeText(notice: Notice, props: LeadCardProps): string {
  return put(notice.kind, notice, props)
}

function put<K extends keyof Notices>(kind: K, notice: Notices[K], props: LeadCardProps): string {
  return SAY[kind](notice, props)
}

/** Each line defused: what a model wrote looks like nothing of ours. */
function linesOf(text: string): string {
  return text
    .split(/\n+/)
    .map((line) => plain(line))
    .join('\n')
}

function words({ said }: { readonly said: string }, props: LeadCardProps): Whom {
  return { ...whom(props), said: quoted(said) }
}

/** The alert as the first person read it, and under it the card as things stand now. */
function handedOnText({ from, of }: Notices['handed_on'], props: LeadCardProps): string {
  const card = leadCard(props, 'full')
  const alert = of.kind === 'card' ? card : `${noticeText(of, props)}\n\n${card}`
  return cardText(props, 'owner.alert.handed_on', { ...whom(props), staff: from, alert })
}

function mediaText(
  { what, n, shared }: Pick<Notices['media'], 'what' | 'n' | 'shared'>,
  props: LeadCardProps,
): string {
  const kind = what.split('.').at(-1) ?? what
  if (kind === 'unreadable') return cardText(props, 'owner.notice.unreadable', whom(props))
  const key = MEDIA[kind]
  const named =
    key === undefined
      ? cardText(props, 'owner.media.contact', { who: plain(what) })
      : cardText(props, key, { n })
  const told = cardText(props, 'owner.notice.media', { ...whom(props), what: named })
  return [told, ...sharedLines(shared, props)].join('\n')
}

function checkInText(said: string, props: LeadCardProps): string {
  const promise = promiseField(props)
  const params = { ...whom(props), said: quoted(said) }
  return promise === null
    ? cardText(props, 'owner.notice.check_in_bad_open', params)
    : cardText(props, 'owner.notice.check_in_bad', { ...params, promise })
}

function putOffText(said: string, back: Notices['put_off']['back'], props: LeadCardProps): string {
  const params = { ...whom(props), said: quoted(said) }
  if (back === null) return cardText(props, 'owner.notice.put_off_open', params)
  const when = whenText(back, props.now, props.business, props.messages)
  const short = shortWord(nameOnCard(props).name)
  return cardText(props, 'owner.notice.put_off', { ...params, when, short })
}

function introducedText({ name, phone }: Notices['introduced'], props: LeadCardProps): string {
  const digits = phone.replace(/\D/g, '')
  const of = { ...whom(props), friend: plain(name), number: phone, digits }
  return cardText(props, 'owner.notice.introduced', of)
}

function recommendedText({ by, known }: Notices['recommended'], props: LeadCardProps): string {
  const params = { ...whom(props), by: plain(by) }
  return known === null
    ? cardText(props, 'owner.notice.recommended_unknown', params)
    : cardText(props, 'owner.notice.recommended', {
        ...params,
        number: known.phone ?? cardText(props, 'owner.card.hidden_short'),
      })
}

function rewardText(friend: string | null, props: LeadCardProps): string {
  const { business } = props
  const benefit = business.referrals?.reward[business.treatment] ?? ''
  const brought = friend === null ? cardText(props, 'owner.nameless') : plain(friend)
  const { name } = nameOnCard(props)
  const short = (name.split(/\s+/)[0] ?? name).toLowerCase()
  return cardText(props, 'owner.notice.reward', { ...whom(props), benefit, friend: brought, short })
}

function hourNow({ now, business, messages }: LeadCardProps): string {
  return preciseHourText(localTime(now, business.timeZone).minute, business.country, messages)
}
