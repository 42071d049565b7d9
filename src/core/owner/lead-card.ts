import { weekdayDateText } from '../business/date-text.js'
import type { Business } from '../business/types.js'
import type { ContactState, InquiryState } from '../conversation/types.js'
import type { Flow } from '../flow/types.js'
import type { Messages } from '../messages.js'
import { localTime } from '../schedule/local-time.js'
import type { Iso } from '../types.js'
import {
  budgetField,
  dateField,
  needField,
  ownWordsField,
  promiseField,
  shortBudgetField,
  shortDateField,
} from './card-fields.js'
import { decidesField, shortDecidesField, sourceField } from './card-people.js'
import { cardText } from './card-text.js'
import { type HeldBack, heldLines } from './held-lines.js'
import { nameOnCard } from './name-on-card.js'
import { noteLines } from './note-lines.js'
import { isAskedFor, ownAnswerLines } from './own-answers.js'
import { plain, quoted } from './quoted.js'
import { reachLines } from './reach-lines.js'
import { againstText, reasonsText } from './reasons-text.js'
import { sharedLines } from './shared-text.js'
import { stageText } from './stage-text.js'
import { suggestionText } from './suggestion.js'
import { followedLine } from './unfollow.js'
import { amountOf } from './wording.js'

export type LeadCardProps = {
  readonly contact: ContactState
  readonly inquiry: InquiryState
  /** Their last messages, oldest first; the card shows three. */
  readonly lastSaid: readonly string[]
  /** What staff wrote down about them, oldest first; the card shows two. */
  readonly notes: readonly string[]
  /** What was noted at calls and visits by people, oldest first. */
  readonly touches: readonly string[]
  /** What they are not told yet, or never, because of a rule of contact. */
  readonly held: readonly HeldBack[]
  /** Who recommended them, by name. */
  readonly referrer: string | null
  readonly now: Iso
  /** The talk that they are in. */
  readonly flow: Flow
  readonly business: Business
  readonly messages: Messages
}

const QUOTES_SHOWN = 3
const SHARED_SHOWN = 4

/**
 * Everything a person needs to call a lead, as one WhatsApp message of any length. Full for the
 * first alert; short for reminders, for the second person, and from a list. What nobody knows is
 * left out, except need, date and a budget that the talk asks for, which say so.
 */
export function leadCard(props: LeadCardProps, size: 'full' | 'short'): string {
  return size === 'full' ? fullCard(props) : shortCard(props)
}

function fullCard(props: LeadCardProps): string {
  const blocks = [
    [title(props), phoneLine(props), stageLine(props), ...reasonLines(props)],
    fieldLines(props),
    quoteLines(props),
    [...promiseLine(props), ...suggestionLine(props)],
    [cardText(props, 'owner.card.foot')],
  ]
  return blocks
    .map((lines) => lines.join('\n'))
    .filter((block) => block !== '')
    .join('\n\n')
}

function shortCard(props: LeadCardProps): string {
  const { inquiry, contact } = props
  const phone = contact.phone ?? cardText(props, 'owner.card.hidden_short')
  const head = { title: title(props), phone, score: inquiry.score }
  const budget = tellsBudget(props) ? [shortBudgetField(props)] : []
  const facts = [needField(props), ...budget, shortDateField(props)]
  const promised = promiseField(props)
  const promise =
    promised === null ? '' : cardText(props, 'owner.card.short_promise', { promise: promised })
  return [
    cardText(props, 'owner.card.short_title', head),
    facts.join(' · '),
    [shortDecidesField(props), promise].filter((text) => text !== '').join(' '),
    cardText(props, 'owner.card.short_foot'),
  ]
    .filter((line) => line !== '')
    .join('\n')
}

function title(props: LeadCardProps): string {
  const { name, isFromProfile } = nameOnCard(props)
  const organization = props.contact.slots.organization
  const called =
    organization?.status === 'known'
      ? cardText(props, 'owner.card.title_of', {
          name,
          organization: plain(String(organization.value)),
        })
      : cardText(props, 'owner.card.title', { name })
  return isFromProfile ? cardText(props, 'owner.card.from_profile', { title: called }) : called
}

function phoneLine(props: LeadCardProps): string {
  const { phone } = props.contact
  if (phone === null) return cardText(props, 'owner.card.hidden')
  return cardText(props, 'owner.card.phone', { phone, digits: phone.replace(/\D/g, '') })
}

