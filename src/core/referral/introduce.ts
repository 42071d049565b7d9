import { wordList } from '../business/word-list.js'
import {
  type Draft,
  label,
  patchContact,
  patchDialogue,
  speak,
  tell,
} from '../conversation/draft.js'
import type { Event } from '../conversation/events.js'
import type { Heard } from '../conversation/heard.js'
import { matchKey } from '../identity.js'
import type { Content } from '../types.js'
import { newCode } from './codes.js'

type Card = Extract<Content, { kind: 'contact' }>

/** A contact card from a customer who was asked to bring somebody IS the referral. True when it was that. */
export function takeIntroduction(draft: Draft, card: Card): boolean {
  return draft.contact.referring.askedAt !== null && introduce(draft, card)
}

/** Whoever is brought becomes known to us, and is never written to first. False where that may not be. */
export function introduce(draft: Draft, { name, phone }: Card): boolean {
  const { contact, context } = draft
  if (context.business.referrals === null) return false
  if (contact.consent === 'opted_out' || !isSomebodyElse(draft, phone)) return false
  draft.effects.push({ kind: 'introduce', name, phone, code: codeOf(draft) })
  speak(draft, 'chat.referral.card', { quién: name })
  patchDialogue(draft, { pending: { kind: 'introduces', name, waits: false } })
  tell(draft, { kind: 'introduced', name, phone })
  return true
}

/** Theirs, made now for whoever brings somebody without having been asked. */
function codeOf(draft: Draft): string {
  const { referring } = draft.contact
  if (referring.code !== null) return referring.code
  const { business, referralCodes } = draft.context
  const code = newCode(business.referrals?.prefix ?? '', referralCodes())
  draft.effects.push({ kind: 'referral_code', code })
  patchContact(draft, { referring: { ...referring, code } })
  return code
}

/** Not themselves under another way of writing their number, and nobody of the business. */
function isSomebodyElse({ contact, context }: Draft, phone: string): boolean {
  const ours = context.business.staff.map((member) => member.phone)
  const taken = [...ours, ...(contact.phone === null ? [] : [contact.phone])].map(matchKey)
  return !taken.includes(matchKey(phone))
}

/** "Déjeme yo le aviso", and later "listo": whoever gave a contact may want to say so first. */
export function heedIntroducer(draft: Draft, { folded, reading }: Heard): boolean {
  const { pending } = draft.dialogue
  if (pending?.kind !== 'introduces') return false
  const { name, waits } = pending
  const says = (key: string): boolean =>
    wordList(draft.context.messages, key).some((words) => folded.includes(words))
  if (says('chat.referral.first_words') && !says('chat.referral.done_words')) {
    patchDialogue(draft, { pending: { ...pending, waits: true } })
    if (!waits) tell(draft, { kind: 'introduction', name, told: false })
    return speak(draft, 'chat.referral.waits')
  }
  const done = says('chat.referral.done_words') || reading.cues.includes('closes')
  if (!waits || !done) {
    if (!waits) patchDialogue(draft, { pending: null })
    return false
  }
  patchDialogue(draft, { pending: null })
  tell(draft, { kind: 'introduction', name, told: true })
  return speak(draft, 'chat.referral.told')
}

type Introduced = Extract<Event, { kind: 'introduced' }>

/** Somebody whom a customer told us of: a stranger tied to who sent them. The first one counts. */
export function becomeKnown(draft: Draft, { by, name, code }: Introduced): void {
  const { contact } = draft
  const isNew = contact.stage === null || contact.stage === 'stranger'
  if (!isNew || contact.referredBy !== null || contact.id === by) return
  if (contact.stage === null) {
    const reason = label(draft, 'chat.reason.introduced')
    const actor = { kind: 'bot' } as const
    draft.effects.push({ kind: 'stage', from: null, to: 'stranger', reason, evidence: null, actor })
  }
  const given = { words: name, actor: { kind: 'bot' }, evidence: null } as const
  draft.effects.push({ kind: 'consent', state: 'listed', ...given })
  const source = { sourceType: 'referral', sourceId: code, clickId: null, headline: null }
  patchContact(draft, {
    stage: 'stranger',
    referredBy: by,
    source: contact.source ?? source,
    profileName: contact.profileName ?? (name.trim() === '' ? null : name),
  })
  draft.effects.push({ kind: 'referred', by, code, status: 'given', name })
}
