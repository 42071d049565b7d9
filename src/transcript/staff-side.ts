import type { App } from '../app/app.js'
import { SIMULATOR } from '../app/lines.js'
import type { OwnerAction } from '../core/conversation/events.js'
import type { ContactId, MessageId } from '../core/types.js'
import { chatRecord, type Dealing, type Heard } from '../store/chat-record.js'
import type { StaffEntry } from '../store/staff.js'
import { phoneTexts } from './phone-texts.js'
import type { By, Happening } from './story.js'

export type StaffWord = {
  readonly heard: Heard
  /** About whom; null when the word alone does not tell. */
  readonly about: 'this' | 'other' | null
  readonly action: OwnerAction | null
  /** It made them active: only after it are they told anything. */
  readonly activates: boolean
}

/** Somebody of the business who had a part; `by` is how transcripts call them. */
export type StaffMember = { readonly entry: StaffEntry; readonly by: By }

/** What somebody of the business said and was told, as far as it may concern a contact; in no order. */
export function staffSide(
  app: App,
  { entry, by }: StaffMember,
  dealings: readonly Dealing[],
  contactId: ContactId,
): readonly Happening[] {
  const { heard, spoken } = chatRecord(app.db, entry.contactId, SIMULATOR)
  const onPhone = phoneTexts(app, entry.phone)
  const about = aboutBy(dealings, contactId)
  const words = heard
    .filter(({ author, turnAt }) => author === 'contact' && turnAt !== null)
    .map((each): Happening & { kind: 'staff' } => ({
      kind: 'staff',
      by,
      at: Date.parse(each.turnAt ?? ''),
      word: {
        heard: each,
        about: about(each.id) ?? about(quotedBy(each)),
        action: dealings.find(({ said }) => said === each.id)?.action ?? null,
        activates: each.turnAt === entry.activatedAt,
      },
    }))
  const told = spoken.flatMap(({ id, at }): readonly Happening[] => {
    const text = onPhone.get(id)
    const moment = Date.parse(at)
    const answered = words.find((word) => word.at === moment)
    // An answer is about whom the word is about, where nothing else tells.
    const whom = about(id) ?? answered?.word.about ?? null
    if (text === undefined || whom === 'other') return []
    if (whom === null && answered === undefined) return []
    return [{ kind: 'told', by, at: moment, text, answers: about(id) === null }]
  })
  return [...words, ...told]
}

function quotedBy({ content, replyTo }: Heard): MessageId | null {
  return content.kind === 'reaction' ? content.to : replyTo
}

/** Whom a message between staff and the bot is about. */
function aboutBy(dealings: readonly Dealing[], contactId: ContactId) {
  const known = new Map<MessageId, StaffWord['about']>()
  for (const { said, told, about } of dealings) {
    const whom = about === contactId ? 'this' : 'other'
    for (const id of [said, told]) if (id !== null) known.set(id, whom)
  }
  return (id: MessageId | null): StaffWord['about'] =>
    id === null ? null : (known.get(id) ?? null)
}