function stageLine(props: LeadCardProps): string {
  const { contact, inquiry, messages } = props
  const stage = stageText(contact.stage ?? 'visitor', messages)
  const line = cardText(props, 'owner.card.stage', { stage, score: inquiry.score })
  const bought =
    contact.purchases === 0 ? [] : [cardText(props, 'owner.card.bought', { n: contact.purchases })]
  const key = contact.vip ? [cardText(props, 'owner.card.vip')] : []
  return [line, ...bought, ...key].join(' · ')
}

function reasonLines(props: LeadCardProps): readonly string[] {
  const { reasons } = props.inquiry
  const [text, against] = [
    reasonsText(reasons, props.messages),
    againstText(reasons, props.messages),
  ]
  return [
    ...(text === '' ? [] : [cardText(props, 'owner.card.reasons', { text })]),
    ...(against === '' ? [] : [cardText(props, 'owner.card.against', { text: against })]),
  ]
}

/** What kind of business it is and how big, as far as they told. */
function businessLine(props: LeadCardProps): readonly string[] {
  const told = [props.contact.slots.sector, props.contact.slots.size].flatMap((slot) =>
    slot?.status === 'known' ? [plain(String(slot.value))] : [],
  )
  return told.length === 0
    ? []
    : [cardText(props, 'owner.card.business', { value: told.join(', ') })]
}

function fieldLines(props: LeadCardProps): readonly string[] {
  const [decides, source] = [decidesField(props), sourceField(props)]
  const challenge = ownWordsField('challenge', props)
  const priority = ownWordsField('priority', props)
  const details = ownWordsField('details', props)
  return [
    ...reachLines(props),
    ...businessLine(props),
    ...(challenge === null ? [] : [cardText(props, 'owner.card.challenge', { value: challenge })]),
    cardText(props, 'owner.card.need', { value: needField(props) }),
    ...(details === null ? [] : [cardText(props, 'owner.card.details', { value: details })]),
    ...(tellsBudget(props)
      ? [cardText(props, 'owner.card.budget', { value: budgetField(props) })]
      : []),
    cardText(props, 'owner.card.date', { value: dateField(props) }),
    ...ownAnswerLines(props),
    ...(priority === null ? [] : [cardText(props, 'owner.card.priority', { value: priority })]),
    ...(decides === null ? [] : [cardText(props, 'owner.card.decides', { value: decides })]),
    ...(source === null ? [] : [cardText(props, 'owner.card.came', { value: source })]),
    ...sharedLines(props.inquiry.shared.slice(-SHARED_SHOWN), props),
    ...quotedLine(props),
    ...followedLine(props.inquiry.nurture, props, nameOnCard(props).name),
    ...heldLines(props),
    ...noteLines(props.notes, props),
  ]
}

/** A talk that never asks for it says nothing by not knowing it. */
function tellsBudget(props: LeadCardProps): boolean {
  return props.inquiry.slots.budget !== undefined || isAskedFor('budget', props)
}

function quotedLine({ inquiry, ...props }: LeadCardProps): readonly string[] {
  const { quote } = inquiry
  if (quote === null) return []
  const day = weekdayDateText(localTime(quote.at, props.business.timeZone).day, props.messages)
  const amount = amountOf(props, quote.amount)
  return [cardText(props, 'owner.card.quoted', { amount, day })]
}

function quoteLines(props: LeadCardProps): readonly string[] {
  const said = props.lastSaid.map(quoted).filter((text) => text !== '')
  if (said.length === 0) return []
  const lines = said
    .slice(-QUOTES_SHOWN)
    .map((text) => cardText(props, 'owner.card.quote', { text }))
  return [cardText(props, 'owner.card.last'), ...lines]
}

function promiseLine(props: LeadCardProps): readonly string[] {
  const promise = promiseField(props)
  if (promise === null) return []
  const { promisedBy } = props.inquiry
  return promisedBy !== null && promisedBy < props.now
    ? [cardText(props, 'owner.card.promise_past', { promise })]
    : [cardText(props, 'owner.card.promise', { promise })]
}

function suggestionLine(props: LeadCardProps): readonly string[] {
  return [cardText(props, 'owner.card.suggestion', { text: suggestionText(props) })]
}
